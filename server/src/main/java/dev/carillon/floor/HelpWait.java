package dev.carillon.floor;

import dev.carillon.floor.HelpRequest.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How long a call has waited, as its alarms count it: while nobody has it, in a block. It is told
/// as a sum and a clock, so that a screen counts on without knowing the rule.
///
/// @param counted up to now, or up to when it begins to run
/// @param since from when it runs, which may be to come; empty while it stands
/// @param until when it stops if nothing happens; empty when only somebody or something stops it
public record HelpWait(Duration counted, Optional<Instant> since, Optional<Instant> until) {
  public static HelpWait of(Floor floor, HelpRequest request) {
    var watch = request.standing().watch();
    var since = watch.runsFrom().filter(_ -> request instanceof Waiting);
    return new HelpWait(
        watch.counted(), since, since.flatMap(_ -> new HelpClocks(floor).end(request)));
  }

  /// The longest of these waits, whenever it is looked at: a call that runs may overtake one that
  /// stands. What nobody has asked for is nobody's wait.
  public static Optional<HelpWait> longest(Floor floor, List<? extends HelpRequest> requests) {
    var waits =
        requests.stream()
            .filter(request -> request instanceof Waiting && !HelpInferred.is(request))
            .map(request -> of(floor, request))
            .toList();
    return waits.stream()
        .map(HelpWait::counted)
        .max(Comparator.naturalOrder())
        .map(most -> leading(waits).map(wait -> wait.from(most)).orElseGet(() -> standing(most)));
  }

  /// The one that will be ahead of all others that run.
  private static Optional<HelpWait> leading(List<HelpWait> waits) {
    return waits.stream()
        .filter(wait -> wait.since().isPresent())
        .min(Comparator.comparing(wait -> wait.since().orElseThrow().minus(wait.counted())));
  }

  private static HelpWait standing(Duration counted) {
    return new HelpWait(counted, Optional.empty(), Optional.empty());
  }

  /// The same from when it shows as much as that.
  private HelpWait from(Duration most) {
    var start = since.map(at -> at.plus(most).minus(counted));
    boolean isInTime =
        start.filter(at -> until.filter(end -> !at.isBefore(end)).isPresent()).isEmpty();
    return isInTime ? new HelpWait(most, start, until) : standing(most);
  }
}

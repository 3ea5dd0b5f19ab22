package dev.carillon.floor;

import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Outline;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of the requests a helper may take is the next one.
record HelpNext(Floor floor, Stamp stamp) {
  /// @param nearer taken before the first one, since it is nearer to the helper
  record Choice(Waiting waiting, boolean nearer) {}

  Optional<Choice> choose(List<Waiting> offers) {
    var fitting = offers.stream().filter(this::fits).toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    var first = fitting.getFirst();
    return starved(fitting)
        .map(starved -> new Choice(starved, false))
        .or(() -> nearest(fitting).map(near -> new Choice(near, !near.id().equals(first.id()))))
        .or(() -> Optional.of(new Choice(first, false)));
  }

  /// Shortly before the bell: whoever stays in the room, and whom there is time enough to help.
  private boolean fits(Waiting waiting) {
    if (waiting.standing().turn().lane() == Lane.URGENT) {
      return true;
    }
    return new HelpClosing(floor)
        .of(waiting)
        .filter(leaving -> leaving.isNear(stamp.at()))
        .map(leaving -> !stamp.at().plus(takes(waiting)).isAfter(leaving.bell()))
        .orElse(true);
  }

  private Duration takes(Waiting waiting) {
    var estimate = new HelpEstimate(floor, stamp.at());
    return estimate.walk().plus(estimate.takes(waiting));
  }

  /// When only returning ones were taken for a while, the first of the others who has waited for
  /// long.
  private Optional<Waiting> starved(List<Waiting> fitting) {
    var fairness = floor.school().rules().help().fairness();
    var first = fitting.getFirst().standing().turn();
    boolean isReturning = first.lane() == Lane.RETURNING && !first.pinned();
    var room = floor.roomOf(fitting.getFirst());
    if (!isReturning || room.isEmpty() || returningIn(room.get()) < fairness.returningMax()) {
      return Optional.empty();
    }
    return fitting.stream()
        .filter(waiting -> waiting.standing().turn().lane() == Lane.NORMAL)
        .filter(waiting -> floor.roomOf(waiting).equals(room))
        .filter(waiting -> waited(waiting).compareTo(fairness.patience()) > 0)
        .findFirst();
  }

  private int returningIn(RoomId room) {
    return floor.help().team().returningIn(room);
  }

  private Duration waited(Waiting waiting) {
    return Duration.between(waiting.standing().turn().entered(), stamp.at());
  }

  /// Of the first few that stand close together, the one nearest to where the helper was last.
  private Optional<Waiting> nearest(List<Waiting> fitting) {
    var fairness = floor.school().rules().help().fairness();
    var here = lastPlace();
    if (!fairness.nearest() || here.isEmpty()) {
      return Optional.empty();
    }
    var first = fitting.getFirst().standing().turn();
    var latest = first.virtual().plus(fairness.nearestWithin());
    return fitting.stream()
        .limit(fairness.freeChoice())
        .filter(waiting -> isAlike(first, waiting.standing().turn()))
        .filter(waiting -> !waiting.standing().turn().virtual().isAfter(latest))
        .min(Comparator.comparingDouble(waiting -> distance(here.get(), waiting)));
  }

  private static boolean isAlike(HelpRequest.Turn one, HelpRequest.Turn other) {
    return one.lane() == other.lane() && one.pinned() == other.pinned();
  }

  private Optional<Outline> lastPlace() {
    return floor.help().over().values().stream()
        .filter(over -> over.was().owner().filter(stamp.who()::equals).isPresent())
        .max(Comparator.comparing(HelpRequest.Over::at))
        .flatMap(this::outline);
  }

  private Optional<Outline> outline(HelpRequest request) {
    return Optional.ofNullable(floor.school().stations().get(floor.stationOf(request)))
        .map(station -> station.place());
  }

  private double distance(Outline here, Waiting waiting) {
    return outline(waiting)
        .map(there -> Math.hypot(middleX(there) - middleX(here), middleY(there) - middleY(here)))
        .orElse(Double.MAX_VALUE);
  }

  private static double middleX(Outline outline) {
    return outline.x() + outline.w() / 2;
  }

  private static double middleY(Outline outline) {
    return outline.y() + outline.h() / 2;
  }
}

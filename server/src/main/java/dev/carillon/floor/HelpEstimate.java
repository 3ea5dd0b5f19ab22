package dev.carillon.floor;

import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Block;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// How long somebody who waits will probably wait: the helpers of her room are walked through the
/// line, each help taking as long as helps with that subject take: the subject of the item on the
/// playlist, or else what is done at the station. Said in whole minutes, as a range, and not at all
/// when nobody could know: without helpers, and before a few helps have been seen.
public record HelpEstimate(Floor floor, Instant now) {
  /// One subject counts as much as the school after so many helps.
  private static final int SAMPLES_TRUSTED = 5;

  /// Until anybody has been helped.
  private static final Duration USUAL = Duration.ofMinutes(4);

  /// @param fromMin never 0
  /// @param afterBell the block is over before; the request follows her
  public record Range(int fromMin, int toMin, boolean afterBell) {}

  /// How long this request will wait, if that can be said.
  public Optional<Range> of(HelpId help) {
    var samples = samples();
    var room =
        floor
            .help()
            .find(help)
            .filter(request -> request instanceof Waiting && !HelpInferred.is(request))
            .flatMap(floor::roomOf);
    int least = floor.school().rules().help().together().samplesMin();
    if (room.isEmpty() || samples.all().size() < least) {
      return Optional.empty();
    }
    var helpers = new HelpReach(floor, now).onDuty(room.get());
    if (helpers.isEmpty()) {
      return Optional.empty();
    }
    var free = new PriorityQueue<Duration>();
    helpers.forEach(helper -> free.add(freeAfter(helper, samples)));
    for (var ahead : floor.help().aheadOf(help)) {
      if (ahead instanceof Waiting && floor.roomOf(ahead).equals(room)) {
        free.add(free.remove().plus(walk()).plus(takes(ahead, samples)));
      }
    }
    return Optional.of(range(help, free.remove().plus(walk())));
  }

  private Range range(HelpId help, Duration wait) {
    int from = Math.max(1, Math.toIntExact(wait.toSeconds() * 7 / 600));
    int to = Math.max(from + 1, Math.toIntExact(Math.ceilDiv(wait.toSeconds() * 3, 120)));
    var end =
        floor
            .help()
            .find(help)
            .flatMap(request -> floor.scheduleOf(request.asked().student()))
            .flatMap(line -> line.blockAt(now))
            .map(Block::end);
    boolean isAfter = end.filter(now.plus(Duration.ofMinutes(to))::isAfter).isPresent();
    return new Range(from, to, isAfter);
  }

  private Duration freeAfter(PersonId helper, Samples samples) {
    return floor
        .help()
        .heldBy(helper)
        .map(
            request ->
                switch (request) {
                  case Helping helping -> left(helping, samples);
                  case Claimed claimed -> walk().plus(takes(claimed, samples));
                  case HelpRequest _ -> Duration.ZERO;
                })
        .orElse(Duration.ZERO);
  }

  private Duration left(Helping helping, Samples samples) {
    var left = takes(helping, samples).minus(Duration.between(helping.since(), now));
    return left.isNegative() ? Duration.ZERO : left;
  }

  Duration walk() {
    return floor.school().rules().help().together().walk();
  }

  /// How long help with the subject of a request takes.
  Duration takes(HelpRequest request) {
    return takes(request, samples());
  }

  private Duration takes(HelpRequest request, Samples samples) {
    var asked = request.asked();
    return samples.takes(new HelpPlaces(floor).subjectOf(asked.student(), asked.subject()));
  }

  private Samples samples() {
    var places = new HelpPlaces(floor);
    var all = new ArrayList<Duration>();
    var bySubject = new HashMap<String, List<Duration>>();
    for (var track : floor.help().figures().tracks().values()) {
      if (isSample(track)) {
        all.add(track.helped());
        bySubject
            .computeIfAbsent(
                places.subjectOf(track.student(), track.subject()), _ -> new ArrayList<>())
            .add(track.helped());
      }
    }
    return new Samples(all, bySubject);
  }

  private static boolean isSample(HelpTrack track) {
    return track.end().isPresent() && track.helped().isPositive();
  }

  /// How long helps took that are over.
  private record Samples(List<Duration> all, Map<String, List<Duration>> bySubject) {
    /// The median of a subject, drawn towards that of the school while there are few.
    Duration takes(String subject) {
      if (all.isEmpty()) {
        return USUAL;
      }
      var school = HelpFigures.median(all);
      var own = bySubject.getOrDefault(subject, List.of());
      if (own.isEmpty()) {
        return school;
      }
      long sum =
          HelpFigures.median(own).toMillis() * own.size() + school.toMillis() * SAMPLES_TRUSTED;
      return Duration.ofMillis(sum / (own.size() + SAMPLES_TRUSTED));
    }
  }
}

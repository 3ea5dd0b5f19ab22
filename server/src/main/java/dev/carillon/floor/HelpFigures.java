package dev.carillon.floor;

import dev.carillon.floor.HelpRequest.Outcome;
import dev.carillon.floor.HelpStatistics.Count;
import dev.carillon.floor.HelpTrack.State;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the statistics of a day come to. Waits that ended without help are told beside those that
/// ended with it, so that nobody who gave up is forgotten; and never a mean alone.
///
/// @param asked how many requests there were
/// @param helped how many a helper came to
/// @param toClaim waits of those, to the claim that led to help
/// @param toArrival and until the helper was there
/// @param gaveUp how long those had waited who cancelled before anybody came
/// @param cutOff how long those had waited whom time or staff ended before anybody came
/// @param helpTime with each of those who were helped
/// @param loads by helper, for staffing and not for ranking
/// @param reach how many students had one or two helps, and how many more
/// @param bySubject how many requests each subject had
public record HelpFigures(
    int asked,
    int helped,
    Spread toClaim,
    Spread toArrival,
    Spread gaveUp,
    Spread cutOff,
    Spread helpTime,
    Map<Count, Integer> counts,
    Map<PersonId, Load> loads,
    Reach reach,
    Map<String, Integer> bySubject) {
  /// @param p50 half are at most this; zero when there are none
  public record Spread(int size, Duration p50, Duration p90) {
    static Spread of(List<Duration> some) {
      return new Spread(some.size(), median(some), percentile(some, 90));
    }
  }

  /// @param claims how many requests she has or had last
  public record Load(int claims, Duration helping, int students) {}

  public record Reach(int once, int often) {}

  /// The figures as they stand at an instant.
  public static HelpFigures of(HelpStatistics statistics, Instant now) {
    var tracks = statistics.tracks().values().stream().map(track -> until(track, now)).toList();
    var helped = tracks.stream().filter(HelpTrack::wasHelped).toList();
    return new HelpFigures(
        tracks.size(),
        helped.size(),
        Spread.of(present(helped, HelpTrack::claimedAfter)),
        Spread.of(present(helped, HelpTrack::arrivedAfter)),
        Spread.of(waits(tracks, end -> end == Outcome.CANCELLED)),
        Spread.of(waits(tracks, end -> end != Outcome.CANCELLED)),
        Spread.of(helped.stream().map(HelpTrack::helped).toList()),
        statistics.all(),
        loads(tracks),
        reach(helped),
        tracks.stream()
            .collect(
                Collectors.groupingBy(
                    HelpTrack::subject, TreeMap::new, Collectors.summingInt(_ -> 1))));
  }

  /// The same without what went on since: whatever is open counts up to its own last change, so
  /// that they change with the calls and not with the clock.
  public static HelpFigures asOfLastChange(HelpStatistics statistics) {
    return of(statistics, Instant.MIN);
  }

  private static HelpTrack until(HelpTrack track, Instant now) {
    return track.end().isPresent() || track.state() == State.OVER || now.isBefore(track.since())
        ? track
        : track.in(track.state(), now);
  }

  /// Of those who waited and were never helped.
  private static List<Duration> waits(Collection<HelpTrack> tracks, Predicate<Outcome> which) {
    return tracks.stream()
        .filter(track -> !track.wasHelped() && track.end().filter(which).isPresent())
        .map(HelpTrack::waited)
        .toList();
  }

  private static List<Duration> present(
      Collection<HelpTrack> tracks, Function<HelpTrack, Optional<Duration>> of) {
    return tracks.stream().flatMap(track -> of.apply(track).stream()).toList();
  }

  private static Map<PersonId, Load> loads(Collection<HelpTrack> tracks) {
    var loads = new TreeMap<PersonId, Load>(Comparator.comparing(PersonId::value));
    var students = new TreeMap<PersonId, HashSet<PersonId>>(loads.comparator());
    for (var track : tracks) {
      for (var helper : track.helper().stream().toList()) {
        var hers = students.computeIfAbsent(helper, _ -> new HashSet<>());
        hers.add(track.student());
        var old = loads.getOrDefault(helper, new Load(0, Duration.ZERO, 0));
        loads.put(
            helper, new Load(old.claims() + 1, old.helping().plus(track.helped()), hers.size()));
      }
    }
    return loads;
  }

  private static Reach reach(Collection<HelpTrack> helped) {
    var times =
        helped.stream()
            .collect(Collectors.groupingBy(HelpTrack::student, Collectors.counting()))
            .values();
    int often = Math.toIntExact(times.stream().filter(count -> count >= 3).count());
    return new Reach(times.size() - often, often);
  }

  /// Of how many of those that are over a helper came to, in percent; empty while none is over.
  public Optional<Integer> servedPercent() {
    int over = helped + gaveUp.size() + cutOff.size();
    return over == 0 ? Optional.empty() : Optional.of(helped * 100 / over);
  }

  static Duration median(List<Duration> some) {
    return percentile(some, 50);
  }

  /// Nearest rank; zero of none.
  static Duration percentile(List<Duration> some, int percent) {
    if (some.isEmpty()) {
      return Duration.ZERO;
    }
    var sorted = some.stream().sorted().toList();
    return sorted.get(Math.max(0, Math.ceilDiv(sorted.size() * percent, 100) - 1));
  }
}

package dev.carillon.floor;

import dev.carillon.floor.HelpBells.Bell;
import dev.carillon.floor.HelpLessons.Lesson;
import dev.carillon.floor.HelpRequest.Outcome;
import dev.carillon.floor.HelpStatistics.Count;
import dev.carillon.floor.HelpTrack.State;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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
/// @param unheld for how long nobody had them, all in all
/// @param gaveUp how long those had waited who called it off before anybody came
/// @param cutOff how long those had waited whom time or staff ended before anybody came
/// @param helpTime with each of those who were helped
/// @param onHold for how long students tried by themselves in between, of those who did
/// @param overBell for how long those were kept over a bell who have been let go
/// @param loads by helper, for staffing and not for ranking
/// @param reach how many students had how many helps this week
/// @param guessedOnly students a program outside thought stuck today, and who have not asked
/// @param bells what each bell did to the open calls, in the order in which they rang
/// @param lessons what help was asked for, of blocks that are over: items and subjects, the most
///   requests per hundred attempts first
/// @param bySubject how many requests each subject had
public record HelpFigures(
    int asked,
    int helped,
    Spread toClaim,
    Spread toArrival,
    Spread unheld,
    Spread gaveUp,
    Spread cutOff,
    Spread helpTime,
    Spread onHold,
    Spread overBell,
    Map<Count, Integer> counts,
    Map<PersonId, Load> loads,
    Reach reach,
    int guessedOnly,
    List<Bell> bells,
    List<Lesson> lessons,
    Map<String, Integer> bySubject) {
  /// @param p50 half are at most this; zero when there are none
  public record Spread(int size, Duration p50, Duration p90) {
    static Spread of(List<Duration> some) {
      return new Spread(some.size(), median(some), percentile(some, 90));
    }
  }

  /// @param claims requests she has taken, each time
  /// @param helping the time she was with students, several at once counted once
  /// @param students how many different ones
  /// @param interruptions as [HelpLoads] has them
  public record Load(int claims, Duration helping, int students, int interruptions) {}

  /// Of the students of the school: whom no helper came to this week, whom once or twice, whom more
  /// often.
  public record Reach(int never, int once, int often) {}

  /// The figures as they stand at an instant.
  public static HelpFigures of(Floor floor, Instant now) {
    var statistics = floor.help().figures();
    var tracks = statistics.tracks().values().stream().map(track -> until(track, now)).toList();
    var helped = tracks.stream().filter(HelpTrack::wasHelped).toList();
    var bells = bells(statistics.bells());
    return new HelpFigures(
        tracks.size(),
        helped.size(),
        Spread.of(present(helped, HelpTrack::claimedAfter)),
        Spread.of(present(helped, HelpTrack::arrivedAfter)),
        Spread.of(helped.stream().map(HelpTrack::waited).toList()),
        Spread.of(waits(tracks, end -> end == Outcome.CANCELLED)),
        Spread.of(waits(tracks, end -> end != Outcome.CANCELLED)),
        Spread.of(helped.stream().map(HelpTrack::helped).toList()),
        Spread.of(tracks.stream().map(HelpTrack::onHold).filter(Duration::isPositive).toList()),
        Spread.of(bells.stream().flatMap(bell -> bell.over().stream()).toList()),
        statistics.all(),
        loads(statistics.loads(), now),
        reach(floor),
        Math.toIntExact(statistics.guessedOnly()),
        bells,
        lessons(statistics.lessons()),
        tracks.stream()
            .collect(
                Collectors.groupingBy(
                    HelpTrack::subject, TreeMap::new, Collectors.summingInt(_ -> 1))));
  }

  /// The same without what went on since: whatever is open counts up to its own last change, so
  /// that they change with the calls and not with the clock.
  public static HelpFigures asOfLastChange(Floor floor) {
    return of(floor, Instant.MIN);
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

  private static Map<PersonId, Load> loads(HelpLoads loads, Instant now) {
    var all = new TreeMap<PersonId, Load>(Comparator.comparing(PersonId::value));
    loads
        .helpers()
        .forEach(
            (helper, load) ->
                all.put(
                    helper,
                    new Load(
                        load.claims(),
                        load.helping(now),
                        load.students().size(),
                        load.interruptions())));
    return all;
  }

  private static Reach reach(Floor floor) {
    var date = floor.plan().date();
    var week = floor.carried().helped().and(date, floor.help().figures().helped()).times();
    int once = 0;
    int often = 0;
    for (var each : week.entrySet()) {
      boolean isHere = floor.student(each.getKey()).isPresent();
      once += isHere && each.getValue() < OFTEN ? 1 : 0;
      often += isHere && each.getValue() >= OFTEN ? 1 : 0;
    }
    return new Reach(floor.school().students().size() - once - often, once, often);
  }

  /// So many helps a week are many.
  private static final int OFTEN = 3;

  private static List<Bell> bells(HelpBells bells) {
    return bells.bells().values().stream()
        .filter(bell -> bell.at().isPresent())
        .sorted(Comparator.comparing(bell -> bell.at().orElseThrow()))
        .toList();
  }

  private static List<Lesson> lessons(HelpLessons lessons) {
    return lessons.over().values().stream()
        .filter(lesson -> lesson.requests() > 0)
        .sorted(
            Comparator.comparingInt((Lesson lesson) -> lesson.perHundred().orElse(-1))
                .thenComparingInt(Lesson::requests)
                .reversed()
                .thenComparing(Lesson::key))
        .toList();
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

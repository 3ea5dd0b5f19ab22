package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;

/// What one day hands to the next.
///
/// @param helpsLastDay how often each student was helped, for fairness; students with none are
///   absent
/// @param turns the number of the turn with which each local rotation goes on, by its id
/// @param away who is away for longer than the day
/// @param help requests that are still parked, and broken equipment
/// @param helped how many requests of each student a helper came to this week
public record Carry(
    Map<PersonId, Integer> helpsLastDay,
    Mentoring mentoring,
    Map<String, Integer> turns,
    Map<PersonId, Away> away,
    List<Parked> help,
    Helped helped) {
  public static final Carry NOTHING = new Carry(Map.of(), Mentoring.NOBODY, Map.of());

  public Carry {
    helpsLastDay = Map.copyOf(helpsLastDay);
    turns = Map.copyOf(turns);
    away = Map.copyOf(away);
    // A day closed by an earlier program says nothing of them.
    help = List.copyOf(Objects.requireNonNullElse(help, List.of()));
    helped = Objects.requireNonNullElse(helped, Helped.NOBODY);
  }

  /// Everybody comes back, and nothing is parked.
  public Carry(
      Map<PersonId, Integer> helpsLastDay, Mentoring mentoring, Map<String, Integer> turns) {
    this(helpsLastDay, mentoring, turns, Map.of(), List.of(), Helped.NOBODY);
  }

  /// A request that waits for another day.
  ///
  /// @param waited how long it has waited so far
  /// @param to somebody it is for now
  /// @param why when a program has raised it
  public record Parked(
      HelpId help,
      PersonId student,
      HelpKind kind,
      String text,
      String item,
      String subject,
      StationId station,
      String seat,
      BlockId block,
      Duration waited,
      Instant askedAt,
      Optional<PersonId> to,
      Optional<Why> why) {}

  /// Whom mentors have met.
  ///
  /// @param week its Monday; what was in another week counts no more
  /// @param last when each student was met last, in whatever week
  public record Mentoring(LocalDate week, Set<PersonId> met, Map<PersonId, Instant> last) {
    static final Mentoring NOBODY = new Mentoring(LocalDate.EPOCH, Set.of(), Map.of());

    public Mentoring {
      met = Set.copyOf(met);
      // A day closed by an earlier program says nothing of it.
      last = Map.copyOf(Objects.requireNonNullElse(last, Map.of()));
    }

    /// @param stays whether that student is still of the school
    static Mentoring on(LocalDate date, Meetings meetings, Predicate<PersonId> stays) {
      var last = new HashMap<>(meetings.last());
      last.keySet().removeIf(stays.negate());
      return new Mentoring(mondayOf(date), meetings.thisWeek(), last);
    }

    /// Who was met in the week of a date.
    Set<PersonId> inWeekOf(LocalDate date) {
      return week.equals(mondayOf(date)) ? met : Set.of();
    }

    /// What a day begins with.
    Meetings before(LocalDate date) {
      return new Meetings(HashTreePSet.from(inWeekOf(date)), HashTreePMap.from(last));
    }
  }

  /// Whom helpers came to, so that a week can be told when its logs are gone.
  ///
  /// @param week its Monday; what was in another week counts no more
  /// @param times by student; those nobody came to are absent
  public record Helped(LocalDate week, Map<PersonId, Integer> times) {
    static final Helped NOBODY = new Helped(LocalDate.EPOCH, Map.of());

    public Helped {
      times = Map.copyOf(times);
    }

    /// With the times of a day.
    Helped and(LocalDate date, Map<PersonId, Integer> today) {
      var sum = new HashMap<>(inWeekOf(date));
      today.forEach((student, count) -> sum.merge(student, count, Integer::sum));
      return new Helped(mondayOf(date), sum);
    }

    /// Up to the day before a date, in its week.
    Map<PersonId, Integer> inWeekOf(LocalDate date) {
      return week.equals(mondayOf(date)) ? times : Map.of();
    }
  }

  private static LocalDate mondayOf(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}

package dev.carillon.roster;

import dev.carillon.roster.IcsFile.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RecurrenceId;

/// What an iCalendar says of the days of a school: each occasion with the dates it touches in the
/// school's zone.
///
/// All-day events are dates wherever somebody reads them. Timed ones are instants: of their own
/// zone, of UTC, or, without either, of the school's zone. Repetitions are followed through two
/// years before and after the school's own dates, with their exceptions and single changes.
final class Ics {
  /// Every second for years would be followed for long.
  private static final Pattern TOO_OFTEN =
      Pattern.compile("FREQ=(SECONDLY|MINUTELY|HOURLY)", Pattern.CASE_INSENSITIVE);

  /// What the library puts before the words of its parts.
  private static final Pattern AT_LINE = Pattern.compile("^Error at line \\d+:");

  private static final int WORDS_MAX = 120;

  /// @param time of its start on the school's wall; empty when it is for all day
  record Occasion(
      String name, LocalDate from, LocalDate to, Optional<LocalTime> time, Place place) {}

  /// The dates that matter, both included.
  record Window(LocalDate from, LocalDate to) {
    static Window around(int year) {
      return new Window(LocalDate.of(year - 2, 1, 1), LocalDate.of(year + 2, 12, 31));
    }
  }

  private record Single(String uid, LocalDate date) {}

  private final ZoneId zone;
  private final Window window;
  private final Findings findings;
  private final Set<Single> changed = new HashSet<>();
  private final List<Occasion> occasions = new ArrayList<>();

  Ics(ZoneId zone, Window window, Findings findings) {
    this.zone = zone;
    this.window = window;
    this.findings = findings;
  }

  List<Occasion> read(List<Event> events) {
    events.forEach(event -> guarded(event, () -> noteChange(event.event())));
    events.forEach(event -> guarded(event, () -> add(event)));
    return List.copyOf(occasions);
  }

  /// The latest year in which an event begins; what cannot be told is told later.
  static Optional<Integer> latestYear(List<Event> events) {
    return events.stream()
        .flatMap(event -> start(event.event()).stream())
        .map(Ics::year)
        .max(Integer::compare);
  }

  static String words(Exception fault) {
    var message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    var words = AT_LINE.matcher(message).replaceFirst("");
    return words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) : words;
  }

  private void guarded(Event event, Runnable read) {
    try {
      read.run();
    } catch (DateTimeException | IllegalArgumentException fault) {
      findings.block(
          event.place(),
          words(fault),
          "dates and zones that there are",
          "Mend it, or take it out.");
    }
  }

  private static Optional<Temporal> start(VEvent event) {
    return event.<DtStart<Temporal>>getProperty(Property.DTSTART).map(start -> start.getDate());
  }

  private static int year(Temporal start) {
    return start.get(ChronoField.YEAR);
  }

  /// One time of a repeated event that stands by itself takes the place of the one it names.
  private void noteChange(VEvent event) {
    event
        .<RecurrenceId<Temporal>>getProperty(Property.RECURRENCE_ID)
        .ifPresent(it -> changed.add(new Single(uid(event), date(it.getDate()))));
  }

  private void add(Event event) {
    var start = start(event.event());
    if (start.isEmpty()) {
      findings.block(event.place(), "no start", "`DTSTART`", "Mend it, or take it out.");
      return;
    }
    if (text(event.event(), Property.STATUS).equalsIgnoreCase("CANCELLED")) {
      return;
    }
    if (turnsTooOften(event.event())) {
      findings.warn(
          event.place(),
          "an event more often than daily",
          "days, weeks, months or years",
          "It is left out: the days of a school do not turn so often.");
      return;
    }
    boolean isChange = event.event().getProperty(Property.RECURRENCE_ID).isPresent();
    Set<? extends Period<? extends Temporal>> times =
        event.event().calculateRecurrenceSet(period(start.get()));
    for (var time : times) {
      var date = date(time.getStart());
      if (isChange || !changed.contains(new Single(uid(event.event()), date))) {
        occasions.add(occasion(event, time, date));
      }
    }
  }

  private static boolean turnsTooOften(VEvent event) {
    return TOO_OFTEN.matcher(text(event, Property.RRULE)).find();
  }

  private Occasion occasion(Event event, Period<? extends Temporal> time, LocalDate from) {
    var name = text(event.event(), Property.SUMMARY).strip();
    var wall =
        time.getStart() instanceof LocalDate
            ? Optional.<LocalTime>empty()
            : Optional.of(local(time.getStart()).toLocalTime());
    var last = last(time);
    return new Occasion(name, from, last.isBefore(from) ? from : last, wall, event.place());
  }

  /// Ends are the first moment, or the first date, that does not belong to an event any more.
  private LocalDate last(Period<? extends Temporal> time) {
    return time.getEnd() instanceof LocalDate end
        ? end.minusDays(1)
        : local(time.getEnd()).minusNanos(1).toLocalDate();
  }

  private Period<? extends Temporal> period(Temporal start) {
    var from = window.from.atStartOfDay();
    var to = window.to.plusDays(1).atStartOfDay();
    return switch (start) {
      case LocalDate _ -> new Period<>(window.from, window.to);
      case LocalDateTime _ -> new Period<>(from, to);
      case ZonedDateTime it -> new Period<>(from.atZone(it.getZone()), to.atZone(it.getZone()));
      case OffsetDateTime it ->
          new Period<>(from.atOffset(it.getOffset()), to.atOffset(it.getOffset()));
      default -> new Period<>(from.atZone(zone).toInstant(), to.atZone(zone).toInstant());
    };
  }

  private LocalDate date(Temporal at) {
    return at instanceof LocalDate date ? date : local(at).toLocalDate();
  }

  private LocalDateTime local(Temporal at) {
    return at instanceof LocalDateTime floating
        ? floating
        : Instant.from(at).atZone(zone).toLocalDateTime();
  }

  private static String uid(VEvent event) {
    return text(event, Property.UID);
  }

  private static String text(VEvent event, String name) {
    return event.getProperty(name).map(Property::getValue).orElse("");
  }
}

package dev.carillon.school;

import dev.carillon.school.CycleRule.CycleDay;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.Resolution.Lost;
import dev.carillon.school.Resolution.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Which day type a date runs.
///
/// Asked in this order, the first to answer wins: somebody's decision for the date; a dated
/// exception, the narrowest range first; a cycle, in the order given; the weekday; no school. Two
/// exceptions of the same length are not composed: the last named wins here, and `roster` refuses
/// the calendar until somebody chooses (see [#question]).
public record Calendar(
    Map<DayTypeId, DayType> dayTypes,
    Week weekdays,
    List<CycleRule> cycles,
    List<SpecialDays> special,
    List<ManualDay> manual,
    List<Note> notes) {
  /// How far [#nextSchoolDay] looks, in days: past any holiday, not past the end of the school.
  private static final int LOOK_AHEAD_DAYS_MAX = 400;

  public Calendar {
    dayTypes = Ordered.copyOf(dayTypes);
    cycles = List.copyOf(cycles);
    special = List.copyOf(special);
    manual = List.copyOf(manual);
    notes = List.copyOf(notes);
  }

  /// A calendar without notes.
  public Calendar(
      Map<DayTypeId, DayType> dayTypes,
      Week weekdays,
      List<CycleRule> cycles,
      List<SpecialDays> special,
      List<ManualDay> manual) {
    this(dayTypes, weekdays, cycles, special, manual, List.of());
  }

  /// A calendar without school.
  public Calendar() {
    this(Map.of(), Week.EMPTY, List.of(), List.of(), List.of());
  }

  /// What a date runs and why.
  public Resolution resolve(LocalDate date) {
    return claims(date)
        .findFirst()
        .map(claim -> resolution(date, claim))
        .orElseGet(() -> nothing(date));
  }

  /// The rules that claimed a date and did not get it, in the order of their right.
  public List<Lost> lost(LocalDate date) {
    var claims = claims(date).toList();
    return claims.stream().skip(1).map(claim -> lost(claim, claims.getFirst())).toList();
  }

  /// The day made real: every edge an instant.
  public DayPlan dayPlan(LocalDate date, ZoneId zone) {
    var resolution = resolve(date);
    var schedules =
        resolution.dayType().schedules().stream()
            .map(schedule -> schedule.on(date, zone))
            .filter(plan -> !plan.blocks().isEmpty())
            .toList();
    return new DayPlan(date, zone, resolution.dayType().name(), resolution.why(), schedules);
  }

  /// The first date from this one on, itself included, on which there is school; empty when there
  /// is none within 400 days.
  public Optional<LocalDate> nextSchoolDay(LocalDate from) {
    return from.datesUntil(from.plusDays(LOOK_AHEAD_DAYS_MAX))
        .filter(date -> resolve(date).dayType().isSchoolDay())
        .findFirst();
  }

  /// The first date from this one on, itself included, that has a floor: there is school, or there
  /// would be and somebody has decided otherwise, which may be taken back.
  public Optional<LocalDate> nextServiceDay(LocalDate from) {
    return from.datesUntil(from.plusDays(LOOK_AHEAD_DAYS_MAX))
        .filter(date -> resolve(date).dayType().isSchoolDay() || isCalledOff(date))
        .findFirst();
  }

  /// Whether there is no school because of somebody's decision for the date.
  public boolean isCalledOff(LocalDate date) {
    return manualOn(date).isPresent()
        && !resolve(date).dayType().isSchoolDay()
        && withoutManual(date).resolve(date).dayType().isSchoolDay();
  }

  /// When a date with a floor is over; one that was called off, when it would have been.
  public Optional<Instant> endOf(LocalDate date, ZoneId zone) {
    return (isCalledOff(date) ? withoutManual(date) : this).dayPlan(date, zone).end();
  }

  /// What somebody has decided for a date.
  public Optional<ManualDay> decided(LocalDate date) {
    return manualOn(date);
  }

  /// The service date at an instant: yesterday's while its last block still runs past midnight.
  public LocalDate serviceDate(Instant now, ZoneId zone) {
    var today = now.atZone(zone).toLocalDate();
    var yesterday = today.minusDays(1);
    boolean stillRuns = dayPlan(yesterday, zone).end().filter(now::isBefore).isPresent();
    return stillRuns ? yesterday : today;
  }

  /// What a date waits to be told: exceptions claim it with the same right and different wishes,
  /// such as a delayed opening on an early-release day. Districts differ in what is meant, so the
  /// two are never composed; a decision for the date answers it.
  public Optional<Question> question(LocalDate date) {
    var claims = exceptionsOn(date);
    long narrowest = claims.stream().mapToLong(SpecialDays::lengthDays).min().orElse(0);
    var rivals =
        special.stream().filter(claims::contains).filter(it -> it.lengthDays() == narrowest);
    return Optional.of(new Question(date, rivals.toList()))
        .filter(Question::isOpen)
        .filter(_ -> manualOn(date).isEmpty());
  }

  /// Every date that waits for an answer, in order.
  public List<Question> questions() {
    return special.stream()
        .flatMap(one -> special.stream().flatMap(one::rivalling))
        .distinct()
        .sorted()
        .flatMap(date -> question(date).stream())
        .toList();
  }

  public List<Note> notes(LocalDate date) {
    return notes.stream().filter(note -> note.date().equals(date)).toList();
  }

  /// The same calendar with somebody's decision for a date in place of any earlier one.
  public Calendar with(ManualDay day) {
    var others = withoutManual(day.date()).manual;
    return withManual(Stream.concat(others.stream(), Stream.of(day)).toList());
  }

  /// The same calendar with the decision for this date cleared.
  public Calendar withoutManual(LocalDate date) {
    return withManual(manual.stream().filter(day -> !day.date().equals(date)).toList());
  }

  /// Whether the calendar has the day type, or the day of a cycle, that a decision names.
  public boolean understands(ManualDay day) {
    return dayTypeOf(day.runs()).filter(dayTypes::containsKey).isPresent();
  }

  /// Whether days to come depend on a decision for a date that is over: a cycle that a closure
  /// postpones has not counted it.
  public boolean counts(ManualDay day) {
    return understands(day)
        && with(day).isClosed(day.date()) != isClosed(day.date())
        && cycles.stream().anyMatch(CycleRule::isPostponed);
  }

  private Calendar withManual(List<ManualDay> days) {
    return new Calendar(dayTypes, weekdays, cycles, special, days, notes);
  }

  /// A rule that claims a date.
  ///
  /// @param lengthDays of the range an exception names; 0 for other rules
  private record Claim(Rule rule, DayTypeId dayType, String why, long lengthDays) {
    private String because(Claim winner) {
      if (winner.rule != rule) {
        return switch (winner.rule) {
          case MANUAL -> "a decision for the date comes first";
          case EXCEPTION -> "a dated exception comes first";
          case CYCLE, WEEKDAY, NONE -> "a cycle comes first";
        };
      }
      if (rule != Rule.EXCEPTION) {
        return "one named before it comes first";
      }
      return winner.lengthDays < lengthDays
          ? "a narrower exception comes first"
          : "another one as narrow is named after it";
    }
  }

  private Lost lost(Claim claim, Claim winner) {
    return new Lost(claim.rule, dayType(claim.dayType), claim.why, claim.because(winner));
  }

  /// Every rule that claims a date, the one that wins first.
  private Stream<Claim> claims(LocalDate date) {
    return Stream.<Supplier<Stream<Claim>>>of(
            () -> byHand(date), () -> byException(date), () -> byCycle(date), () -> byWeekday(date))
        .flatMap(Supplier::get);
  }

  private Stream<Claim> byHand(LocalDate date) {
    return manualOn(date).stream()
        .flatMap(day -> claim(Rule.MANUAL, day.runs(), "set by hand: " + day.reason(), 0));
  }

  private Stream<Claim> byException(LocalDate date) {
    return exceptionsOn(date).stream()
        .flatMap(days -> claim(Rule.EXCEPTION, days.runs(), words(days), days.lengthDays()));
  }

  private Stream<Claim> claim(Rule rule, Runs runs, String why, long lengthDays) {
    return dayTypeOf(runs).stream().map(type -> new Claim(rule, type, why, lengthDays));
  }

  private Stream<Claim> byCycle(LocalDate date) {
    return cycles.stream()
        .flatMap(
            cycle ->
                cycle.on(date, this::isClosed).stream()
                    .map(day -> new Claim(Rule.CYCLE, day.dayType(), words(cycle, day), 0)));
  }

  private Stream<Claim> byWeekday(LocalDate date) {
    return weekdays.on(date.getDayOfWeek()).stream()
        .map(type -> new Claim(Rule.WEEKDAY, type, "every " + weekday(date), 0));
  }

  private Resolution resolution(LocalDate date, Claim claim) {
    return new Resolution(date, dayType(claim.dayType), claim.rule, cycleDay(date), claim.why);
  }

  private static Resolution nothing(LocalDate date) {
    var why = "nothing is planned on a " + weekday(date);
    return new Resolution(date, DayType.NO_SCHOOL, Rule.NONE, "", why);
  }

  /// A closed date has no day of a SHIFT cycle; what a make-up day stands for is its own.
  private String cycleDay(LocalDate date) {
    var named =
        manualOn(date).map(ManualDay::runs).or(() -> exceptionOn(date).map(SpecialDays::runs));
    if (named.isPresent() && named.get() instanceof Runs.DayOfCycle(_, var label)) {
      return label;
    }
    return isClosed(date) ? "" : firstCycleDay(date).map(CycleDay::label).orElse("");
  }

  private Optional<CycleDay> firstCycleDay(LocalDate date) {
    return cycles.stream().flatMap(cycle -> cycle.on(date, this::isClosed).stream()).findFirst();
  }

  /// Whether somebody or an exception says that there is no school. Cycles ask this, so it asks no
  /// cycle for anything but a day by its name.
  private boolean isClosed(LocalDate date) {
    return manualOn(date)
        .map(ManualDay::runs)
        .or(() -> exceptionOn(date).map(SpecialDays::runs))
        .flatMap(this::dayTypeOf)
        .filter(type -> !dayType(type).isSchoolDay())
        .isPresent();
  }

  private Optional<ManualDay> manualOn(LocalDate date) {
    return manual.stream().filter(day -> day.date().equals(date)).findFirst();
  }

  private Optional<SpecialDays> exceptionOn(LocalDate date) {
    return exceptionsOn(date).stream().findFirst();
  }

  /// The narrowest first; of two equally narrow ones the last named.
  private List<SpecialDays> exceptionsOn(LocalDate date) {
    return special.reversed().stream()
        .filter(days -> days.contains(date))
        .sorted(Comparator.comparingLong(SpecialDays::lengthDays))
        .toList();
  }

  private Optional<DayTypeId> dayTypeOf(Runs runs) {
    return switch (runs) {
      case Runs.Type(var dayType) -> Optional.of(dayType);
      case Runs.DayOfCycle(var cycle, var label) ->
          cycles.stream()
              .filter(rule -> rule.name().equals(cycle))
              .findFirst()
              .flatMap(rule -> rule.named(label))
              .map(CycleDay::dayType);
    };
  }

  private DayType dayType(DayTypeId id) {
    return Objects.requireNonNullElse(dayTypes.get(id), DayType.NO_SCHOOL);
  }

  private static String words(SpecialDays days) {
    var when = days.lengthDays() == 1 ? "" + days.from() : days.from() + " to " + days.to();
    var what = days.runs() instanceof Runs.DayOfCycle(_, var label) ? ", runs " + label : "";
    return days.name() + " (" + when + ")" + what;
  }

  private static String words(CycleRule cycle, CycleDay day) {
    return "cycle " + cycle.name() + ": " + day.label();
  }

  private static String weekday(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}

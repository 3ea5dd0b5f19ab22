package dev.carillon.view;

import dev.carillon.floor.HelpBells.Bell;
import dev.carillon.floor.HelpFigures;
import dev.carillon.floor.HelpFigures.Load;
import dev.carillon.floor.HelpFigures.Spread;
import dev.carillon.floor.HelpLessons.Lesson;
import dev.carillon.floor.HelpStatistics.Count;
import dev.carillon.floor.Touched.Part;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What has become of the calls of the day, in figures and without a student. They are as of the
/// last change of anything, so that they are the same whenever they are cut.
record FigureRows(Sight sight) {
  /// Lessons are told where they stand out; a list of everything finds nothing.
  private static final int LESSONS_MAX = 30;

  /// @param line whether any call may be another one
  void add(Cut cut, Change change, boolean line) {
    boolean rang = change.schedules();
    boolean guessed = change.touched().parts().contains(Part.SIGNALS);
    cut.table("helpToday", line || guessed, () -> List.of(today()))
        .table("helpLoads", line, this::loads)
        .table("helpBells", line || rang, this::bells)
        .table("helpLessons", rang, this::lessons);
  }

  private HelpFigures figures() {
    return sight.memo().figures(sight.floor());
  }

  private Row.HelpToday today() {
    var figures = figures();
    return new Row.HelpToday(
        "today",
        figures.asked(),
        figures.helped(),
        figures.servedPercent(),
        waits(figures.toClaim()),
        waits(figures.toArrival()),
        waits(figures.unheld()),
        waits(figures.gaveUp()),
        waits(figures.cutOff()),
        waits(figures.helpTime()),
        waits(figures.onHold()),
        waits(figures.overBell()),
        counts(figures.counts()),
        figures.reach().never(),
        figures.reach().once(),
        figures.reach().often(),
        figures.guessedOnly());
  }

  private static Row.Waits waits(Spread spread) {
    return new Row.Waits(spread.size(), spread.p50().toMillis(), spread.p90().toMillis());
  }

  private static Map<String, Integer> counts(Map<Count, Integer> counts) {
    var named = new TreeMap<String, Integer>();
    counts.forEach((what, times) -> named.put(Sight.word(what), times));
    return named;
  }

  /// By name: in which order they stand says nothing.
  private List<Row.HelperLoad> loads() {
    return figures().loads().entrySet().stream()
        .map(each -> load(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(Row.HelperLoad::name))
        .toList();
  }

  private Row.HelperLoad load(PersonId helper, Load load) {
    return new Row.HelperLoad(
        helper.value(),
        sight.floor().nameOf(helper),
        load.claims(),
        load.helping().toMillis(),
        load.students(),
        load.interruptions());
  }

  private List<Row.BellCalls> bells() {
    return figures().bells().stream().map(FigureRows::bell).toList();
  }

  private static Row.BellCalls bell(Bell bell) {
    var schedule = bell.schedule().orElseThrow().value();
    var longest = bell.over().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    return new Row.BellCalls(
        bell.block().map(Id::value).orElse(schedule + "/end"),
        schedule,
        bell.block().map(Id::value),
        bell.at().orElseThrow().toEpochMilli(),
        bell.carried(),
        bell.parked(),
        bell.ended(),
        bell.kept(),
        bell.over().stream().mapToLong(Duration::toMillis).sum(),
        longest.toMillis());
  }

  private List<Row.LessonCalls> lessons() {
    return Stream.concat(
            first(lesson -> lesson.item().isEmpty()), first(lesson -> !lesson.item().isEmpty()))
        .map(FigureRows::lesson)
        .toList();
  }

  private Stream<Lesson> first(Predicate<Lesson> which) {
    return figures().lessons().stream().filter(which).limit(LESSONS_MAX);
  }

  private static Row.LessonCalls lesson(Lesson lesson) {
    return new Row.LessonCalls(
        lesson.key(),
        Optional.of(lesson.item()).filter(item -> !item.isEmpty()),
        lesson.subject(),
        lesson.requests(),
        lesson.attempts(),
        lesson.perHundred());
  }
}

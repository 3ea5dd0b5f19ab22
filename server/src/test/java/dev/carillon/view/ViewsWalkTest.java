package dev.carillon.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.FlexSchool;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpInferred;
import dev.carillon.floor.StudioTurns;
import dev.carillon.floor.Touched;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person;
import dev.carillon.view.Audience.OfBoard;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Audience.OfStudent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happens on a floor, what screens show of it is true.
final class ViewsWalkTest {
  private static final int STUDENTS = 12;
  private static final int STEPS = 250;

  private final Views views = new Views();

  /// Goal: a view that was patched event by event equals one that is cut whole, for everybody.
  /// Method: a walk of a named seed; after each event every audience is cut both ways.
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void a_view_cut_again_equals_a_view_cut_whole(long seed) {
    check(seed, Crowded.floor(STUDENTS));
  }

  /// The same where students come to stations by themselves and teachers unlock assessments.
  @ParameterizedTest
  @ValueSource(longs = {3, 6, 9})
  void a_view_of_personal_time_cut_again_equals_a_view_cut_whole(long seed) {
    var school = FlexSchool.school(Crowded.school(STUDENTS));
    check(seed, Floor.opened(Fixtures.dayOpened(school, Fixtures.day())));
  }

  /// The same where a room takes turns, and its groups and stations are joined and parted.
  @ParameterizedTest
  @ValueSource(longs = {4, 5, 12})
  void a_view_of_turns_cut_again_equals_a_view_cut_whole(long seed) {
    check(seed, StudioTurns.floor());
  }

  /// The same where some students have no schedule today, and stay at home.
  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void a_view_of_a_school_half_at_home_cut_again_equals_a_view_cut_whole(long seed) {
    check(seed, halfAtHome());
  }

  private static Floor halfAtHome() {
    var away = new ScheduleId("another-day");
    var school =
        Crowded.students(
            Crowded.school(STUDENTS),
            student -> student.id().value().endsWith("1") ? student.in(away) : student);
    return Floor.opened(Fixtures.dayOpened(school, Fixtures.day()));
  }

  private void check(long seed, Floor floor) {
    var shown = new HashMap<Audience, View>();
    audiences(floor).forEach(audience -> shown.put(audience, views.cut(audience, floor)));
    var walk =
        new Walk(
            seed,
            floor,
            (next, touched, what) ->
                shown.replaceAll(
                    (audience, view) -> {
                      Supplier<String> place = () -> "seed " + seed + ", " + what + ", " + audience;
                      return recut(audience, view, next, touched, place);
                    }));
    walk.take(STEPS);
  }

  private View recut(
      Audience audience, View before, Floor floor, Touched touched, Supplier<String> place) {
    var whole = views.cut(audience, floor);
    if (!views.touches(audience, floor, touched)) {
      assertThat(whole).as(place).isEqualTo(before);
      return before;
    }
    var after = views.recut(before, audience, floor, touched);
    assertThat(after.view()).as(place).isEqualTo(whole);
    assertThat(patched(before, after.patch())).as(place).isEqualTo(whole);
    assertThat(size(after.patch())).as(place).isEqualTo(differences(before, whole));
    return after.view();
  }

  private static long size(Patch patch) {
    return patch.set().values().stream().mapToLong(List::size).sum()
        + patch.gone().values().stream().mapToLong(List::size).sum();
  }

  /// How many rows are new, others or gone.
  private static long differences(View before, View after) {
    var old = rows(before);
    var rows = rows(after);
    return rows.entrySet().stream()
            .filter(row -> !row.getValue().equals(old.get(row.getKey())))
            .count()
        + old.keySet().stream().filter(key -> !rows.containsKey(key)).count();
  }

  private static Map<String, Row> rows(View view) {
    var all = new HashMap<String, Row>();
    view.tables().forEach((name, rows) -> rows.forEach((id, row) -> all.put(name + " " + id, row)));
    return all;
  }

  /// As a device does it.
  private static View patched(View before, Patch patch) {
    var tables = new LinkedHashMap<String, Map<String, Row>>();
    before.tables().forEach((name, rows) -> tables.put(name, new LinkedHashMap<>(rows)));
    patch
        .set()
        .forEach((name, rows) -> rows.forEach(row -> table(tables, name).put(row.id(), row)));
    patch.gone().forEach((name, ids) -> table(tables, name).keySet().removeAll(ids));
    return new View(tables);
  }

  private static Map<String, Row> table(Map<String, Map<String, Row>> tables, String name) {
    return tables.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }

  /// Goal: the numbers on a leader's screen are the sums of what is drawn there. Method: a walk of
  /// a named seed; after each event the dots are counted by hand.
  @ParameterizedTest
  @ValueSource(longs = {4, 5, 12})
  void the_counts_are_the_sums_of_the_dots(long seed) {
    for (var opened : List.of(Crowded.floor(STUDENTS), halfAtHome(), studioUnmeasured())) {
      var walk =
          new Walk(
              seed, opened, (floor, _, what) -> checkSums(floor, "seed " + seed + ", " + what));
      walk.take(STEPS);
    }
  }

  private void checkSums(Floor floor, String place) {
    var tables = views.cut(new OfLeaders(), floor).tables();
    var byState = new TreeMap<String, Integer>();
    var byStation = new TreeMap<String, Integer>();
    var dots = tables.get("dots").values();
    for (var row : dots) {
      var dot = (Row.Dot) row;
      byState.merge(counted(floor, dot), 1, Integer::sum);
      byStation.merge(dot.station(), 1, Integer::sum);
    }
    var counts = (Row.Counts) tables.get("counts").get("all");
    assertThat(dots).as(place).hasSameSizeAs(floor.school().students());
    assertThat(counts.students()).as(place).isEqualTo(dots.size());
    assertThat(states(counts)).as(place).isEqualTo(byState);
    for (var row : tables.get("stations").values()) {
      var station = (Row.LeaderStation) row;
      int planned = byStation.getOrDefault(station.id(), 0);
      assertThat(station.planned()).as(place).isEqualTo(planned);
    }
    int open = counts.waiting() + counts.claimed() + counts.helping();
    long atHand =
        floor.help().open().values().stream()
            .filter(call -> Set.of("waiting", "claimed", "helping").contains(call.word()))
            .filter(call -> !call.word().equals("waiting") || !HelpInferred.is(call))
            .count();
    assertThat(open).as(place).isEqualTo(atHand);
  }

  private static Floor studioUnmeasured() {
    var school = Changed.from(Crowded.school(STUDENTS)).unmeasured(Fixtures.STUDIO).school();
    return Floor.opened(Fixtures.dayOpened(school, Fixtures.day()));
  }

  /// What a dot counts as.
  private static String counted(Floor floor, Row.Dot dot) {
    var known = Set.of("excused", "departed", "elsewhere");
    boolean isKnown =
        floor.isMeasured(new StationId(dot.station())) || known.contains(dot.arrival());
    return isKnown ? dot.arrival() : "unmeasured";
  }

  private static Map<String, Integer> states(Row.Counts counts) {
    var states = new TreeMap<String, Integer>();
    states.put("expected", counts.expected());
    states.put("prompted", counts.prompted());
    states.put("arrived", counts.arrived());
    states.put("late", counts.late());
    states.put("missing", counts.missing());
    states.put("elsewhere", counts.elsewhere());
    states.put("staying", counts.staying());
    states.put("excused", counts.excused());
    states.put("departed", counts.departed());
    states.put("unmeasured", counts.unmeasured());
    states.values().removeIf(count -> count == 0);
    return states;
  }

  static List<Audience> audiences(Floor floor) {
    var audiences = new ArrayList<Audience>();
    for (var person : floor.school().people().values()) {
      switch (person) {
        case Person.Student student -> audiences.add(new OfStudent(student.id()));
        case Person.Staff staff when staff.role().helps() ->
            audiences.add(new OfHelper(staff.id()));
        case Person.Staff _, Person.Board _ -> {}
      }
    }
    audiences.add(new OfLeaders());
    audiences.add(OfBoard.PLAIN);
    return audiences;
  }
}

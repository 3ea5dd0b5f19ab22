package dev.carillon.roster;

import static dev.carillon.roster.Juniper.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Id.StationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What no line says by itself: clashes over schedules, and calendars that speak in vain.
class ChecksTest {
  /// A second schedule beside the first, in rooms of its own.
  private static final String TWO =
      SCHOOL
          .replace(
              "rooms:\n",
              """
              rooms:
                den:
                  name: Den
                  outline: {x: 30, y: 0, w: 5, h: 5}
                  stations:
                    den: {kind: table, hard: 9, adults: [abel]}
              """)
          .replace("hard: 3", "hard: 3\n        adults: [abel]")
          .replace(
              "    schedules:\n",
              """
                  schedules:
                    late:
                      blocks:
                        - {id: l1, start: 09:00, length: 30m}
              """);

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void write_a_small_school() throws IOException {
    folder = Juniper.write(parent);
  }

  @Test
  void grades_and_languages_of_a_station_are_read_as_those_of_students() throws IOException {
    write("school.yaml", SCHOOL.replace("hard: 3", "hard: 3\n        grades: [k, 3rd]"));
    var read = (Reading.Read) SchoolFolder.read(folder);
    var hall = read.school().stations().get(new StationId("hall"));
    assertThat(read.school().students()).allMatch(hall.terms().admits()::admits);

    write("school.yaml", SCHOOL.replace("hard: 3", "hard: 3\n        grades: [third]"));
    assertThat(told()).contains("school.yaml:14 `third`");
    write("school.yaml", SCHOOL.replace("hard: 3", "hard: 3\n        languages: [e n]"));
    assertThat(told()).contains("school.yaml:14 `e n`");
  }

  @Test
  void only_staff_may_be_the_adults_of_a_station() throws IOException {
    write("school.yaml", SCHOOL.replace("hard: 3", "hard: 3\n        adults: [mira]"));
    assertThat(told()).contains("school.yaml:14 `mira`");
  }

  @Test
  void a_station_that_is_never_worth_its_adult_is_told() throws IOException {
    var four = SCHOOL.replace("hard: 3", "hard: 9\n        min-group: 4");
    write(
        "school.yaml",
        four + "rotations: [{id: r, schedule: main, groups: [owls], stations: [hall]}]\n");
    assertThat(told()).contains("school.yaml:27 group `owls` of 2 at Hall");

    write("school.yaml", SCHOOL.replace("hard: 3", "hard: 3\n        min-group: 4"));
    assertThat(told()).contains("school.yaml:14 at least 4 of at most 3");
  }

  @Test
  void an_item_without_an_id_and_a_weight_below_nothing_are_told() throws IOException {
    write("playlists.csv", "student_id,order,item,title,where\nmira,1,,Fractions,home\n");
    assertThat(told()).contains("playlists.csv:2 nothing");

    write("school.yaml", SCHOOL.replace("08:35}", "08:35, weight: -1}"));
    assertThat(told()).contains("school.yaml:23 `-1`");
  }

  @Test
  void a_block_on_other_terms_than_on_another_day_is_told() throws IOException {
    var early =
        "  early: {name: Early, schedules: {main: {blocks: [{id: b2, start: 08:35, length: 30m,"
            + " walk-in: true}]}}}\ncalendar:\n";
    write("school.yaml", SCHOOL.replace("calendar:\n", early));
    assertThat(told()).contains("school.yaml:24 `main/b2` on other terms than on another day type");
  }

  @Test
  void two_cycles_of_one_name_are_told() throws IOException {
    var cycle = "{name: A, kind: weeks, from: 2026-08-10, weeks: [{monday: regular}]}";
    write("school.yaml", SCHOOL + "  cycles: [" + cycle + ", " + cycle + "]\n");
    assertThat(told()).contains("school.yaml:26 `A` a second time");
  }

  @Test
  void turns_in_another_schedule_than_the_students_live_by_are_refused() throws IOException {
    write(
        "school.yaml",
        TWO + "rotations: [{id: r, schedule: late, groups: [owls], stations: [den]}]\n");
    write(
        "students.csv",
        Juniper.STUDENTS
            .replace("seat\n", "seat,schedule\n")
            .replace(",1\n", ",1,main\n")
            .replace(",2\n", ",2,late\n"));

    assertThat(told())
        .contains(
            "school.yaml:35 1 of group `owls` (Mira T. first) in `main`, but turns in `late`, both"
                + " at 09:00–09:10 (Regular)");
  }

  @Test
  void an_adult_of_two_schedules_at_one_time_is_a_warning_d28() throws IOException {
    write("school.yaml", TWO);
    write("students.csv", students());

    assertThat(told())
        .containsExactly(
            "staff.csv:2 Abel Ortiz is at Den and Hall, both at 09:00–09:10 (Regular)");
  }

  @Test
  void an_adult_may_go_from_one_schedule_to_the_other_d28() throws IOException {
    write("school.yaml", TWO.replace("start: 09:00, length", "start: 09:10, length"));
    write("students.csv", students());

    assertThat(told()).isEmpty();
  }

  @Test
  void a_holiday_on_a_day_without_school_changes_nothing() throws IOException {
    write("school.yaml", SCHOOL + special("{date: 2026-10-10, name: Fair, runs: no-school}"));

    assertThat(told())
        .containsExactly("school.yaml:27 Fair from 2026-10-10 to 2026-10-10 changes nothing");
  }

  @Test
  void days_wholly_under_narrower_ones_change_nothing() throws IOException {
    write(
        "school.yaml",
        SCHOOL
            + special("{from: 2026-10-04, to: 2026-10-06, name: Visit, runs: regular}")
            + "    - {from: 2026-10-05, to: 2026-10-05, name: Fog, runs: no-school}\n"
            + "    - {from: 2026-10-04, to: 2026-10-04, name: Fair, runs: no-school}\n"
            + "    - {from: 2026-10-06, to: 2026-10-06, name: Storm, runs: no-school}\n");

    assertThat(told())
        .containsExactly("school.yaml:27 Visit from 2026-10-04 to 2026-10-06 changes nothing");
  }

  @Test
  void a_holiday_of_years_is_a_slip_in_a_date() throws IOException {
    write(
        "school.yaml",
        SCHOOL + special("{from: 2026-12-21, to: 2028-01-01, name: Winter, runs: no-school}"));

    assertThat(told()).containsExactly("school.yaml:27 Winter of 377 days");
  }

  @Test
  void a_day_type_that_never_runs_is_a_warning() throws IOException {
    write(
        "school.yaml",
        SCHOOL.replace(
            "calendar:\n",
            """
              early:
                name: Early release
                schedules: {main: {blocks: [{id: b1, start: 08:00, end: 09:00}]}}
            calendar:
            """));

    assertThat(told()).containsExactly("school.yaml:24 Early release never runs");
  }

  @Test
  void a_cycle_of_a_day_type_that_is_not_there_is_refused() throws IOException {
    write(
        "school.yaml",
        SCHOOL
            + """
              cycles:
                - {name: A/B, kind: days, from: 2026-08-10, days: {A: regular, B: blue}}
                - {name: Days, kind: days, from: 2026-08-10, days: {}}
            """);

    assertThat(told()).containsExactly("school.yaml:27 `blue`", "school.yaml:28 no `days`");
  }

  private static String students() {
    return """
    student_id,name,group,home,seat,schedule
    mira,Mira T.,owls,hall,1,main
    jun,Jun P.,owls,den,,late
    """;
  }

  private static String special(String row) {
    return "  special-days:\n    - " + row + "\n";
  }

  private List<String> told() {
    return Juniper.told(folder);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}

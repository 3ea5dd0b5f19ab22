package dev.carillon.roster;

import static dev.carillon.roster.Juniper.SCHOOL;
import static dev.carillon.roster.Juniper.STUDENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Arrangements.Pair;
import dev.carillon.school.DutyHours;
import dev.carillon.school.DutyHours.Span;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Profile;
import dev.carillon.school.Person.ScreenMode;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist.Must;
import dev.carillon.school.School;
import dev.carillon.school.Seat;
import dev.carillon.school.WallTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// School folders: read as a whole, or all that is wrong told at once with the line it stands in.
class SchoolFolderTest {
  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void write_a_small_school() throws IOException {
    folder = Juniper.write(parent);
  }

  @Test
  void a_small_school_is_read_whole() {
    var school = school();

    assertThat(school.id().value()).isEqualTo("juniper");
    assertThat(school.students()).extracting(student -> student.grade()).containsExactly("K", "3");
    assertThat(station(school).seats())
        .containsExactly(new Seat("1", 1, 1), new Seat("2", 2, 1), new Seat("3", 3, 1));
    assertThat(school.dayPlan(LocalDate.parse("2026-09-14")).schedules().getFirst().blocks())
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"desert-ridge", "maple-room-4", "roots-house", "two-bells"})
  void the_example_schools_have_no_findings_at_all(String name) {
    assertThat(SchoolFolder.read(SharedData.example(name)).findings()).isEmpty();
  }

  @Test
  void desert_ridge_rings_thirteen_bells_at_the_edges_of_a_regular_day() {
    var school = ((Reading.Read) SchoolFolder.read(SharedData.example("desert-ridge"))).school();
    var blocks = school.dayPlan(LocalDate.parse("2026-09-14")).schedules().getFirst().blocks();

    assertThat(blocks).hasSize(12);
    assertThat(blocks.getLast().end()).isEqualTo("2026-09-14T22:00:00Z");
    assertThat(school.students()).hasSize(240);
    assertThat(school.playlists()).hasSize(240);
  }

  @Test
  void a_room_in_which_nothing_says_who_has_come_is_unmeasured() throws IOException {
    var hall = new RoomId("hall");
    assertThat(school().rooms().get(hall).unmeasured()).isFalse();
    write("school.yaml", SCHOOL.replace("name: Hall", "name: Hall\n    unmeasured: true"));
    assertThat(school().rooms().get(hall).unmeasured()).isTrue();
  }

  @Test
  void who_is_better_apart_and_whom_a_station_is_for_is_read() throws IOException {
    write(
        "school.yaml",
        SCHOOL.replace("hard: 3", "hard: 3\n        grades: [3, 4]") + "apart: [[mira, jun]]\n");
    var school = school();
    assertThat(school.arrangements().apart())
        .containsExactly(new Pair(new PersonId("jun"), new PersonId("mira")));
    assertThat(station(school).terms().admits().grades()).containsExactlyInAnyOrder("3", "4");
  }

  @Test
  void screens_speak_by_grade_as_the_school_says_unless_a_student_needs_another()
      throws IOException {
    assertThat(modes()).containsExactly(ScreenMode.YOUNG, ScreenMode.STANDARD);
    write("school.yaml", SCHOOL + "screens: {young-to: 3, compact-from: 7}\n");
    assertThat(modes()).containsExactly(ScreenMode.YOUNG, ScreenMode.YOUNG);
    write("school.yaml", SCHOOL + "screens: {young-to: 0, compact-from: 3}\n");
    assertThat(modes()).containsExactly(ScreenMode.YOUNG, ScreenMode.COMPACT);
    write("school.yaml", SCHOOL + "screens: {young-to: 4, compact-from: 4}\n");
    assertThat(told()).containsExactly("school.yaml:26 `compact-from` 4 with `young-to` 4");
  }

  @Test
  void a_station_has_its_own_sentence_before_the_bell_if_it_is_short() throws IOException {
    write("school.yaml", SCHOOL.replace("hard: 3", "hard: 3\n        wrap-up: Cover the clay."));
    assertThat(station(school()).terms().wrapUp()).isEqualTo("Cover the clay.");
    write("school.yaml", SCHOOL.replace("hard: 3", "hard: 3\n        wrap-up: " + "a".repeat(61)));
    assertThat(told()).containsExactly("school.yaml:14 61 characters");
  }

  @Test
  void terms_of_help_are_read_and_numbers_that_contradict_each_other_are_told() throws IOException {
    write("school.yaml", SCHOOL + "rules: {help: {hold: 7m, nearest: true}}\n");
    assertThat(school().rules().help().spans().hold()).hasMinutes(7);
    assertThat(school().rules().help().fairness().nearest()).isTrue();
    write(
        "school.yaml",
        SCHOOL + "rules: {help: {hold: 1m, held-max: 99, leader-after: 5m, hurry: 1m}}\n");
    assertThat(told())
        .containsExactlyInAnyOrder(
            "school.yaml:26 `99`",
            "school.yaml:26 `hold-min` above `hold`",
            "school.yaml:26 `neighbours-after` above `leader-after`",
            "school.yaml:26 `hurry`");
  }

  private List<ScreenMode> modes() {
    return school().students().stream().map(student -> student.mode()).toList();
  }

  @Test
  void a_pair_of_one_or_with_a_stranger_is_told() throws IOException {
    write("school.yaml", SCHOOL + "apart: [[mira], [mira, abel]]\n");
    assertThat(told()).containsExactly("school.yaml:26 a list", "school.yaml:26 `abel`");
  }

  @Test
  void what_must_be_planned_is_read_from_playlists() throws IOException {
    write(
        "playlists.csv",
        """
        student_id,order,item,title,where,required,minutes
        mira,1,speech,Speech,home,yes,50
        mira,2,read,Reading,home,,
        """);
    assertThat(school().playlists().get(new PersonId("mira")).items())
        .extracting(item -> item.must())
        .containsExactly(new Must(true, 50), Must.IF_POSSIBLE);
  }

  @Test
  void everything_wrong_is_told_at_once_with_its_line() throws IOException {
    write(
        "school.yaml",
        SCHOOL
            .replace("zone: America/New_York", "zone: America/Juniper")
            .replace("{id: b2, start: 08:35}", "{id: b2, start: 08:20}")
            .replace("monday: regular", "monday: regullar")
            .replace("owls: Owls", "owls: Owls\ncolour: blue"));
    write("students.csv", STUDENTS.replace("jun,Jun P.,3,owls,hall,2", "jun,Jun P.,3,elks,den,1"));

    assertThat(told())
        .containsExactly(
            "school.yaml:2 `America/Juniper`",
            "school.yaml:6 `colour`",
            "school.yaml:24 b2 starts at 08:20",
            "school.yaml:26 `regullar`",
            "students.csv:3 `elks`",
            "students.csv:3 `den`");
  }

  @Test
  void a_block_without_length_and_phases_that_do_not_fit_are_refused_d5() throws IOException {
    write(
        "school.yaml",
        SCHOOL
            .replace("{id: b1, start: 08:00}", "{id: b1, start: 08:00, end: 08:00}")
            .replace("{id: b2, start: 08:35}", "{id: b2, start: 08:35, length: 5m, min: 1m}"));

    assertThat(told())
        .containsExactly(
            "school.yaml:22 08:00 to 08:00",
            "school.yaml:23 move, settle and warn of 6m in a block of 5m");
  }

  @Test
  void what_a_student_needs_to_be_otherwise_stands_in_her_row() throws IOException {
    write(
        "students.csv",
        """
        student_id,name,group,home,extra_time,early-release,quiet
        mira,Mira T.,owls,hall,15m,90s,yes
        jun,Jun P.,owls,hall,,,no
        """);

    assertThat(school().students())
        .extracting(Student::profile)
        .containsExactly(
            new Profile(Duration.ofMinutes(15), Duration.ofSeconds(90), true), Profile.PLAIN);
  }

  @Test
  void when_a_helper_is_on_duty_stands_in_her_row_by_the_clock_or_by_blocks() throws IOException {
    write(
        "staff.csv",
        """
        staff_id,name,role,rooms,duty
        abel,Abel,paraprofessional,hall,8:00-8:30 8:45-9:10
        pia,Pia,paraprofessional,hall,b1-b2
        rosa,Rosa,teacher,hall,main/b2
        omar,Omar,teacher,hall,
        lena,Lena,leader,,
        """);

    assertThat(school().arrangements().duty())
        .isEqualTo(
            Map.of(
                new PersonId("abel"),
                hours(
                    new Span.Times(WallTime.of(8, 0), WallTime.of(8, 30)),
                    new Span.Times(WallTime.of(8, 45), WallTime.of(9, 10))),
                new PersonId("pia"),
                hours(new Span.Blocks(List.of(new BlockId("main/b1"), new BlockId("main/b2")))),
                new PersonId("rosa"),
                hours(new Span.Blocks(List.of(new BlockId("main/b2"))))));
  }

  private static DutyHours hours(Span... spans) {
    return new DutyHours(List.of(spans));
  }

  @Test
  void hours_that_cannot_be_read_are_told_and_not_guessed_at() throws IOException {
    write(
        "staff.csv",
        """
        staff_id,name,role,rooms,duty
        abel,Abel,paraprofessional,hall,9:00-8:00 b7
        pia,Pia,paraprofessional,hall,b1 b1-b2
        rosa,Rosa,teacher,hall,8:00-9:00 9:00-10:00
        lena,Lena,leader,,b1
        """);

    assertThat(told())
        .containsExactly(
            "staff.csv:2 `9:00-8:00`",
            "staff.csv:2 `b7`",
            "staff.csv:3 hours that overlap or follow on one another",
            "staff.csv:4 hours that overlap or follow on one another",
            "staff.csv:5 hours of a leader");
  }

  @Test
  void a_need_that_cannot_be_read_is_not_guessed_at() throws IOException {
    write(
        "students.csv",
        """
        student_id,name,group,home,extra-time,early-release,quiet
        mira,Mira T.,owls,hall,15,-2m,sometimes
        """);

    assertThat(told())
        .containsExactly(
            "students.csv:2 `15`", "students.csv:2 `-2m`", "students.csv:2 `sometimes`");
  }

  @Test
  void a_seat_given_twice_names_whose_it_is() throws IOException {
    write("students.csv", STUDENTS.replace("hall,2", "hall,1"));

    assertThat(told()).containsExactly("students.csv:3 seat `1`, which is Mira T.'s");
  }

  @Test
  void more_students_than_a_home_holds_is_refused() throws IOException {
    write("students.csv", STUDENTS + "leo,Leo R.,3,owls,hall,\nada,Ada M.,3,owls,hall,\n");

    assertThat(told()).containsExactly("school.yaml:11 4 students at home in Hall");
  }

  @Test
  void a_group_too_large_for_its_stations_is_refused() throws IOException {
    var rotation = "rotations: [{id: r, schedule: main, groups: [owls], stations: [nook]}]\n";
    write(
        "school.yaml",
        SCHOOL.replace("      hall:\n", "      nook: {kind: table, hard: 1}\n      hall:\n")
            + rotation);

    assertThat(told()).containsExactly("school.yaml:27 group `owls` of 2 at Hall");
  }

  @Test
  void a_bell_in_the_lost_hour_is_a_warning_that_names_the_night() throws IOException {
    write(
        "school.yaml",
        SCHOOL
            .replace(
                "{id: b1, start: 08:00}",
                "{id: b0, start: 02:15}\n          - {id: b1, start: 08:00}")
            .replace("{monday: regular}", "{sunday: regular}"));

    var finding = SchoolFolder.read(folder).findings().getFirst();
    assertThat(finding.blocks()).isFalse();
    assertThat(finding.line()).isEqualTo(22);
    assertThat(finding.found()).isEqualTo("main, b0: 02:15 on 2026-03-08");
  }

  @Test
  void two_exceptions_for_one_date_have_to_be_settled_by_somebody_d33() throws IOException {
    write(
        "school.yaml",
        SCHOOL
            + """
              special-days:
                - {date: 2026-10-07, name: Early release, runs: regular}
                - {date: 2026-10-07, name: Fog, runs: no-school}
            """);

    assertThat(told()).containsExactly("school.yaml:28 Early release and Fog on 2026-10-07");
    assertThat(SchoolFolder.read(folder).findings().getFirst().todo())
        .contains("- {date: 2026-10-07, reason: \"Fog\", runs: no-school}");
  }

  @Test
  void the_line_a_question_proposes_answers_it_d33() throws IOException {
    var asking =
        SCHOOL
            + """
              special-days:
                - {date: 2026-10-07, name: Early release, runs: regular}
                - {date: 2026-10-07, name: "Fog: thick", runs: no-school}
            """;
    write("school.yaml", asking);
    var school = ((Reading.Asking) SchoolFolder.read(folder)).school();
    var date = LocalDate.parse("2026-10-07");
    assertThat(DayPlanReport.text(school, date))
        .contains("Question: Early release and Fog: thick claim this date with the same right.")
        .contains("  Early release: Regular")
        .contains("      08:00:00–08:35:00  b1")
        .doesNotContain("Rule:");
    assertThat(DayPlanReport.json(school, date)).contains("\"question\"").doesNotContain("rule");

    for (var answer : school.calendar().question(date).orElseThrow().answers()) {
      write("school.yaml", asking + "  manual:\n    " + Answers.line(answer) + "\n");
      assertThat(school().calendar().manual()).containsExactly(answer);
    }
  }

  @Test
  void a_date_decided_twice_is_refused() throws IOException {
    write(
        "school.yaml",
        SCHOOL
            + """
              manual:
                - {date: 2026-10-07, reason: Fog, runs: regular}
                - {date: 2026-10-07, reason: Sun, runs: no-school}
            """);

    assertThat(told()).containsExactly("school.yaml:28 2026-10-07 a second time");
  }

  @Test
  void an_adult_of_stations_in_two_rooms_is_a_warning() throws IOException {
    var den =
        """
          den:
            name: Den
            outline: {x: 0, y: 20, w: 5, h: 5}
            stations:
              den: {kind: table, hard: 5, adults: [abel]}
        day-types:
        """;
    write(
        "school.yaml",
        SCHOOL.replace("day-types:\n", den).replace("hard: 3", "hard: 3\n        adults: [abel]"));

    assertThat(SchoolFolder.read(folder).findings())
        .extracting(Finding::found)
        .containsExactly("Abel Ortiz supervises stations in 2 rooms");
  }

  @Test
  void what_is_not_yaml_is_told_with_its_line() throws IOException {
    write("school.yaml", "name: Juniper\nzone: [America\n");

    assertThat(SchoolFolder.read(folder)).isInstanceOf(Reading.Faulty.class);
    assertThat(SchoolFolder.read(folder).findings().getFirst().line()).isEqualTo(3);
  }

  @Test
  void of_a_surname_only_the_initial_is_kept() throws IOException {
    write(
        "students.csv", "student_id,first_name,last_name,group,home_base\nm,Mira,Tran,owls,hall\n");

    assertThat(school().students().getFirst().name()).isEqualTo("Mira T.");
  }

  private School school() {
    var reading = SchoolFolder.read(folder);
    assertThat(reading.findings()).isEmpty();
    return ((Reading.Read) reading).school();
  }

  private static dev.carillon.school.Station station(School school) {
    return school.stations().get(new StationId("hall"));
  }

  private List<String> told() {
    return SchoolFolder.read(folder).findings().stream()
        .filter(Finding::blocks)
        .map(finding -> finding.file() + ":" + finding.line() + " " + finding.found())
        .toList();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}

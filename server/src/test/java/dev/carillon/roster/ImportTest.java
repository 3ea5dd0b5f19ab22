package dev.carillon.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.roster.ImportRequest.Source;
import dev.carillon.school.Block;
import dev.carillon.school.BlockKind;
import dev.carillon.school.Person.Student;
import dev.carillon.school.School;
import dev.carillon.school.SpecialDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rosters and bells of others become school folders that can be run, or nothing is written.
class ImportTest {
  @TempDir private Path temp;

  @Test
  void passing_time_belongs_to_the_block_it_leads_to_and_free_is_a_gap() throws IOException {
    var school =
        bells(
            """
            * normal # Normal
            8:25 Passing to {Period 1}
            8:30 {Period 1}
            9:15 Free
            10:00 passing to Assembly #1
            10:05 Assembly #1
            10:50 Lunch
            11:20 Free

            * weekend # Weekend
            """);

    var blocks = school.dayPlan(LocalDate.parse("2026-09-14")).schedules().getFirst().blocks();
    assertThat(blocks).extracting(Block::name).containsExactly("Period 1", "Assembly #1", "Lunch");
    assertThat(blocks)
        .extracting(Block::kind)
        .containsExactly(BlockKind.ROTATION, BlockKind.ASSEMBLY, BlockKind.MEAL);
    assertThat(blocks.getFirst().start()).isEqualTo("2026-09-14T15:25:00Z");
    assertThat(blocks.getFirst().move()).isEqualTo(Duration.ofMinutes(5));
    assertThat(blocks.getFirst().end()).isEqualTo("2026-09-14T16:15:00Z");
    assertThat(school.dayPlan(LocalDate.parse("2026-09-13")).isSchoolDay()).isFalse();
    assertThat(school.dayPlan(LocalDate.parse("2026-09-15")).why()).startsWith("Fog");
  }

  @Test
  void a_clock_that_runs_ahead_rings_early() throws IOException {
    assertThat(bells("* normal # N\n8:00 {Period 1}\n9:00 Free\n* weekend\n").rules().bellLag())
        .isEqualTo(Duration.ofSeconds(-2));
  }

  @Test
  void a_blocking_fault_writes_nothing() throws IOException {
    var folder = bellFolder("* normal # N\n8:30 {Period 1}\n8:00 Lunch\n9:00 Free\n* weekend\n");

    var report = run(new Source.BellSchedule(folder));
    assertThat(report.written()).isFalse();
    assertThat(report.findings().getFirst().line()).isEqualTo(3);
    try (var left = Files.list(temp)) {
      assertThat(left).containsExactly(folder);
    }
  }

  @Test
  void a_folder_that_somebody_keeps_is_not_overwritten() throws IOException {
    var folder = bellFolder("* normal # N\n8:00 {Period 1}\n9:00 Free\n* weekend\n");

    assertThat(run(new Source.BellSchedule(folder)).written()).isTrue();
    assertThat(run(new Source.BellSchedule(folder)).written()).isFalse();
  }

  /// Goal: every date of every real school can be run. Method: each folder is imported and read
  /// back, and each date of each school year that its calendar speaks of, and of this one, is made
  /// real and looked at for order.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "avhs",
        "benet",
        "cupertino",
        "egan",
        "eths",
        "gunn",
        "hamilton",
        "lahs",
        "montavista",
        "northshore",
        "paly",
        "rodriguez"
      })
  void every_date_of_a_real_school_can_be_made_real(String name) {
    var folder = SharedData.folder().resolve("bell-schedules").resolve(name);
    var report =
        run(new Source.BellSchedule(folder), new Source.Zone(ZoneId.of("America/Chicago")));
    assertThat(report.written()).as(report.text()).isTrue();

    var school = school();
    int schoolDays = 0;
    for (int year : years(school)) {
      var first = LocalDate.of(year, 8, 1);
      for (var date = first; date.isBefore(first.plusYears(1)); date = date.plusDays(1)) {
        schoolDays += check(school, date);
      }
    }
    assertThat(schoolDays).isGreaterThan(150);
  }

  @Test
  void a_high_school_with_real_bells_can_be_run() {
    var data = SharedData.folder();
    var report =
        run(
            new Source.Clever(data.resolve("clever"), "02M800"),
            new Source.BellSchedule(data.resolve("bell-schedules/lahs")));
    assertThat(report.written()).as(report.text()).isTrue();

    var school = school();
    assertThat(school.students()).hasSize(400);
    assertThat(school.students()).extracting(Student::grade).contains("9", "10", "11", "12");
    assertThat(school.playlists()).hasSizeGreaterThan(390);
    assertThat(school.zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(report.findings())
        .anyMatch(finding -> finding.expected().equals("one section at a time"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"13K123", "27Q321"})
  void the_other_two_schools_can_be_run_as_well(String id) {
    var data = SharedData.folder();
    var report =
        run(
            new Source.Clever(data.resolve("clever"), id),
            new Source.BellSchedule(data.resolve("bell-schedules/northshore")));

    assertThat(report.written()).as(report.text()).isTrue();
    assertThat(school().students()).allMatch(student -> !student.grade().isEmpty());
  }

  @Test
  void an_unknown_school_is_told_which_there_are() {
    var report = run(new Source.Clever(SharedData.folder().resolve("clever"), "99X999"));

    assertThat(report.written()).isFalse();
    assertThat(report.findings().getFirst().expected()).isEqualTo("one of 02M800, 13K123, 27Q321");
  }

  /// Goal: nothing of a student is kept beyond what a school folder is for. Method: every private
  /// cell of the source is looked for in every cell that was written.
  @Test
  void passwords_birth_dates_and_contacts_are_nowhere_in_the_folder() throws IOException {
    var clever = SharedData.folder().resolve("clever");
    assertThat(run(new Source.Clever(clever, "02M800")).written()).isTrue();

    var written = cells();
    var secret = new HashSet<String>();
    var columns =
        List.of(
            "password",
            "dob",
            "username",
            "student_email",
            "contact_name",
            "contact_phone",
            "contact_email",
            "last_name");
    Csv.read(
        clever.resolve("students.csv"),
        List.of("school_id"),
        new Findings(),
        row -> columns.forEach(column -> secret.add(row.text(column))));
    secret.remove("");
    assertThat(secret).hasSizeGreaterThan(3_000);
    secret.retainAll(written);
    assertThat(secret).isEmpty();
  }

  private Set<String> cells() throws IOException {
    var cells = new HashSet<String>();
    for (var file : List.of("students.csv", "staff.csv", "playlists.csv")) {
      Csv.read(
          out().resolve(file),
          List.of(),
          new Findings(),
          row -> cells.addAll(row.cells().values()));
    }
    return cells;
  }

  private static int check(School school, LocalDate date) {
    var plan = school.dayPlan(date);
    for (var schedule : plan.schedules()) {
      var blocks = schedule.blocks();
      for (int i = 1; i < blocks.size(); i++) {
        assertThat(blocks.get(i).start()).isAfterOrEqualTo(blocks.get(i - 1).end());
      }
    }
    return plan.isSchoolDay() ? 1 : 0;
  }

  private static Set<Integer> years(School school) {
    var years = new HashSet<>(Set.of(2026));
    school.calendar().special().stream()
        .map(SpecialDays::from)
        .map(LocalDate::getYear)
        .forEach(years::add);
    return years;
  }

  private School bells(String schedules) throws IOException {
    var source = new Source.BellSchedule(bellFolder(schedules));
    var report = run(source, new Source.Zone(ZoneId.of("America/Phoenix")));
    assertThat(report.written()).as(report.text()).isTrue();
    return school();
  }

  @Test
  void how_much_was_left_out_or_doubted_stands_beside_the_school_for_leaders() throws IOException {
    var report = run(new Source.Ics(Files.writeString(temp.resolve("a.ics"), ICS)));
    assertThat(report.written()).as(report.text()).isTrue();
    var left = Files.readString(out().resolve("imported.json"));
    for (var finding : report.findings()) {
      assertThat(left).contains(finding.file());
    }
    assertThat(report.findings()).isNotEmpty();
  }

  private static final String ICS =
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:1
      DTSTART;VALUE=DATE:20261012
      DTEND;VALUE=DATE:20261013
      SUMMARY:No school
      END:VEVENT
      END:VCALENDAR
      """;

  private Path bellFolder(String schedules) throws IOException {
    var folder = Files.createDirectory(temp.resolve("bells"));
    Files.writeString(folder.resolve("schedules.bell"), schedules);
    Files.writeString(
        folder.resolve("calendar.bell"),
        """
        * Default Week
        Sun weekend
        Mon normal # Monday
        Tue normal

        * Special Days
        09/15/2026-09/16/2026 weekend # Fog
        """);
    Files.writeString(folder.resolve("meta.json"), "{\"name\": \"Juniper\", \"periods\": []}");
    Files.writeString(folder.resolve("correction.txt"), "2000\n");
    return folder;
  }

  private ImportReport run(Source... sources) {
    return Import.run(new ImportRequest(out(), List.of(sources)));
  }

  private Path out() {
    return temp.resolve("out");
  }

  private School school() {
    var reading = SchoolFolder.read(out());
    var blocking = new ArrayList<>(reading.findings());
    blocking.removeIf(finding -> !finding.blocks());
    assertThat(blocking).isEmpty();
    return ((Reading.Read) reading).school();
  }
}

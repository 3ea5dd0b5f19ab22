package dev.carillon.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The commands around school folders, by their words and exit codes.
class SchoolCommandsTest {
  private final StringWriter said = new StringWriter();
  @TempDir private Path temp;

  @Test
  void a_school_that_can_be_run_is_checked_with_zero() {
    assertThat(run(new CheckCommand(), "--school", school())).isZero();
    assertThat(said.toString()).contains("240 students").contains("0 blocking, 0 warnings");
  }

  @Test
  void a_folder_without_a_school_is_checked_with_one() {
    assertThat(run(new CheckCommand(), "--school", temp.toString(), "--json")).isOne();
    assertThat(said.toString()).contains("\"ok\" : false").contains("school.yaml");
    assertThat(run(new DayPlanCommand(), "--school", temp.toString(), "--date", "2026-09-14"))
        .isOne();
  }

  @Test
  void a_day_is_shown_by_its_date() {
    assertThat(run(new DayPlanCommand(), "--school", school(), "--date", "2026-09-14")).isZero();
    assertThat(said.toString()).contains("Rule: weekday, every Monday");
  }

  @Test
  void what_is_not_understood_ends_with_two() {
    assertThat(run(new CheckCommand())).isEqualTo(2);
    assertThat(run(new DayPlanCommand(), "--school", school(), "--date", "soon")).isEqualTo(2);
    assertThat(run(new ImportCommand(), "--out", temp.resolve("new").toString())).isEqualTo(2);
    assertThat(said.toString()).contains("give --clever, --bell-schedule or --ics");
  }

  @Test
  void an_import_of_nothing_there_is_ends_with_one_and_writes_nothing() {
    var out = temp.resolve("new");
    assertThat(
            run(
                new ImportCommand(),
                "--out",
                out.toString(),
                "--bell-schedule",
                temp.resolve("none").toString()))
        .isOne();
    assertThat(out).doesNotExist();
  }

  @Test
  void closures_of_a_district_are_imported_from_its_calendar() throws IOException {
    var ics = temp.resolve("feed.ics");
    Files.writeString(
        ics,
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Juniper//EN
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20260101T000000Z
        DTSTART;VALUE=DATE:20261012
        SUMMARY:Indigenous Peoples' Day - No School
        END:VEVENT
        END:VCALENDAR
        """);
    var out = temp.resolve("new").toString();
    assertThat(run(new ImportCommand(), "--out", out, "--ics", ics.toString())).isZero();
    assertThat(run(new DayPlanCommand(), "--school", out, "--date", "2026-10-12")).isZero();
    assertThat(said.toString()).contains("Rule: exception, Indigenous Peoples' Day - No School");
    var none = temp.resolve("none.ics").toString();
    assertThat(run(new ImportCommand(), "--out", temp.resolve("x").toString(), "--ics", none))
        .isOne();
  }

  @Test
  void a_date_that_waits_for_a_choice_is_shown_with_three_d33() throws IOException {
    var folder = Files.createDirectory(temp.resolve("asking"));
    try (var files = Files.list(Path.of(school("maple-room-4")))) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    var yaml = folder.resolve("school.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace(
                "  special-days:\n",
                "  special-days:\n    - {date: 2026-11-25, name: Snow, runs: no-school}\n"));
    var path = folder.toString();
    assertThat(run(new CheckCommand(), "--school", path)).isOne();
    assertThat(said.toString()).contains("QUESTION school.yaml");
    assertThat(run(new DayPlanCommand(), "--school", path, "--date", "2026-11-25")).isEqualTo(3);
    assertThat(said.toString()).contains("- {date: 2026-11-25, reason: \"Snow\", runs: no-school}");
    assertThat(run(new DayPlanCommand(), "--school", path, "--date", "2026-11-24")).isZero();
  }

  @Test
  void every_command_explains_itself() {
    assertThat(run(new ImportCommand(), "--help")).isZero();
    assertThat(said.toString()).contains("Exit codes:").contains("--clever-school");
  }

  private int run(Object command, String... words) {
    var line = new CommandLine(command);
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    return line.execute(words);
  }

  private static String school() {
    return school("desert-ridge");
  }

  private static String school(String name) {
    var at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("config/schools"))) {
      at = at.getParent();
    }
    return at.resolve("config/schools").resolve(name).toString();
  }
}

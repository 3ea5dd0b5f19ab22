package dev.carillon.ops;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(said.toString()).contains("give --clever or --bell-schedule");
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
    var at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("config/schools"))) {
      at = at.getParent();
    }
    return at.resolve("config/schools/desert-ridge").toString();
  }
}

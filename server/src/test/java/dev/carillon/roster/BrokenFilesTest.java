package dev.carillon.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.carillon.roster.ImportRequest.Source;
import dev.carillon.school.School;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that somebody's editor, mail or slip has spoilt.
class BrokenFilesTest {
  private static final List<String> SCRAPS =
      List.of(
          "",
          "\n",
          "  ",
          "-",
          ":",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          "#",
          "&a",
          "*a",
          "99:99",
          "-1",
          "2026-02-30",
          "0m",
          "9999999999",
          "\u0000",
          "é",
          "\t",
          "|",
          "<<: *a",
          "24:45",
          "no-school");

  @TempDir private Path temp;

  /// Goal: no file makes a reader throw; a school that is read can be made real on any date.
  /// Method: the example classroom, spoilt at up to three places drawn from a named seed.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_spoilt_school_folder_is_read_or_refused(long seed) throws IOException {
    var dice = new SplittableRandom(seed);
    var files = List.of("school.yaml", "students.csv", "staff.csv");
    var example = SharedData.example("maple-room-4");
    int read = 0;
    for (int round = 0; round < 80; round++) {
      for (var file : files) {
        var text = Files.readString(example.resolve(file));
        Files.writeString(temp.resolve(file), dice.nextInt(3) == 0 ? text : spoilt(text, dice));
      }
      var folder = temp;
      assertThatCode(() -> makeReal(SchoolFolder.read(folder)))
          .as("seed %d, round %d", seed, round)
          .doesNotThrowAnyException();
      read += SchoolFolder.read(folder) instanceof Reading.Read ? 1 : 0;
    }
    // Neither always nor never, or the walk would prove one half only.
    assertThat(read).as("seed %d", seed).isBetween(1, 79);
  }

  /// Goal: no bell folder makes an import throw. Method: one small folder, spoilt at up to three
  /// places drawn from a named seed.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_spoilt_bell_folder_is_imported_or_refused(long seed) throws IOException {
    var dice = new SplittableRandom(seed);
    var schedules =
        "* normal # N\n8:25 Passing to {P 1}\n8:30 {P 1}\n9:00 Lunch\n9:40 Free\n* off\n";
    var calendar =
        "* Default Week\nSun off\nMon normal\n* Special Days\n09/15/2026-09/18/2026 off # Fog\n";
    var bells = Files.createDirectory(temp.resolve("bells"));
    for (int round = 0; round < 40; round++) {
      Files.writeString(bells.resolve("schedules.bell"), spoilt(schedules, dice));
      Files.writeString(bells.resolve("calendar.bell"), spoilt(calendar, dice));
      Files.writeString(bells.resolve("meta.json"), spoilt("{\"name\": \"J\"}", dice));
      Files.writeString(bells.resolve("correction.txt"), spoilt("2000", dice));
      var request =
          new ImportRequest(temp.resolve("out" + round), List.of(new Source.BellSchedule(bells)));
      assertThatCode(() -> Import.run(request))
          .as("seed %d, round %d", seed, round)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void anchors_in_each_other_end_in_a_finding_and_not_in_the_night() throws IOException {
    Files.writeString(temp.resolve("school.yaml"), "name: &a [*a, *a, *a, *a, *a, *a, *a, *a]\n");

    assertThatCode(() -> SchoolFolder.read(temp)).doesNotThrowAnyException();
  }

  private static void makeReal(Reading reading) {
    if (reading instanceof Reading.Read(School school, _)) {
      var first = LocalDate.parse("2026-08-01");
      first.datesUntil(first.plusDays(120)).forEach(school::dayPlan);
      DayPlanReport.text(school, first.plusDays(60));
    }
  }

  private static String spoilt(String text, SplittableRandom dice) {
    var spoilt = text;
    for (int slip = dice.nextInt(3); slip >= 0; slip--) {
      int from = dice.nextInt(spoilt.length() + 1);
      int to = Math.min(spoilt.length(), from + dice.nextInt(6));
      spoilt =
          spoilt.substring(0, from)
              + SCRAPS.get(dice.nextInt(SCRAPS.size()))
              + spoilt.substring(to);
    }
    return spoilt;
  }
}

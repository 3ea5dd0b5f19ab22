package dev.carillon.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.roster.ImportRequest.Source;
import dev.carillon.school.School;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The bells of twelve real schools: imported, checked, and shown day by day.
class RealBellsTest {
  private static final LocalDate FROM = LocalDate.parse("2026-09-01");
  private static final int SCHOOL_DAYS = 30;

  @TempDir private Path temp;

  /// Goal: whoever imports her bells can look at every day to come and believe the findings.
  /// Method: each school's next thirty school days as `day-plan` prints them, and each finding of
  /// `check` held against what the calendar says without the row it names.
  @TestFactory
  Stream<DynamicTest> the_next_thirty_school_days_of_every_real_school_can_be_shown()
      throws IOException {
    return schools().stream()
        .map(folder -> DynamicTest.dynamicTest(folder.getFileName() + "", () -> show(folder)));
  }

  @Test
  void there_are_twelve_of_them() throws IOException {
    assertThat(schools()).hasSize(12);
  }

  private void show(Path folder) {
    var out = temp.resolve(folder.getFileName() + "");
    var zone = ZoneId.of("America/Los_Angeles");
    var request =
        new ImportRequest(out, List.of(new Source.BellSchedule(folder), new Source.Zone(zone)));
    var report = Import.run(request);
    assertThat(report.written()).as(report.text()).isTrue();

    var reading = SchoolFolder.read(out);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    var school = ((Reading.Read) reading).school();
    var date = FROM;
    for (int i = 0; i < SCHOOL_DAYS; i++) {
      date = school.calendar().nextSchoolDay(date).orElseThrow();
      assertThat(DayPlanReport.text(school, date))
          .contains("Rule: ", "bell move", "bell dismiss")
          .doesNotContain("Question");
      date = date.plusDays(1);
    }
    reading.findings().forEach(finding -> assertTrue(finding, school));
  }

  /// A row that changes nothing runs what its date would run without it.
  private static void assertTrue(Finding finding, School school) {
    if (finding.found().endsWith("never runs")) {
      var name = finding.found().replace(" never runs", "");
      assertThat(everyDate().map(date -> school.dayPlan(date).dayType())).doesNotContain(name);
      assertThat(school.calendar().cycles()).isEmpty();
    } else if (finding.found().endsWith("changes nothing")) {
      var from = LocalDate.parse(finding.found().replaceAll(".* from (\\S+) to .*", "$1"));
      var lost = school.calendar().lost(from).getFirst();
      assertThat(lost.dayType())
          .as(finding.found())
          .isEqualTo(school.calendar().resolve(from).dayType());
    } else {
      assertThat(finding.found()).isIn("no leader", "no helper");
    }
  }

  private static Stream<LocalDate> everyDate() {
    return FROM.minusYears(1).datesUntil(FROM.plusYears(1));
  }

  private static List<Path> schools() throws IOException {
    try (var all = Files.list(SharedData.folder().resolve("bell-schedules"))) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }
}

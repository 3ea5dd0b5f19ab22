package dev.carillon.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.school.School;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/// A day as people and programs are told it.
class DayPlanReportTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-09-14");

  @Test
  void a_regular_day_starts_with_its_rule_and_its_first_block() {
    assertThat(DayPlanReport.text(school(), MONDAY))
        .startsWith(
            """
            Desert Ridge Academy, Monday 2026-09-14 (America/Phoenix)
            Day type: Regular
            Rule: weekday, every Monday

            All school (main)

              08:00:00–08:35:00  Block 1, rotation, 35m
                move          08:00:00  2026-09-14T15:00:00Z
                settle        08:03:00  2026-09-14T15:03:00Z
                work          08:04:00  2026-09-14T15:04:00Z
                warn          08:33:00  2026-09-14T15:33:00Z
                bell move     08:00:00  2026-09-14T15:00:00Z
                bell tardy    08:04:00  2026-09-14T15:04:00Z
                bell warning  08:33:00  2026-09-14T15:33:00Z
            """)
        .endsWith("    bell dismiss  15:00:00  2026-09-14T22:00:00Z\n");
  }

  @Test
  void a_holiday_says_why() {
    assertThat(DayPlanReport.text(school(), LocalDate.parse("2026-11-26")))
        .contains("Day type: No school")
        .contains("Rule: exception, Thanksgiving break (2026-11-25 to 2026-11-27)")
        .contains("Lost: weekday, every Thursday: Regular; a dated exception comes first");
  }

  @Test
  void a_program_gets_every_bell_with_its_identity() throws IOException {
    var json = new ObjectMapper().readTree(DayPlanReport.json(school(), MONDAY));

    assertThat(json.path("rule").asText()).isEqualTo("weekday");
    var bell = json.at("/schedules/0/blocks/11/bells/3");
    assertThat(bell.path("id").asText()).isEqualTo("2026-09-14/main/b11/dismiss");
    assertThat(bell.at("/rings/local").asText()).isEqualTo("2026-09-14T15:00:00");
    assertThat(bell.at("/rings/at").asText()).isEqualTo("2026-09-14T22:00:00Z");
  }

  @Test
  void every_time_is_the_school_s_wherever_it_is_read_d10() throws IOException {
    var here = TimeZone.getDefault();
    try {
      var expected = DayPlanReport.json(school(), MONDAY);
      for (var zone : List.of("Asia/Tokyo", "America/New_York", "Pacific/Kiritimati")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(DayPlanReport.json(school(), MONDAY)).as(zone).isEqualTo(expected);
      }
      var json = new ObjectMapper().readTree(expected);
      assertThat(json.path("zone").asText()).isEqualTo("America/Phoenix");
      assertThat(json.at("/schedules/0/blocks/0/start/local").asText())
          .isEqualTo("2026-09-14T08:00:00");
    } finally {
      TimeZone.setDefault(here);
    }
  }

  private static School school() {
    return ((Reading.Read) SchoolFolder.read(SharedData.example("desert-ridge"))).school();
  }
}

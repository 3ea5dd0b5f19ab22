package dev.carillon.roster;

import static dev.carillon.roster.Juniper.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Note;
import dev.carillon.school.School;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calendars of districts as iCalendar files: closures and day types by rules, the rest as notes.
class IcsTest {
  private static final String RULES =
      """
        special-days:
          - {date: 2026-10-01, name: Picture day, runs: early}
        ics: [district.ics]
        ics-rules:
          - {match: "*no school*", runs: no-school}
          - {match: "early release*", runs: early}
      """;

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void write_a_small_school() throws IOException {
    folder = Juniper.write(parent);
    Files.writeString(
        folder.resolve("school.yaml"),
        SCHOOL
                .replace(
                    "calendar:\n",
                    """
                      early:
                        name: Early release
                        schedules: {main: {blocks: [{id: b1, start: 08:00, end: 09:00}]}}
                    calendar:
                    """)
                .replace("{monday: regular}", "{monday: regular, wednesday: regular}")
            + RULES);
  }

  @Test
  void an_event_for_whole_days_ends_before_its_end_date() throws IOException {
    var school =
        school(
            """
            DTSTART;VALUE=DATE:20261005
            DTEND;VALUE=DATE:20261008
            SUMMARY:Fall break - NO SCHOOL
            """);

    assertThat(type(school, "2026-10-05")).isEqualTo("no-school");
    assertThat(type(school, "2026-10-07")).isEqualTo("no-school");
    assertThat(type(school, "2026-10-12")).isEqualTo("regular");
    assertThat(DayPlanReport.text(school, LocalDate.parse("2026-10-07")))
        .contains("Rule: exception, Fall break - NO SCHOOL (2026-10-05 to 2026-10-07)");
  }

  @Test
  void a_weekly_event_goes_on_over_the_change_of_clocks_except_where_it_says_so_d11()
      throws IOException {
    var school =
        school(
            """
            DTSTART;TZID=America/New_York:20260902T120000
            DTEND;TZID=America/New_York:20260902T130000
            RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20261202T170000Z
            EXDATE;TZID=America/New_York:20261111T120000
            SUMMARY:Early release
            """);

    var wednesdays =
        LocalDate.parse("2026-09-02")
            .datesUntil(LocalDate.parse("2026-12-10"))
            .filter(date -> date.getDayOfWeek() == DayOfWeek.WEDNESDAY)
            .filter(date -> type(school, date.toString()).equals("early"))
            .toList();
    assertThat(wednesdays)
        .hasSize(13)
        .contains(LocalDate.parse("2026-10-28"), LocalDate.parse("2026-11-04"))
        .doesNotContain(LocalDate.parse("2026-11-11"));
    assertThat(bell(school, "2026-10-28")).isEqualTo("2026-10-28T12:00:00Z");
    assertThat(bell(school, "2026-11-04")).isEqualTo("2026-11-04T13:00:00Z");
  }

  @Test
  void an_instant_belongs_to_the_date_the_school_has_then() throws IOException {
    var school =
        school(
            """
            DTSTART:20261006T013000Z
            DTEND:20261006T023000Z
            SUMMARY:Board meeting
            """,
            """
            DTSTART;TZID=Asia/Tokyo:20261007T070000
            SUMMARY:Call with Osaka
            """,
            """
            DTSTART:20261007T070000
            SUMMARY:Band
            """);

    assertThat(school.calendar().notes())
        .containsExactly(
            new Note(LocalDate.parse("2026-10-05"), "21:30 Board meeting"),
            new Note(LocalDate.parse("2026-10-06"), "18:00 Call with Osaka"),
            new Note(LocalDate.parse("2026-10-07"), "07:00 Band"));
    assertThat(DayPlanReport.text(school, LocalDate.parse("2026-10-07")))
        .contains("\nNote: 07:00 Band\n");
  }

  @Test
  void one_time_of_a_repeated_event_may_move_and_one_may_be_cancelled() throws IOException {
    var school =
        school(
            """
            UID:w
            DTSTART;VALUE=DATE:20260907
            RRULE:FREQ=WEEKLY;COUNT=4
            SUMMARY:No school
            """,
            """
            UID:w
            RECURRENCE-ID;VALUE=DATE:20260914
            DTSTART;VALUE=DATE:20260916
            SUMMARY:No school
            """,
            """
            UID:x
            DTSTART;VALUE=DATE:20261012
            STATUS:CANCELLED
            SUMMARY:No school
            """);

    assertThat(type(school, "2026-09-14")).isEqualTo("regular");
    assertThat(type(school, "2026-09-16")).isEqualTo("no-school");
    assertThat(type(school, "2026-09-28")).isEqualTo("no-school");
    assertThat(type(school, "2026-10-05")).isEqualTo("regular");
    assertThat(type(school, "2026-10-12")).isEqualTo("regular");
  }

  @Test
  void a_holiday_of_every_year_is_found_in_this_one() throws IOException {
    var school =
        school(
            """
            DTSTART;VALUE=DATE:20100906
            RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO
            SUMMARY:Labor Day: no school
            """);

    assertThat(type(school, "2026-09-07")).isEqualTo("no-school");
    assertThat(type(school, "2026-09-14")).isEqualTo("regular");
  }

  @Test
  void a_file_and_the_school_that_disagree_ask_d33() throws IOException {
    write(
        """
        DTSTART;VALUE=DATE:20261001
        SUMMARY:No school
        """);

    var asking = (Reading.Asking) SchoolFolder.read(folder);
    assertThat(asking.findings().getFirst().found())
        .isEqualTo("No school and Picture day on 2026-10-01");
  }

  @Test
  void what_is_wrong_is_told_with_its_line() throws IOException {
    write(
        "DTSTART;VALUE=DATE:20261005\nSUMMARY:A long story\n  that goes on\n",
        "DTSTART;VALUE=DATE:2026130x\nSUMMARY:No school\n");
    assertThat(told())
        .containsExactly("district.ics:14 Text '2026130x' could not be parsed at index 6");

    write("SUMMARY:Never\n", "DTSTART;TZID=Mars/Phobos:20261001T120000\nSUMMARY:Landing\n");
    assertThat(told())
        .containsExactly(
            "district.ics:4 no start", "district.ics:9 Unknown time-zone ID: Mars/Phobos");

    Files.writeString(folder.resolve("district.ics"), "name,date\nFall break,2026-10-05\n");
    assertThat(told()).hasSize(1).first().asString().startsWith("district.ics:");

    Files.delete(folder.resolve("district.ics"));
    assertThat(told()).containsExactly("district.ics:0 no such file");
  }

  @Test
  void a_file_elsewhere_on_the_disk_is_not_read() throws IOException {
    write("DTSTART;VALUE=DATE:20261005\nSUMMARY:No school\n");
    var yaml = folder.resolve("school.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("[district.ics]", "[../../etc/x.ics]"));

    assertThat(told()).containsExactly("school.yaml:31 `../../etc/x.ics`");
  }

  @Test
  void events_of_every_hour_are_left_out_and_said_so() throws IOException {
    write("DTSTART:20260901T000000Z\nRRULE:FREQ=SECONDLY\nSUMMARY:Chime\n");

    assertThat(told()).containsExactly("district.ics:4 an event more often than daily");
  }

  private School school(String... events) throws IOException {
    write(events);
    var reading = SchoolFolder.read(folder);
    assertThat(reading.findings()).isEmpty();
    return ((Reading.Read) reading).school();
  }

  private void write(String... events) throws IOException {
    var text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Juniper//EN\n");
    for (var event : events) {
      var uid = event.contains("UID:") ? "" : "UID:u" + text.length() + "\n";
      text.append("BEGIN:VEVENT\n").append(uid).append("DTSTAMP:20260101T000000Z\n");
      text.append(event).append("END:VEVENT\n");
    }
    text.append("END:VCALENDAR\n");
    Files.writeString(folder.resolve("district.ics"), text.toString().replace("\n", "\r\n"));
  }

  private List<String> told() {
    return Juniper.told(folder);
  }

  private static String type(School school, String date) {
    return school.calendar().resolve(LocalDate.parse(date)).dayType().id().value();
  }

  private static Instant bell(School school, String date) {
    return school.dayPlan(LocalDate.parse(date)).schedules().getFirst().blocks().getFirst().start();
  }
}

package dev.carillon.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.MeritId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Programme;
import dev.carillon.school.Programme.BlockTerms;
import dev.carillon.school.Programme.Flipped;
import dev.carillon.school.Station.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a school writes about learning that students steer themselves.
final class ProgrammeTest {
  private static final String FLEX =
      Juniper.SCHOOL
              .replace(
                  "hard: 3",
                  "hard: 3\n        walk-in: true\n        devices: 2\n        stay: 20m")
              .replace(
                  "{id: b2, start: 08:35}",
                  "{id: b2, start: 08:35, walk-in: true, goals: true,"
                      + " flipped: {catch-up: hall, groups: [hall], for: [owls]}}")
          + """
          rules: {offer-for: 45s, unlock-for: 20m}
          goals: {finish: Finish the unit}
          assessments:
            - {id: fractions, title: Fractions, subject: Maths, minutes: 20}
          mentors: {abel: [mira]}
          badges:
            persistence: {name: Persistence, badge: P}
            kindness: Kindness
          appointments:
            - {id: talk, student: mira, with: abel, station: hall, at: 08:50, minutes: 10,
               days: [monday]}
          """;

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void write_a_small_school() throws IOException {
    folder = Juniper.write(parent);
  }

  @Test
  void a_school_with_personal_time_is_read_whole() throws IOException {
    write("school.yaml", FLEX);
    write("assessments.csv", "id,title,subject,minutes\npoems,Poems,English,\n");

    assertThat(told()).isEmpty();
    var school = ((Reading.Read) SchoolFolder.read(folder)).school();
    var programme = school.arrangements().programme();
    var hall = new StationId("hall");
    assertThat(school.stations().get(hall).terms())
        .isEqualTo(new Terms(0, 2, false, true, Duration.ofMinutes(20)));
    assertThat(school.rules().offerFor()).isEqualTo(Duration.ofSeconds(45));
    assertThat(school.rules().unlockFor()).isEqualTo(Duration.ofMinutes(20));
    var lesson = new Flipped(hall, List.of(hall), Set.of(new GroupId("owls")));
    assertThat(programme.of(new BlockId("main/b2")))
        .isEqualTo(new BlockTerms(true, true, Optional.of(lesson)));
    assertThat(programme.of(new BlockId("main/b1"))).isEqualTo(BlockTerms.PLAIN);
    assertThat(programme.assessments().keySet())
        .containsExactly(new AssessmentId("fractions"), new AssessmentId("poems"));
    assertThat(programme.mentorOf(new PersonId("mira"))).contains(new PersonId("abel"));
    assertThat(programme.merits().get(new MeritId("kindness")).name()).isEqualTo("Kindness");
    checkAppointment(programme);
  }

  private static void checkAppointment(Programme programme) {
    var talk = programme.appointments().getFirst();
    assertThat(talk.days()).containsExactly(DayOfWeek.MONDAY);
    assertThat(talk.isOn(LocalDate.parse("2026-09-14"))).isTrue();
    assertThat(talk.isOn(LocalDate.parse("2026-09-15"))).isFalse();
  }

  @Test
  void a_mentor_may_stand_with_the_student() throws IOException {
    write(
        "students.csv",
        """
        student_id,name,grade,group,home,seat,mentor
        mira,Mira T.,Kindergarten,owls,hall,1,abel
        jun,Jun P.,3,owls,hall,2,
        """);

    var school = ((Reading.Read) SchoolFolder.read(folder)).school();
    assertThat(school.arrangements().programme().mentors())
        .containsExactly(Map.entry(new PersonId("mira"), new PersonId("abel")));
  }

  @Test
  void who_and_where_has_to_be_of_the_school() throws IOException {
    write(
        "school.yaml",
        FLEX.replace("mentors: {abel: [mira]}", "mentors: {dana: [mia]}")
            .replace("with: abel, station: hall", "with: abel, station: hal"));

    assertThat(told())
        .containsExactlyInAnyOrder(
            "school.yaml:%d `dana`".formatted(lineOf("mentors:")),
            "school.yaml:%d `mia`".formatted(lineOf("mentors:")),
            "school.yaml:%d `hal`".formatted(lineOf("id: talk")));
  }

  @Test
  void a_student_has_one_mentor() throws IOException {
    write("school.yaml", FLEX.replace("{abel: [mira]}", "{abel: [mira], eve: [mira]}"));
    write("staff.csv", Juniper.STAFF + "eve,Eve,teacher,hall\n");

    assertThat(told())
        .containsExactly(
            "school.yaml:%d `mira` with a second mentor".formatted(lineOf("mentors:")));
  }

  @Test
  void two_appointments_at_one_time_are_a_warning() throws IOException {
    write(
        "school.yaml",
        FLEX
            + "  - {id: more, student: jun, with: abel, station: hall, at: 08:55,"
            + " dates: [2026-09-14]}\n");

    assertThat(told())
        .containsExactly(
            "school.yaml:%d `more` while `talk` is held".formatted(lineOf("id: more")));
  }

  @Test
  void a_stay_needs_students_who_come_by_themselves() throws IOException {
    write("school.yaml", FLEX.replace("walk-in: true\n", "walk-in: false\n"));

    assertThat(told())
        .containsExactly("school.yaml:%d `stay` without `walk-in`".formatted(lineOf("stay:")));
  }

  @Test
  void a_watched_station_names_who_watches() throws IOException {
    write("school.yaml", FLEX.replace("devices: 2", "supervised: true"));

    assertThat(told())
        .containsExactly(
            "school.yaml:%d `supervised` without `adults`".formatted(lineOf("supervised:")));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private int lineOf(String text) throws IOException {
    var lines = Files.readAllLines(folder.resolve("school.yaml"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new AssertionError("no line with " + text);
  }

  private List<String> told() {
    return Juniper.told(folder);
  }
}

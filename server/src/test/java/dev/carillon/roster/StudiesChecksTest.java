package dev.carillon.roster;

import static dev.carillon.roster.Juniper.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.IndependentStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `check` says of those who learn elsewhere for some days.
class StudiesChecksTest {
  private static final String STUDY =
      "away: [{student: mira, kind: study, from: 2026-09-14, until: 2026-09-18}]\n";

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void write_a_small_school() throws IOException {
    folder = Juniper.write(parent);
  }

  @Test
  void who_learns_elsewhere_is_read_with_both_days() throws IOException {
    Files.writeString(folder.resolve(SchoolFolder.SCHOOL_FILE), SCHOOL + STUDY);
    var school = ((Reading.Read) SchoolFolder.read(folder)).school();
    assertThat(school.arrangements().studies())
        .containsExactly(
            new IndependentStudy(
                new PersonId("mira"),
                LocalDate.parse("2026-09-14"),
                LocalDate.parse("2026-09-18")));
  }

  @Test
  void a_student_nobody_knows_is_told() throws IOException {
    assertThat(told(STUDY.replace("mira", "nobody"))).anyMatch(it -> it.contains("`nobody`"));
  }

  @Test
  void days_that_end_before_they_begin_are_told() throws IOException {
    assertThat(told(STUDY.replace("09-18", "09-11")))
        .singleElement()
        .asString()
        .contains("`2026-09-11`", "not before `from`");
  }

  @Test
  void another_kind_and_a_missing_or_wrong_date_are_told() throws IOException {
    assertThat(told(STUDY.replace("kind: study", "kind: nurse")))
        .anyMatch(it -> it.contains("`nurse`"));
    assertThat(told(STUDY.replace(", until: 2026-09-18", ""))).hasSize(1);
    assertThat(told(STUDY.replace("2026-09-14", "soon"))).hasSize(1);
  }

  private List<String> told(String more) throws IOException {
    Files.writeString(folder.resolve(SchoolFolder.SCHOOL_FILE), SCHOOL + more);
    return SchoolFolder.read(folder).findings().stream().map(Object::toString).toList();
  }
}

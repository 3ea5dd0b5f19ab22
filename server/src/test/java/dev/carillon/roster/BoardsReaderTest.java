package dev.carillon.roster;

import static dev.carillon.roster.Juniper.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.BoardTerms;
import dev.carillon.school.BoardTerms.Shows;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.NameRange;
import dev.carillon.school.Person.Board;
import dev.carillon.school.Person.Student;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a school writes about its boards, and what families let them show.
class BoardsReaderTest {
  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void write_a_small_school() throws IOException {
    folder = Juniper.write(parent);
    var staff = folder.resolve("staff.csv");
    Files.writeString(staff, Files.readString(staff).strip() + "\nwall,Wall,board,\n");
  }

  @Test
  void a_board_is_read_with_its_range_and_its_readers() throws IOException {
    boards("  wall: {shows: names, names: A-M, diagonal: 55, distance: 4.5}\n");
    var found = SchoolFolder.read(folder);

    assertThat(((Board) read(found).school().people().get(new PersonId("wall"))).terms())
        .isEqualTo(
            new BoardTerms(
                Shows.NAMES,
                new NameRange("A", "M"),
                List.of(),
                Optional.of(55),
                Optional.of(4.5)));
    assertThat(found.findings()).extracting(Finding::found).contains("no board for names with N");
  }

  @Test
  void a_board_nobody_wrote_about_shows_everybody() {
    var wall = (Board) read(SchoolFolder.read(folder)).school().people().get(new PersonId("wall"));
    assertThat(wall.terms()).isEqualTo(BoardTerms.PLAIN);
  }

  @Test
  void mistakes_are_told_with_the_line_they_stand_in() throws IOException {
    boards(
        """
          wall:
            shows: door
            diagonal: 140cm
            distance: 4
          lobby: {shows: countdown}
        """
            .indent(2));
    int wall = (int) SCHOOL.lines().count() + 2;

    assertThat(Juniper.told(folder))
        .contains(
            "school.yaml:" + (wall + 1) + " no `rooms`",
            "school.yaml:" + (wall + 2) + " `140cm`",
            "school.yaml:" + (wall + 4) + " `lobby`");
  }

  @Test
  void a_screen_that_cannot_be_read_from_so_far_is_warned_of() throws IOException {
    boards("  wall: {diagonal: 32, distance: 12}\n");
    assertThat(SchoolFolder.read(folder).findings())
        .extracting(Finding::found)
        .containsExactly("room for 2 lines a page");
  }

  @Test
  void whose_family_opted_out_is_shown_by_an_alias_w5() throws IOException {
    students("mira,Mira T.,Owl,,yes,3,owls,hall\n");
    assertThat(mira().shown()).contains("Owl");
  }

  @Test
  void whoever_is_off_is_on_no_board() throws IOException {
    students("mira,Mira T.,,off,,3,owls,hall\n");
    assertThat(mira().shown()).isEmpty();
  }

  @Test
  void a_name_shown_against_the_wish_of_a_family_is_a_mistake() throws IOException {
    students("mira,Mira T.,Owl,name,yes,3,owls,hall\n");
    assertThat(Juniper.told(folder)).contains("students.csv:2 `name` of somebody who opted out");
  }

  private void boards(String yaml) throws IOException {
    Files.writeString(folder.resolve("school.yaml"), SCHOOL + "boards:\n" + yaml);
  }

  private void students(String row) throws IOException {
    Files.writeString(
        folder.resolve("students.csv"),
        "student_id,name,alias,display,opted_out,grade,group,home\n" + row);
  }

  private Student mira() {
    return read(SchoolFolder.read(folder)).school().students().getFirst();
  }

  private static Reading.Read read(Reading reading) {
    return (Reading.Read) reading;
  }
}

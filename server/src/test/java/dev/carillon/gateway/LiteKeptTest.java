package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Carry;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Floor;
import dev.carillon.plan.DayPlanner;
import dev.carillon.roster.Reading;
import dev.carillon.roster.SchoolFolder;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.School;
import dev.carillon.view.Audience;
import dev.carillon.view.Audience.OfBoard;
import dev.carillon.view.Audience.OfStudent;
import dev.carillon.view.View;
import dev.carillon.view.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/// The pages without scripts of an example school, always at the same second: the browser tests
/// take their pictures from what is kept here. After a change that is meant, `-Dkeep.lite` keeps
/// them anew.
class LiteKeptTest {
  private static final Path KEPT = Path.of("src/test/resources/lite");
  private static final LocalDate DATE = LocalDate.parse("2026-09-14");
  private static final String PROOF = "proof";

  private final School school =
      ((Reading.Read) SchoolFolder.read(Path.of("../config/schools/desert-ridge"))).school();

  @Test
  void the_board_is_as_it_is_kept() throws IOException {
    var page = new LiteBoard(cut(OfBoard.PLAIN), at("09:21"), "en").page();
    isAsKept("board.html", page);
  }

  @Test
  void the_day_of_a_student_is_as_it_is_kept() throws IOException {
    var student = school.students().stream().map(each -> each.id()).findFirst().orElseThrow();
    isAsKept("me.html", day(student, "en"));
    isAsKept("me-fr-CA.html", day(student, "fr-CA"));
  }

  private String day(PersonId student, String language) {
    // Each form has an id of its own, so that two of them are two acts.
    return new LiteStudent(cut(new OfStudent(student)), at("09:21"), language, PROOF)
        .page(false)
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id");
  }

  private View cut(Audience audience) {
    var plan = school.dayPlan(DATE);
    var places = DayPlanner.plan(school, plan);
    var opened = new DayOpened(school, plan, places, Carry.NOTHING, 1, false, at("07:30"));
    return new Views().cut(audience, Floor.opened(opened));
  }

  private Instant at(String time) {
    return DATE.atTime(LocalTime.parse(time)).atZone(Fixtures.ZONE).toInstant();
  }

  private static void isAsKept(String name, String page) throws IOException {
    var file = KEPT.resolve(name);
    if (Boolean.getBoolean("keep.lite")) {
      Files.createDirectories(KEPT);
      Files.writeString(file, page);
    }
    assertThat(page).isEqualTo(Files.readString(file));
  }
}

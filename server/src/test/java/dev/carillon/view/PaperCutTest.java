package dev.carillon.view;

import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.DATE;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.AwayKind;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Floor;
import dev.carillon.floor.StudioTurns;
import dev.carillon.school.Calendar;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Note;
import dev.carillon.school.Person.Display;
import dev.carillon.school.Person.Student;
import dev.carillon.school.School;
import dev.carillon.school.Week;
import dev.carillon.view.Paper.Stop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is put on paper, and for whom.
final class PaperCutTest {
  @Test
  void a_student_gets_her_own_day_and_nobody_elses() {
    var paper = cut(Fixtures.floor(), MIRA);
    assertThat(paper.students()).extracting(Paper.Student::id).containsExactly("mira");
    var mira = paper.students().getFirst();
    assertThat(mira.stops()).hasSize(12);
    assertThat(mira.stops().get(1))
        .isEqualTo(
            new Stop(
                "main/b2",
                CENTRE.value(),
                Optional.of("1"),
                "At centre-seats",
                Optional.of("clay"),
                false));
    assertThat(mira.shown()).isEmpty();
    assertThat(mira.slot()).isEmpty();
    assertThat(paper.rooms()).allSatisfy(room -> assertThat(room.helpers()).isEmpty());
    assertThat(paper.stations()).extracting(Paper.Station::id).doesNotContain("loom");
    assertThat(paper.stations()).allSatisfy(station -> assertThat(station.seats()).isEmpty());
  }

  @Test
  void a_teacher_gets_who_comes_to_her_rooms_and_from_where_and_nothing_else_of_them() {
    var paper = cut(Fixtures.floor(), ROSA);
    assertThat(paper.students())
        .extracting(Paper.Student::id)
        .containsExactlyInAnyOrder("mira", "noah", "tariq");
    var noah = student(paper, NOAH);
    assertThat(noah.whole()).isFalse();
    assertThat(noah.stops())
        .containsExactly(
            new Stop(
                "main/b2",
                CLAY.value(),
                Optional.empty(),
                "At clay",
                Optional.of(CENTRE.value()),
                false));
    assertThat(noah.shown()).isEmpty();
    assertThat(paper.rooms().stream().filter(Paper.Room::mine))
        .extracting(Paper.Room::id)
        .containsExactly("studio");
  }

  @Test
  void a_teacher_gets_the_whole_day_of_those_at_home_in_her_room() {
    var paper = cut(floor(homeAtTheLoom(JUNE)), ROSA);
    assertThat(student(paper, JUNE).whole()).isTrue();
    assertThat(student(paper, JUNE).stops()).hasSize(12);
  }

  @Test
  void a_leader_gets_everybody_by_name_with_what_a_wall_may_call_them() {
    var aliased = (Student) school().people().get(NOAH);
    var paper = cut(floor(school().with(Fixtures.showing(aliased, Display.ALIAS))), LENA);
    assertThat(paper.students())
        .extracting(Paper.Student::name)
        .containsExactly("June O.", "Mira K.", "Noah B.", "Tariq S.");
    assertThat(student(paper, NOAH).shown()).contains("noah-alias");
    assertThat(student(paper, NOAH).slot()).contains(3);
    assertThat(paper.rooms().getFirst().helpers()).containsExactly("Abel", "Pia");
    assertThat(seats(paper, CENTRE.value())).contains("1", "8");
  }

  @Test
  void bells_stand_where_the_plan_has_them() {
    var b1 = cut(Fixtures.floor(), LENA).schedules().getFirst().blocks().getFirst();
    assertThat(b1.inPlaceMs()).isEqualTo(Fixtures.at("08:03").toEpochMilli());
    assertThat(b1.bells())
        .containsExactly(
            new Paper.Bell("move", Fixtures.at("08:00").toEpochMilli()),
            new Paper.Bell("tardy", Fixtures.at("08:04").toEpochMilli()),
            new Paper.Bell("warning", Fixtures.at("08:33").toEpochMilli()));
  }

  @Test
  void the_day_that_is_open_is_shown_as_it_stands() {
    var floor = Fixtures.floor();
    floor =
        after(
            floor,
            new Retarget(
                List.of(TARIQ),
                Optional.empty(),
                CLAY,
                Optional.of(Fixtures.block("b4")),
                false,
                ""));
    floor = after(floor, new StartAway(JUNE, AwayKind.ABSENT));
    floor = after(floor, new CloseStation(LOOM, false, "glue"));
    var paper = cut(floor, LENA);
    var b4 = student(paper, TARIQ).stops().get(3);
    assertThat(b4.station()).isEqualTo("clay");
    assertThat(b4.changed()).isTrue();
    assertThat(student(paper, JUNE).away()).isTrue();
    assertThat(student(paper, MIRA).away()).isFalse();
    assertThat(paper.stations().stream().filter(each -> each.status().equals("closed")))
        .extracting(Paper.Station::id)
        .containsExactly("loom");
  }

  @Test
  void turns_inside_a_block_stand_in_its_place() {
    var paper = cut(StudioTurns.floor(), LENA);
    var turns =
        paper.schedules().stream().filter(each -> each.id().equals("studio/b3")).findFirst();
    assertThat(turns.orElseThrow().parent()).contains(new Row.Parent("main", "main/b3"));
    assertThat(student(paper, MIRA).stops())
        .extracting(Stop::block)
        .contains(turns.get().blocks().getFirst().id())
        .doesNotContain("main/b3");
  }

  @Test
  void what_the_calendar_notes_stands_on_the_paper() {
    var noted =
        new Calendar(
            Map.of(),
            Week.EMPTY,
            List.of(),
            List.of(),
            List.of(),
            List.of(new Note(DATE, "Picture day"), new Note(DATE.plusDays(1), "Concert")));
    assertThat(cut(floor(school().with(noted)), ROSA).notes()).containsExactly("Picture day");
  }

  private static School school() {
    return Fixtures.school();
  }

  private static Floor floor(School school) {
    return Floor.opened(Fixtures.dayOpened(school, Fixtures.day()));
  }

  private static Floor after(Floor floor, Command command) {
    var next = floor;
    for (var event : ((Accepted) floor.decide(command, Fixtures.stamp(LENA, "07:40"))).events()) {
      next = next.evolve(event).floor();
    }
    return next;
  }

  private static Paper cut(Floor floor, PersonId reader) {
    var person = Optional.ofNullable(floor.school().people().get(reader));
    return PaperCut.open(
        floor, person.orElse(school().people().get(reader)), Optional.of(DATE.plusDays(1)));
  }

  private static Paper.Student student(Paper paper, PersonId id) {
    return paper.students().stream()
        .filter(each -> each.id().equals(id.value()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> seats(Paper paper, String station) {
    return paper.stations().stream()
        .filter(each -> each.id().equals(station))
        .findFirst()
        .orElseThrow()
        .seats();
  }

  private static School homeAtTheLoom(PersonId id) {
    var student = (Student) school().people().get(id);
    return school()
        .with(
            new Student(
                student.id(),
                student.name(),
                student.alias(),
                student.display(),
                student.grade(),
                student.group(),
                student.schedule(),
                LOOM,
                "",
                student.language(),
                student.mode(),
                student.profile()));
  }
}

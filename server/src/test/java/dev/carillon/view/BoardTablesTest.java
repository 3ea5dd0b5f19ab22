package dev.carillon.view;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOBBY;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.SendMessage;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.Message.InLanguage;
import dev.carillon.floor.Message.To.ToBoards;
import dev.carillon.floor.Message.Words.Announced;
import dev.carillon.floor.Stamp;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.BoardTerms;
import dev.carillon.school.BoardTerms.Shows;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.NameRange;
import dev.carillon.school.Person.Board;
import dev.carillon.school.School;
import dev.carillon.view.Audience.OfBoard;
import dev.carillon.wire.FrameWriter;
import dev.carillon.wire.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What hangs on walls: each board has what it is for, and nobody reads there how anybody is doing.
class BoardTablesTest {
  private static final OfBoard WALL = new OfBoard(Optional.of(LOBBY));

  private static final ScheduleId EARLY = new ScheduleId("early");

  private final Views views = new Views();

  @Test
  void a_board_has_the_names_of_its_range_and_no_others() {
    var floor = opened(terms(Shows.NAMES, new NameRange("A", "M")));
    assertThat(names(floor)).isEqualTo(Map.of(1, "June O.", 2, "Mira K."));
  }

  @Test
  void a_name_stays_in_its_place_over_a_day_of_bells_w3() {
    var floor = opened(BoardTerms.PLAIN);
    var before = names(floor);
    int bells = 0;
    for (var due = floor.nextDue(); due.isPresent() && bells < 20; due = floor.nextDue()) {
      var command = due.get();
      bells += command instanceof Command.RingBell ? 1 : 0;
      floor = take(floor, command, Stamp.system(command.dueAt()));
      assertThat(names(floor)).isEqualTo(before);
    }
    assertThat(bells).isEqualTo(20);
  }

  @Test
  void a_board_by_room_has_who_comes_there_and_a_door_only_how_many() {
    var room = names(opened(terms(Shows.ROOM, STUDIO)));
    assertThat(room.values()).containsExactlyInAnyOrder("Mira K.", "Noah B.", "Tariq S.");

    var door = opened(terms(Shows.DOOR, STUDIO));
    assertThat(table(door, "departures")).isEmpty();
    assertThat(table(door, "doors")).containsEntry("main/b1", new Row.DoorBlock("main/b1", 1));
    assertThat(bytes(door)).doesNotContain("Mira").contains("studio").doesNotContain("centre");
  }

  @Test
  void a_board_by_group_sends_a_group_where_most_of_it_goes_and_says_that_some_do_not() {
    var red = (Row.Departure) table(opened(terms(Shows.GROUPS)), "departures").get("1");
    assertThat(red.name()).isEqualTo("Red");
    assertThat(red.stops()).containsEntry("main/b1", List.of("centre-seats", "T"));
    assertThat(red.split()).contains(List.of("main/b1", "main/b2", "main/b4"));
  }

  @Test
  void boards_that_show_the_same_know_which_of_them_they_are() {
    var school = Fixtures.school().with(new Board(new PersonId("east"), "East", "en"));
    var floor = Floor.opened(Fixtures.dayOpened(school, Fixtures.day()));
    var east = views.cut(new OfBoard(Optional.of(new PersonId("east"))), floor);
    var row = (Row.Board) east.tables().get("board").get("board");
    assertThat(List.of(row.part(), row.of())).containsExactly(2, 2);
  }

  /// Goal: whatever happens to a student, no byte of any kind of board tells.
  @ParameterizedTest
  @EnumSource
  void hands_waits_arrivals_and_lateness_change_no_byte_of_a_board_w4(Shows shows) {
    boolean roomy = shows == Shows.ROOM || shows == Shows.DOOR;
    var floor = opened(roomy ? terms(shows, STUDIO) : terms(shows));
    floor = until(floor, "08:10");
    var before = bytes(floor);

    floor = take(floor, new ReportHere(), Fixtures.stamp(MIRA, "08:10"));
    var ask = new AskForHelp(new HelpId("h1"), NOAH, HelpKind.URGENT, "my secret");
    floor = take(floor, ask, Fixtures.stamp(NOAH, "08:11"));
    floor = take(floor, new Command.StartDuty(), Fixtures.stamp(ABEL, "08:11"));
    floor = take(floor, new Command.ClaimHelp(new HelpId("h1")), Fixtures.stamp(ABEL, "08:12"));

    assertThat(bytes(floor)).isEqualTo(before);
    assertThat(before).doesNotContain("secret", "late\"", "missing", "hand", "wait", "arriv");
  }

  @Test
  void a_board_has_what_leaders_announce_and_not_who_did() {
    var floor = until(opened(terms(Shows.COUNTDOWN)), "08:10");
    floor = take(floor, announce("m1", Optional.empty()), lena());
    var end = floor.timelines().get(Fixtures.MAIN).current().orElseThrow().end().toEpochMilli();
    assertThat(table(floor, "announcements"))
        .isEqualTo(
            Map.of(
                "m1",
                new Row.Announcement(
                    "m1",
                    List.of(
                        new Row.InLanguage("en", "Lunch is in the gym"),
                        new Row.InLanguage("es", "Se come en el gimnasio")),
                    Optional.of(end))));
    assertThat(bytes(floor)).doesNotContain("Lena", "lena");
  }

  @Test
  void what_is_announced_to_one_schedule_hangs_where_its_students_look() {
    var aToM = terms(Shows.NAMES, new NameRange("A", "M"));
    var nToZ = terms(Shows.NAMES, new NameRange("N", "Z"));
    assertThat(told(withTwoSchedules(aToM))).isEmpty();
    assertThat(told(withTwoSchedules(nToZ))).containsOnlyKeys("m1");
    assertThat(told(withTwoSchedules(terms(Shows.DOOR, STUDIO)))).isEmpty();
    assertThat(told(withTwoSchedules(terms(Shows.COUNTDOWN)))).containsOnlyKeys("m1");
  }

  /// Noah alone lives by the other one, in the centre.
  private static Floor withTwoSchedules(BoardTerms terms) {
    var school =
        Crowded.students(
            Fixtures.school().with(new Board(LOBBY, "Lobby", "en", terms)),
            student -> student.id().equals(NOAH) ? student.in(EARLY) : student);
    var day =
        new DayPlan(
            Fixtures.DATE,
            Fixtures.ZONE,
            "Regular",
            "weekday",
            List.of(
                new SchedulePlan(Fixtures.MAIN, "Main", Fixtures.blocks()),
                new SchedulePlan(EARLY, "Early", Fixtures.blocks(EARLY))));
    var centre =
        new Assignment(
            NOAH, BlockId.of(EARLY, "b1"), Fixtures.CENTRE, "", "", "", Source.PLAN, false);
    var plain = Fixtures.dayOpened(school, day);
    var opened =
        Floor.opened(
            new DayOpened(
                school, day, List.of(centre), plain.carry(), plain.speed(), false, plain.at()));
    return take(until(opened, "08:10"), announce("m1", Optional.of(EARLY)), lena());
  }

  private static Stamp lena() {
    return Fixtures.stamp(LENA, "08:10");
  }

  private Map<String, Row> told(Floor floor) {
    return table(floor, "announcements");
  }

  private static Command announce(String id, Optional<ScheduleId> schedule) {
    return new SendMessage(
        new MessageId(id),
        new ToBoards(schedule),
        new Announced(
            List.of(
                new InLanguage("en", "Lunch is in the gym"),
                new InLanguage("es", "Se come en el gimnasio"))),
        Optional.empty());
  }

  private static Floor opened(BoardTerms terms) {
    School school = Fixtures.school().with(new Board(LOBBY, "Lobby", "en", terms));
    return Floor.opened(Fixtures.dayOpened(school, Fixtures.day()));
  }

  private static BoardTerms terms(Shows shows, RoomId... rooms) {
    return new BoardTerms(shows, NameRange.ALL, List.of(rooms), Optional.empty(), Optional.empty());
  }

  private static BoardTerms terms(Shows shows, NameRange range) {
    return new BoardTerms(shows, range, List.of(), Optional.empty(), Optional.empty());
  }

  private static Floor until(Floor floor, String time) {
    var at = Fixtures.at(time);
    for (var due = floor.nextDue();
        due.isPresent() && !due.get().dueAt().isAfter(at);
        due = floor.nextDue()) {
      floor = take(floor, due.get(), Stamp.system(due.get().dueAt()));
    }
    return floor;
  }

  private static Floor take(Floor floor, Command command, Stamp stamp) {
    for (var event : ((Accepted) floor.decide(command, stamp)).events()) {
      floor = floor.evolve(event).floor();
    }
    return floor;
  }

  private Map<Integer, String> names(Floor floor) {
    var names = new LinkedHashMap<Integer, String>();
    for (var row : table(floor, "departures").values()) {
      names.put(((Row.Departure) row).slot(), ((Row.Departure) row).name());
    }
    return names;
  }

  private Map<String, Row> table(Floor floor, String name) {
    return views.cut(WALL, floor).tables().getOrDefault(name, Map.of());
  }

  private String bytes(Floor floor) {
    var whole = new ServerFrame.Whole(Cursor.START, Instant.EPOCH, views.cut(WALL, floor));
    return new String(FrameWriter.write(whole), StandardCharsets.UTF_8);
  }
}

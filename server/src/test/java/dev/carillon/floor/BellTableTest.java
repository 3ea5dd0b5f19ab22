package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.EnterBlock;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.HelpCameBack;
import dev.carillon.floor.Event.HelpDeferred;
import dev.carillon.floor.Event.HelpEvent;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpLeftBehind;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.HoldMoved;
import dev.carillon.floor.Event.StayAllowed;
import dev.carillon.floor.Event.StudentHeld;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpRequest.OnHold;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Playlist;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.School;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of the bell, cell by cell: what it does to a call of each kind in each state (ADR 22).
///
/// Mira moves at 08:35 from the clay table in the studio to her seat in the learning centre, and is
/// at the clay table again from 09:45. Abel, who covers both rooms, is the one who answers.
@ExtendWith(KeptInLogs.class)
final class BellTableTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");
  private static final Instant BELL = at("08:35");

  /// A row of the table.
  enum What {
    WORK_THAT_ENDS_HERE(HelpKind.WORK, "pots"),
    WORK_THAT_GOES_ON(HelpKind.WORK, "letters"),
    A_TALK(HelpKind.PERSON, "pots"),
    EQUIPMENT(HelpKind.EQUIPMENT, "pots"),
    URGENT(HelpKind.URGENT, "pots");

    private final HelpKind kind;
    private final String item;

    What(HelpKind kind, String item) {
      this.kind = kind;
      this.item = item;
    }
  }

  /// A column of the table.
  enum State {
    WAITING,
    CLAIMED,
    HELPING,
    ON_HOLD,
    UNREACHABLE
  }

  /// What a cell says.
  ///
  /// @param bell all that the bell makes happen to the call and to her place
  /// @param room where the call is to be answered afterwards
  private record Then(List<? extends Event> bell, String state, RoomId room, Lane lane) {
    /// The call is as it was, in the room she goes to.
    static Then kept(State state, Lane lane) {
      return new Then(List.of(), word(state), CENTRE_ROOM, lane);
    }

    static Then of(String state, Event... bell) {
      return new Then(List.of(bell), state, CENTRE_ROOM, Lane.NORMAL);
    }

    /// She is helped to the end where she is: excused, and her helper is asked after three minutes.
    static Then held(Assignment place) {
      return new Then(
          List.of(
              new StayAllowed(MIRA, place, StayReason.HELP, ABEL, at("08:44"), BELL),
              new StudentHeld(H1, ABEL, at("08:38"), BELL)),
          word(State.HELPING),
          STUDIO,
          Lane.NORMAL);
    }

    private Then in(Lane other) {
      return new Then(bell, state, room, other);
    }

    static Then comesBackFirst() {
      return new Then(
          List.of(new HelpCameBack(H1, Optional.empty(), BELL, BELL)),
          word(State.WAITING),
          CENTRE_ROOM,
          Lane.RETURNING);
    }

    /// The machine stays where it is, and she is rid of it.
    static Then leftBehind(State state) {
      return new Then(List.of(new HelpLeftBehind(H1, BELL)), word(state), STUDIO, Lane.NORMAL);
    }

    private static String word(State state) {
      return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  record Cell(What what, State state) {
    @Override
    public String toString() {
      return (what + ", " + state).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }

  static Stream<Cell> cells() {
    return Stream.of(What.values())
        .flatMap(what -> Stream.of(State.values()).map(state -> new Cell(what, state)));
  }

  private static Then then(Cell cell) {
    var state = cell.state();
    return switch (cell.what()) {
      case WORK_THAT_ENDS_HERE ->
          switch (state) {
            case WAITING -> Then.of("deferred", new HelpDeferred(H1, BELL));
            case CLAIMED ->
                Then.of(
                    "deferred",
                    new HelpReleased(H1, PersonId.SYSTEM, BELL),
                    new HelpDeferred(H1, BELL));
            case HELPING -> Then.held(clay("b1", "pots"));
            // Three of the five minutes were left: they begin again when she is back at the clay.
            case ON_HOLD -> Then.of("on-hold", new HoldMoved(H1, at("09:52"), BELL));
            case UNREACHABLE -> Then.of("expired", new HelpExpired(H1, "bell", BELL));
          };
      case WORK_THAT_GOES_ON ->
          switch (state) {
            case CLAIMED -> Then.of("waiting", new HelpReleased(H1, PersonId.SYSTEM, BELL));
            case HELPING -> Then.held(clay("b1", "letters"));
            case UNREACHABLE -> Then.comesBackFirst();
            case WAITING, ON_HOLD -> Then.kept(state, Lane.NORMAL);
          };
      case A_TALK ->
          switch (state) {
            case HELPING -> Then.held(clay("b1", "pots"));
            case UNREACHABLE -> Then.comesBackFirst();
            case WAITING, CLAIMED, ON_HOLD -> Then.kept(state, Lane.NORMAL);
          };
      case EQUIPMENT -> Then.leftBehind(state);
      case URGENT ->
          state == State.HELPING
              ? Then.held(clay("b1", "pots")).in(Lane.URGENT)
              : Then.kept(state, Lane.URGENT);
    };
  }

  private static Assignment clay(String block, String item) {
    return new Assignment(
        MIRA, block(block), CLAY, "", "At the clay table", item, Source.PLAN, false);
  }

  private static Floor opened(What what) {
    var opened =
        new Event.DayOpened(
            school(),
            Fixtures.day(),
            List.of(
                clay("b1", what.item), clay("b4", "pots"), Fixtures.assignment(NOAH, "b2", CLAY)),
            Carry.NOTHING,
            1,
            false,
            at("07:30"));
    return Floor.opened(opened);
  }

  private static School school() {
    var items =
        List.of(
            new Item("pots", "Pots", "Art", new Want.At(CLAY)),
            new Item("letters", "Letters", "English", new Want.OneOf(List.of(CLAY, CENTRE))));
    return Changed.from(Fixtures.school())
        .playlists(Map.of(MIRA, new Playlist(MIRA, items)))
        .school();
  }

  private static AskForHelp ask(HelpId help, PersonId student, HelpKind kind) {
    return new AskForHelp(help, student, kind, "");
  }

  private static Scene given(Cell cell) {
    var day = new Scene(opened(cell.what())).and(MIRA, "08:30", ask(H1, MIRA, cell.what().kind));
    return switch (cell.state()) {
      case WAITING -> day;
      case CLAIMED -> day.and(ABEL, "08:34", new ClaimHelp(H1));
      case HELPING -> arrived(day);
      case ON_HOLD -> arrived(day).and(ABEL, "08:33", new HoldHelp(H1, 1, 0, ""));
      case UNREACHABLE ->
          day.and(ABEL, "08:31", new ClaimHelp(H1)).and(ABEL, "08:32", new SayNotHere(H1, 1));
    };
  }

  private static Scene arrived(Scene day) {
    return day.and(ABEL, "08:31", new ClaimHelp(H1)).and(ABEL, "08:32", new ArriveAtHelp(H1, 1));
  }

  /// The bell itself: whatever else is due at the same moment is decided before.
  private static EnterBlock bell(Scene day) {
    day.until("08:34:59.999");
    while (true) {
      DueCommand due = day.floor().nextDue().orElseThrow();
      assertThat(due.dueAt()).as("%s", due).isEqualTo(BELL);
      if (due instanceof EnterBlock bell) {
        return bell;
      }
      day.apply(((Accepted) day.floor().decide(due, Stamp.system(BELL))).events());
    }
  }

  private static boolean isAboutMira(Event event) {
    return switch (event) {
      case HelpEvent help -> help.help().equals(H1);
      case StayAllowed stay -> stay.student().equals(MIRA);
      case Event _ -> false;
    };
  }

  @ParameterizedTest
  @MethodSource("cells")
  void each_call_lands_as_the_table_has_it_and_a_second_bell_changes_nothing_b23_b24(Cell cell) {
    var day = given(cell);
    assertThat(day.help(H1).word()).isEqualTo(Then.word(cell.state()));
    var then = then(cell);

    var bell = bell(day);
    var before = day.help(H1);
    var rang = ((Accepted) day.floor().decide(bell, Stamp.system(BELL))).events();
    assertThat(rang.stream().filter(BellTableTest::isAboutMira))
        .containsExactlyElementsOf(then.bell());

    day.apply(rang);
    day.until(BELL);
    var after = day.help(H1);
    assertThat(after.word()).isEqualTo(then.state());
    assertThat(day.floor().roomOf(after)).contains(then.room());
    assertThat(after.standing().turn().lane()).isEqualTo(then.lane());
    // Her place in the line, and all she has waited, go with her.
    var place = then.lane() == Lane.RETURNING ? at("08:34") : at("08:30");
    assertThat(after.standing().turn().virtual()).isEqualTo(place);
    assertThat(after.version()).isEqualTo(before.version() + changesOf(then));
    boolean isOwned = List.of("claimed", "helping").contains(then.state());
    assertThat(day.floor().help().heldBy(ABEL).isPresent()).isEqualTo(isOwned);

    // The second run, on this node or on one that takes over.
    var once = day.floor();
    assertThat(day.floor().decide(bell, Stamp.system(at("08:36")))).isEqualTo(Decision.accept());
    assertThat(day.until("08:35:30").floor().help().open()).isEqualTo(once.help().open());
  }

  private static long changesOf(Then then) {
    return then.bell().stream().filter(HelpEvent.class::isInstance).count();
  }

  @Test
  void the_end_of_a_hold_that_was_moved_is_asked_about_when_she_is_back_at_the_work() {
    var day = given(new Cell(What.WORK_THAT_ENDS_HERE, State.ON_HOLD)).until("09:51:59");
    assertThat(day.events(Event.HoldEnded.class)).isEmpty();
    assertThat(((OnHold) day.help(H1)).until()).isEqualTo(at("09:52"));
    day.until("09:52");
    assertThat(day.events(Event.HoldEnded.class))
        .containsExactly(new Event.HoldEnded(H1, at("09:52")));
  }

  @Test
  void whoever_is_on_the_way_in_the_same_room_goes_on_b23() {
    var day =
        new Scene(opened(What.A_TALK))
            .and(JUNE, "08:30", ask(H1, JUNE, HelpKind.WORK))
            .and(ABEL, "08:34", new ClaimHelp(H1))
            .until("08:35");
    assertThat(day.help(H1).word()).isEqualTo("claimed");
    assertThat(day.help(H1).owner()).contains(ABEL);
  }

  /// Noah's next place is the clay table, which is a workshop.
  @Test
  void a_talk_is_hidden_while_she_is_in_a_workshop_and_keeps_its_place_b23() {
    var day =
        new Scene(opened(What.A_TALK))
            .and(NOAH, "08:30", ask(H1, NOAH, HelpKind.PERSON))
            .until("08:40");
    assertThat(day.floor().roomOf(day.help(H1))).contains(STUDIO);
    assertThat(day.isRefused(ABEL, "08:40", new ClaimNext())).isEqualTo(Refusal.LINE_EMPTY);
    day.and(JUNE, "09:11", ask(H2, JUNE, HelpKind.WORK)).until("09:14");
    assertThat(((Result.HelpGiven) day.does(PIA, "09:14", new ClaimNext()).result()).help())
        .as("in the block after it she is first")
        .isEqualTo(H1);
  }

  @Test
  void a_machine_she_left_is_no_call_of_hers_and_whoever_sits_there_next_is_told_b23_b28() {
    var day = given(new Cell(What.EQUIPMENT, State.WAITING)).until("08:36");
    assertThat(day.floor().help().activeOf(MIRA)).isEmpty();
    assertThat(day.floor().assignmentNow(NOAH).orElseThrow().station()).isEqualTo(CLAY);
    assertThat(day.floor().help().isReported(CLAY, "", NOAH)).isTrue();
    day.and(MIRA, "08:40", ask(H2, MIRA, HelpKind.WORK));
    assertThat(day.floor().help().activeOf(MIRA)).contains(day.help(H2));
  }
}

package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.TellHelp;
import dev.carillon.floor.Command.TellWait;
import dev.carillon.floor.Event.HelpTold;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a student adds to a call that is open. Noah sits in the centre, which Abel covers.
final class HelpTellingTest {
  private static final HelpId H1 = new HelpId("h1");

  private final Scene day = Scene.opened();

  private static TellHelp tell(HelpKind kind, String text) {
    return new TellHelp(H1, kind, text, true, Optional.empty());
  }

  /// What everybody in a room reads stands in the view: ViewsTest.
  @Test
  void only_who_covers_a_room_and_is_on_duty_tells_it_how_long_help_takes() {
    assertThat(day.isRefused(ROSA, "08:10", new TellWait(CENTRE_ROOM, 10)))
        .isEqualTo(Refusal.NOT_YOUR_ROOM);
    assertThat(day.isRefused(NOAH, "08:10", new TellWait(CENTRE_ROOM, 10)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    day.and(ABEL, "08:11", new EndDuty());
    assertThat(day.isRefused(ABEL, "08:12", new TellWait(CENTRE_ROOM, 10)))
        .isEqualTo(Refusal.NOT_ON_DUTY);
    assertThat(day.isRefused(LENA, "08:12", new TellWait(new RoomId("none"), 10)))
        .isEqualTo(Refusal.STATION_UNKNOWN);
    day.does(LENA, "08:12", new TellWait(CENTRE_ROOM, 10));
  }

  private void noahAsks() {
    day.and(NOAH, "08:10", new AskForHelp(H1, NOAH, HelpKind.WORK, ""));
  }

  private HelpRequest request() {
    return day.floor().help().find(H1).orElseThrow();
  }

  @Test
  void what_she_adds_changes_neither_her_place_nor_the_figures() {
    noahAsks();
    day.and(JUNE, "08:11", new AskForHelp(new HelpId("h2"), JUNE, HelpKind.WORK, ""));
    var before = request();
    day.and(NOAH, "08:12", tell(HelpKind.PERSON, "step three"));
    assertThat(request().asked().text()).isEqualTo("step three");
    assertThat(request().asked().kind()).isEqualTo(HelpKind.PERSON);
    assertThat(request().standing().turn()).isEqualTo(before.standing().turn());
    assertThat(request().version()).isEqualTo(before.version() + 1);
    var figures = HelpFigures.asOfLastChange(day.floor());
    assertThat(figures.asked()).isEqualTo(2);
    assertThat(figures.gaveUp().size()).isZero();
  }

  @Test
  void it_may_be_said_to_somebody_on_the_way_and_not_when_it_is_over() {
    noahAsks();
    day.and(ABEL, "08:11", new ClaimHelp(H1)).and(NOAH, "08:12", tell(HelpKind.WORK, "page 4"));
    assertThat(request().asked().text()).isEqualTo("page 4");
    assertThat(request().owner()).contains(ABEL);
    day.and(NOAH, "08:13", new CancelHelp(H1));
    assertThat(day.isRefused(NOAH, "08:14", tell(HelpKind.WORK, "x"))).isEqualTo(Refusal.HELP_OVER);
  }

  @Test
  void an_adult_now_makes_it_urgent_and_other_words_do_not_make_it_less() {
    noahAsks();
    day.and(NOAH, "08:11", tell(HelpKind.URGENT, "please come"));
    assertThat(request().standing().turn().lane()).isEqualTo(Lane.URGENT);
    day.and(NOAH, "08:12", tell(HelpKind.WORK, "it is the bus"));
    assertThat(request().asked().kind()).isEqualTo(HelpKind.URGENT);
    assertThat(request().standing().turn().lane()).isEqualTo(Lane.URGENT);
  }

  @Test
  void a_talk_is_for_whom_she_wishes_first_until_she_wishes_otherwise() {
    noahAsks();
    day.and(NOAH, "08:11", talkTo(Optional.of(ROSA)));
    assertThat(request().standing().wish()).contains(ROSA);
    assertThat(day.isRefused(ABEL, "08:12", new ClaimNext())).isEqualTo(Refusal.LINE_EMPTY);
    assertThat(day.does(NOAH, "08:12", talkTo(Optional.of(ROSA))).events()).isEmpty();

    day.and(NOAH, "08:12", talkTo(Optional.empty()));
    assertThat(request().standing().wish()).isEmpty();
    day.and(NOAH, "08:12:30", talkTo(Optional.of(ROSA)));
    day.and(NOAH, "08:13", tell(HelpKind.WORK, "page 4"));
    assertThat(request().standing().wish()).as("work is for whoever comes first").isEmpty();
    day.and(ABEL, "08:14", new ClaimNext());
    day.and(NOAH, "08:15", talkTo(Optional.of(ROSA)));
    assertThat(request().standing().wish()).as("Abel has it").isEmpty();
  }

  @Test
  void nobody_wishes_for_somebody_who_is_no_helper() {
    noahAsks();
    assertThat(day.isRefused(NOAH, "08:11", talkTo(Optional.of(JUNE))))
        .isEqualTo(Refusal.PERSON_UNKNOWN);
  }

  private static TellHelp talkTo(Optional<PersonId> adult) {
    return new TellHelp(H1, HelpKind.PERSON, "", true, adult);
  }

  @Test
  void the_same_words_again_change_nothing() {
    noahAsks();
    day.and(NOAH, "08:11", tell(HelpKind.WORK, "page 4"));
    assertThat(day.does(NOAH, "08:12", tell(HelpKind.WORK, "page 4")).events()).isEmpty();
  }

  @Test
  void nobody_tells_what_is_not_hers_and_nobody_writes_over_a_helper() {
    noahAsks();
    for (var other : List.of(JUNE, ABEL)) {
      assertThat(day.isRefused(other, "08:11", tell(HelpKind.WORK, "x")))
          .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    }
    day.and(NOAH, "08:12", new CancelHelp(H1));
    var forHer = new AskForHelp(new HelpId("h3"), NOAH, HelpKind.WORK, "be gentle");
    day.and(ABEL, "08:13", forHer);
    var over = new TellHelp(new HelpId("h3"), HelpKind.WORK, "x", true, Optional.empty());
    assertThat(day.isRefused(NOAH, "08:14", over)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void as_often_as_she_may_ask_and_no_more() {
    noahAsks();
    for (int i = 0; i < 6; i++) {
      day.and(NOAH, "08:11:0" + i, tell(HelpKind.WORK, "text " + i));
    }
    assertThat(day.isRefused(NOAH, "08:12", tell(HelpKind.WORK, "once more")))
        .isEqualTo(Refusal.TOO_MANY_ASKS);
    assertThat(day.events(HelpTold.class)).hasSize(6);
    day.and(NOAH, "08:21:01", tell(HelpKind.WORK, "later"));
  }
}

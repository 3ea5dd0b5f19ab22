package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.AdoptSchool;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.ReturnHelper;
import dev.carillon.floor.Command.SendHelper;
import dev.carillon.floor.Command.SetAway;
import dev.carillon.floor.Event.HelperSent;
import dev.carillon.floor.Sending.Leaves;
import dev.carillon.floor.Sending.Sent;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Row;
import dev.carillon.view.Views;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A leader sends an adult to a room that has too few. Abel walks the centre and the studio, Pia
/// the centre; Rosa teaches in the studio.
@ExtendWith(KeptInLogs.class)
final class SendingTest {
  private static final HelpId HELP = new HelpId("h1");
  private static final SendHelper PIA_TO_STUDIO = new SendHelper(PIA, STUDIO);

  private final Scene day = Scene.opened();

  private List<PersonId> there(RoomId room) {
    return new HelpReach(day.floor(), day.floor().at())
        .onDuty(room).stream().sorted(Comparator.comparing(PersonId::value)).toList();
  }

  private Row.HelperMe me(PersonId helper) {
    return (Row.HelperMe)
        new Views().cut(new OfHelper(helper), day.floor()).tables().get("me").get("me");
  }

  private Optional<Sent> spare(RoomId room) {
    return new Sending(day.floor()).to(room);
  }

  @Test
  void whoever_is_sent_covers_that_room_and_not_her_own_and_is_told_where() {
    day.and(LENA, "08:10", PIA_TO_STUDIO);
    assertThat(there(STUDIO)).containsExactly(ABEL, PIA, ROSA);
    assertThat(there(CENTRE_ROOM)).containsExactly(ABEL);
    assertThat(me(PIA).rooms()).containsExactly("studio");
    assertThat(me(PIA).post())
        .contains(new Row.Post("studio", "Lena", Optional.of(at("08:35").toEpochMilli())));
    assertThat(me(ABEL).post()).isEmpty();
  }

  @Test
  void with_the_bell_she_is_back_in_the_rooms_that_are_hers() {
    day.and(LENA, "08:10", PIA_TO_STUDIO).until("08:34:59");
    assertThat(there(CENTRE_ROOM)).containsExactly(ABEL);
    day.until("08:35");
    assertThat(there(CENTRE_ROOM)).containsExactly(ABEL, PIA);
    assertThat(me(PIA).post()).isEmpty();
  }

  @Test
  void a_block_that_is_paused_keeps_her_there() {
    day.and(LENA, "08:10", PIA_TO_STUDIO)
        .and(LENA, "08:20", steer(new Control.Pause()))
        .until("08:50");
    assertThat(there(CENTRE_ROOM)).containsExactly(ABEL);
  }

  @Test
  void before_the_first_bell_she_is_sent_for_the_first_block() {
    var early = Scene.opened();
    early.and(LENA, "07:40", PIA_TO_STUDIO).until("08:20");
    assertThat(early.floor().covers(PIA, STUDIO)).isTrue();
    early.until("08:35");
    assertThat(early.floor().covers(PIA, STUDIO)).isFalse();
  }

  @Test
  void it_is_taken_back_as_if_it_had_not_been() {
    var school = day.floor().school();
    day.and(LENA, "08:10", PIA_TO_STUDIO).and(LENA, "08:11", new ReturnHelper(PIA));
    assertThat(day.floor().school()).isEqualTo(school);
    assertThat(day.floor().posts()).isEqualTo(Posts.NONE);
  }

  @Test
  void sent_on_she_still_goes_back_where_she_belongs() {
    day.and(LENA, "08:10", new SendHelper(ABEL, STUDIO))
        .and(LENA, "08:11", new SendHelper(ABEL, CENTRE_ROOM))
        .and(LENA, "08:12", new ReturnHelper(ABEL));
    assertThat(me(ABEL).rooms()).containsExactly("centre", "studio");
  }

  @Test
  void the_call_in_her_hand_stays_with_her() {
    day.and(NOAH, "08:10", new AskForHelp(HELP, NOAH, HelpKind.WORK, ""))
        .and(PIA, "08:11", new ClaimHelp(HELP))
        .and(LENA, "08:12", PIA_TO_STUDIO);
    assertThat(me(PIA).claim()).contains("h1");
  }

  @Test
  void a_school_that_is_published_anew_keeps_her_where_she_was_sent() {
    day.and(LENA, "08:10", PIA_TO_STUDIO);
    var published = Changed.from(Fixtures.school()).unmeasured(CENTRE_ROOM).school();
    day.and(PersonId.SYSTEM, "08:11", new AdoptSchool(published));
    assertThat(day.floor().covers(PIA, STUDIO)).isTrue();
    day.until("08:35");
    assertThat(me(PIA).rooms()).containsExactly("centre");
  }

  @Test
  void whoever_leaves_no_room_alone_is_suggested_with_what_it_costs() {
    assertThat(spare(STUDIO)).contains(new Sent(PIA, List.of(new Leaves(CENTRE_ROOM, 1))));
    assertThat(spare(CENTRE_ROOM)).as("Rosa has a place of her own").isEmpty();
    day.and(ABEL, "08:11", new SetAway(true));
    assertThat(spare(STUDIO))
        .as("the centre would have nobody, and that is said")
        .contains(new Sent(PIA, List.of(new Leaves(CENTRE_ROOM, 0))));
  }

  @Test
  void nobody_is_suggested_who_has_somebody_in_hand_or_has_been_sent_already() {
    day.and(LENA, "08:10", PIA_TO_STUDIO);
    assertThat(spare(CENTRE_ROOM)).isEmpty();
    day.and(LENA, "08:11", new ReturnHelper(PIA))
        .and(NOAH, "08:12", new AskForHelp(HELP, NOAH, HelpKind.WORK, ""))
        .and(PIA, "08:13", new ClaimHelp(HELP));
    assertThat(spare(STUDIO)).isEmpty();
  }

  @Test
  void leaders_see_of_each_room_who_could_be_sent_and_who_was() {
    day.and(LENA, "08:10", PIA_TO_STUDIO);
    var tables = new Views().cut(new OfLeaders(), day.floor()).tables();
    assertThat(((Row.Helper) tables.get("helpers").get("pia")).own()).contains(List.of("centre"));
    day.and(LENA, "08:11", new ReturnHelper(PIA));
    var rooms = new Views().cut(new OfLeaders(), day.floor()).tables().get("roomHelp");
    assertThat(((Row.RoomHelp) rooms.get("studio")).spare())
        .contains(new Row.Spare(new Row.Named("pia", "Pia"), List.of(new Row.Leaves("centre", 1))));
  }

  @Test
  void only_leaders_send_and_only_helpers_on_duty_to_rooms_there_are() {
    assertThat(day.isRefused(ROSA, "08:10", PIA_TO_STUDIO)).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(PIA, "08:10", new ReturnHelper(PIA)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(day.isRefused(LENA, "08:10", new SendHelper(NOAH, STUDIO)))
        .isEqualTo(Refusal.PERSON_UNKNOWN);
    assertThat(day.isRefused(LENA, "08:10", new SendHelper(PIA, new RoomId("nowhere"))))
        .isEqualTo(Refusal.STATION_UNKNOWN);
    day.and(PIA, "08:11", new EndDuty());
    assertThat(day.isRefused(LENA, "08:12", PIA_TO_STUDIO)).isEqualTo(Refusal.HELPER_NOT_ON_DUTY);
    assertThat(day.events(HelperSent.class)).isEmpty();
  }
}

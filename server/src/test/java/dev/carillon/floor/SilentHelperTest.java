package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.NotePresence;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.RenewHelp;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SetAway;
import dev.carillon.floor.Command.TakeOverHelp;
import dev.carillon.floor.Event.HelpRenewed;
import dev.carillon.floor.Event.HelperMissed;
import dev.carillon.floor.Event.RoomUnhelped;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Role;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Row;
import dev.carillon.view.Views;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A helper of whom nobody has heard for a minute and a half is not counted on.
@ExtendWith(KeptInLogs.class)
final class SilentHelperTest {
  private static final HelpId H1 = new HelpId("h1");

  private final Scene day = Scene.opened();

  private void heardOf(PersonId helper, String time, boolean isHere, String since) {
    day.and(PersonId.SYSTEM, time, new NotePresence(helper, isHere, at(since)));
  }

  private List<PersonId> onDuty(RoomId room) {
    return new HelpReach(day.floor(), day.floor().at()).onDuty(room);
  }

  private String shown(PersonId helper) {
    return new Views()
        .cut(new OfLeaders(), day.floor()).tables().get("helpers").values().stream()
            .map(Row.Helper.class::cast)
            .filter(row -> row.id().equals(helper.value()))
            .map(Row.Helper::duty)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void whose_devices_are_silent_for_ninety_seconds_is_shown_as_away_until_she_is_heard_of() {
    heardOf(ABEL, "08:10:21", false, "08:10");
    day.until("08:11:29");
    assertThat(shown(ABEL)).isEqualTo("on");
    assertThat(onDuty(CENTRE_ROOM)).containsExactlyInAnyOrder(ABEL, PIA);

    day.until("08:11:30");
    assertThat(day.events(HelperMissed.class))
        .containsExactly(new HelperMissed(ABEL, at("08:11:30")));
    assertThat(shown(ABEL)).isEqualTo("away");
    assertThat(onDuty(CENTRE_ROOM)).containsExactly(PIA);

    day.until("08:30");
    heardOf(ABEL, "08:30", true, "08:10");
    assertThat(shown(ABEL)).isEqualTo("on");
    assertThat(onDuty(CENTRE_ROOM)).containsExactlyInAnyOrder(ABEL, PIA);
    assertThat(day.events(HelperMissed.class)).hasSize(1);
  }

  @Test
  void a_screen_that_is_locked_for_a_minute_changes_nothing() {
    heardOf(ABEL, "08:10:21", false, "08:10");
    heardOf(ABEL, "08:11", true, "08:10");
    day.until("08:20");
    assertThat(day.events(HelperMissed.class)).isEmpty();
    heardOf(ABEL, "08:20:21", false, "08:20");
    day.until("08:21:30");
    assertThat(shown(ABEL)).isEqualTo("away");
  }

  @Test
  void who_went_for_a_break_is_away_until_she_says_so_herself() {
    day.and(ABEL, "08:10", new SetAway(true));
    heardOf(ABEL, "08:10:21", false, "08:10");
    day.until("08:20");
    heardOf(ABEL, "08:20", true, "08:10");
    assertThat(shown(ABEL)).isEqualTo("away");
    day.and(ABEL, "08:21", new SetAway(false));
    assertThat(shown(ABEL)).isEqualTo("on");
  }

  @Test
  void who_is_off_duty_is_missed_by_nobody() {
    day.and(ABEL, "08:10", new EndDuty());
    heardOf(ABEL, "08:10:21", false, "08:10");
    day.until("08:20");
    assertThat(day.events(HelperMissed.class)).isEmpty();
    assertThat(shown(ABEL)).isEqualTo("off");
  }

  @Test
  void a_room_whose_last_helper_has_gone_silent_has_none_and_the_leader_hears_of_its_calls() {
    day.and(ABEL, "08:01", new EndDuty());
    heardOf(ROSA, "08:10:21", false, "08:10");
    day.until("08:11:30");
    assertThat(onDuty(STUDIO)).isEmpty();
    day.and(MIRA, "08:12", new AskForHelp(H1, MIRA, HelpKind.WORK, ""));
    day.until("08:13");
    assertThat(day.events(RoomUnhelped.class)).hasSize(1);
    // Next door they may help out at once.
    day.and(PIA, "08:13", new ClaimHelp(H1));
  }

  @Test
  void nobody_says_it_but_the_time() {
    heardOf(ABEL, "08:10:21", false, "08:10");
    var due = day.floor().nextDue().orElseThrow();
    assertThat(due.identity()).isEqualTo("away/abel/" + at("08:10").toEpochMilli());
    var june = new Stamp(JUNE, Role.STUDENT, at("08:12"));
    assertThat(day.floor().decide(due, june)).isEqualTo(Decision.refuse(Refusal.NOT_YOURS_TO_DO));
    assertThat(day.floor().decide(due, Stamp.system(at("08:11")))).isEqualTo(Decision.accept());
  }

  @Test
  void whoever_helps_and_is_not_heard_of_for_five_minutes_is_shown_to_leaders_until_she_is() {
    day.and(MIRA, "08:05", new AskForHelp(H1, MIRA, HelpKind.WORK, ""))
        .and(ABEL, "08:06", new ClaimHelp(H1))
        .and(ABEL, "08:07", new ArriveAtHelp(H1, 1));
    heardOf(ABEL, "08:10:21", false, "08:10");
    day.until("08:14:59");
    assertThat(silent(H1)).isEmpty();
    day.until("08:15");
    assertThat(silent(H1)).contains(true);
    day.and(ABEL, "08:16", new RenewHelp(H1, 1));
    assertThat(silent(H1)).isEmpty();
  }

  @Test
  void the_leader_takes_over_from_whoever_is_not_heard_of_and_goes_on_in_her_place() {
    day.and(MIRA, "08:05", new AskForHelp(H1, MIRA, HelpKind.WORK, ""))
        .and(ABEL, "08:06", new ClaimHelp(H1))
        .and(ABEL, "08:07", new ArriveAtHelp(H1, 1));
    heardOf(ABEL, "08:10:21", false, "08:10");
    day.until("08:15");
    day.and(LENA, "08:15", new TakeOverHelp(H1, HelpReason.OFFLINE));
    assertThat(silent(H1)).isEmpty();
    day.and(LENA, "08:17", new RenewHelp(H1, 2));
    assertThat(day.events(HelpRenewed.class))
        .containsExactly(new HelpRenewed(H1, at("08:20"), at("08:17")));
    assertThat(day.isRefused(ABEL, "08:18", new ResolveHelp(H1, 1))).isEqualTo(Refusal.STALE_CLAIM);
    day.and(LENA, "08:19", new ResolveHelp(H1, 2));
    assertThat(day.help(H1).word()).isEqualTo("resolved");
  }

  @Test
  void a_leader_on_the_way_says_that_she_is_there_or_lets_it_go() {
    day.and(MIRA, "08:05", new AskForHelp(H1, MIRA, HelpKind.WORK, ""))
        .and(ABEL, "08:06", new ClaimHelp(H1))
        .and(LENA, "08:07", new TakeOverHelp(H1, HelpReason.SHIFT_ENDS))
        .and(LENA, "08:08", new ArriveAtHelp(H1, 2));
    assertThat(day.help(H1).word()).isEqualTo("helping");
    day.and(LENA, "08:09", new ReleaseHelp(H1, 2));
    assertThat(day.help(H1).word()).isEqualTo("waiting");
  }

  private Optional<Boolean> silent(HelpId help) {
    var line = new Views().cut(new OfLeaders(), day.floor()).tables().get("line");
    return ((Row.LineCall) line.get(help.value())).silent();
  }
}

package dev.carillon.view;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.BorrowSeat;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.MarkArrival;
import dev.carillon.floor.Command.NoteLost;
import dev.carillon.floor.Command.NotePresence;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Control;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.Ripple;
import dev.carillon.floor.Stamp;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Audience.OfStudent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a helper's rows say of a call beyond its place in the line, and why somebody is not there.
final class HelperRowsTest {
  private static final HelpId HELP = new HelpId("h1");
  private static final Row.Named NOAH_B = new Row.Named("noah", "Noah B.");

  private final Views views = new Views();
  private Floor floor = Fixtures.floor();
  private View abel = views.cut(new OfHelper(ABEL), floor);

  /// Abel's view is only ever patched.
  private void when(PersonId who, String time, Command command) {
    until(time);
    apply(command, Fixtures.stamp(who, time));
  }

  private void until(String time) {
    for (var due = floor.nextDue();
        due.isPresent() && !due.get().dueAt().isAfter(at(time));
        due = floor.nextDue()) {
      apply(due.get(), Stamp.system(due.get().dueAt()));
    }
  }

  private void apply(Command command, Stamp stamp) {
    for (var event : ((Accepted) floor.decide(command, stamp)).events()) {
      var evolved = floor.evolve(event);
      floor = evolved.floor();
      abel = views.recut(abel, new OfHelper(ABEL), floor, evolved.touched()).view();
    }
    assertThat(abel).isEqualTo(views.cut(new OfHelper(ABEL), floor));
  }

  private Row.Call.Standing standing() {
    return ((Row.Call) abel.tables().get("help").get("h1")).standing();
  }

  private Optional<List<Row.LostCall>> lost() {
    return ((Row.HelperMe) abel.tables().get("me").get("me")).lost();
  }

  private void abelClaims() {
    when(NOAH, "08:10", new AskForHelp(HELP, NOAH, HelpKind.WORK, ""));
    when(ABEL, "08:11", new ClaimHelp(HELP));
  }

  @Test
  void whoever_had_it_reads_what_happened_and_who_has_it_now() {
    abelClaims();
    assertThat(lost()).isEmpty();
    var toPia = new HandOffHelp(HELP, Command.ANY_VERSION, Optional.of(PIA), Optional.empty());
    when(LENA, "08:12", toPia);
    assertThat(lost()).contains(List.of(handedOff("waiting")));
    when(PIA, "08:12:10", new ClaimHelp(HELP));
    assertThat(lost()).contains(List.of(handedOff("claimed")));
    when(ABEL, "08:12:20", new NoteLost(List.of(HELP)));
    assertThat(lost()).isEmpty();
  }

  private static Row.LostCall handedOff(String state) {
    return new Row.LostCall(
        "h1",
        NOAH_B,
        "T2",
        "handed-off",
        Optional.of("Lena"),
        state,
        Optional.of("Pia"),
        at("08:12").toEpochMilli());
  }

  @Test
  void a_student_who_is_fine_is_named_once_and_nobody_has_it() {
    abelClaims();
    when(NOAH, "08:12", new CancelHelp(HELP));
    assertThat(lost().orElseThrow().getFirst())
        .isEqualTo(
            new Row.LostCall(
                "h1",
                NOAH_B,
                "T2",
                "fine",
                Optional.empty(),
                "resolved",
                Optional.empty(),
                at("08:12").toEpochMilli()));
  }

  @Test
  void who_leaves_at_the_bell_is_told_with_its_time_and_the_time_follows_the_bell() {
    abelClaims();
    assertThat(standing().bell()).contains(leaving("08:33:30", "08:35"));
    when(LENA, "08:20", Fixtures.steer(new Control.Extend(5, Ripple.COMPRESS)));
    assertThat(standing().bell()).contains(leaving("08:38:30", "08:40"));
  }

  @Test
  void a_call_follows_over_the_bell_and_says_when_the_student_is_to_be_there_until_she_is() {
    when(MIRA, "08:30", new AskForHelp(HELP, MIRA, HelpKind.PERSON, ""));
    assertThat(standing().inPlaceMs()).isEmpty();
    until("08:35:30");
    assertThat(((Row.Call) abel.tables().get("help").get("h1")).code()).isEqualTo("T1");
    assertThat(standing().inPlaceMs()).contains(at("08:38").toEpochMilli());
    when(MIRA, "08:36", new ReportHere());
    assertThat(standing().inPlaceMs()).isEmpty();
  }

  private static Row.Call.Leaving leaving(String from, String at) {
    return new Row.Call.Leaving(
        at(from).toEpochMilli(), at(at).toEpochMilli(), Optional.of("clay"));
  }

  @Test
  void it_is_told_from_when_a_call_may_be_taken_over_and_not_when_its_owner_is_back() {
    when(NOAH, "08:10", new AskForHelp(HELP, NOAH, HelpKind.WORK, ""));
    when(PIA, "08:11", new ClaimHelp(HELP));
    assertThat(standing().takeMs()).isEmpty();
    apply(new NotePresence(PIA, false, at("08:11:20")), Stamp.system(at("08:11:40")));
    assertThat(standing().takeMs()).contains(at("08:12:20").toEpochMilli());
    apply(new NotePresence(PIA, true, at("08:11:50")), Stamp.system(at("08:11:50")));
    assertThat(standing().takeMs()).isEmpty();
  }

  @Test
  void whoever_is_due_in_her_room_and_kept_in_another_one_is_on_the_roster_with_the_reason() {
    when(MIRA, "08:30", new AskForHelp(HELP, MIRA, HelpKind.WORK, ""));
    when(ROSA, "08:31", new ClaimHelp(HELP));
    when(ROSA, "08:32", new ArriveAtHelp(HELP, 1));
    until("08:36");
    var pia = views.cut(new OfHelper(PIA), floor).tables().get("roster").get("mira");
    assertThat(pia)
        .isEqualTo(
            new Row.RosterEntry(
                "mira",
                "Mira K.",
                "centre-seats",
                Optional.of("1"),
                "T1",
                "staying",
                Optional.empty(),
                Optional.of(
                    new Row.Kept(
                        "help", Optional.of("Rosa"), "clay", at("08:44").toEpochMilli()))));
    when(ROSA, "08:37", new ResolveHelp(HELP, 1));
    var free = (Row.RosterEntry) abel.tables().get("roster").get("mira");
    assertThat(free.kept()).isEmpty();
    assertThat(free.station()).isEqualTo("centre-seats");
  }

  @Test
  void a_seat_that_is_not_hers_is_to_be_looked_at_where_she_sits_and_where_she_is_due() {
    when(MIRA, "08:06", new BorrowSeat("T5", Optional.empty()));
    var row =
        new Row.Alert(
            "seat/" + Roll.of(Fixtures.school(), Fixtures.DATE).dots().get(MIRA),
            "borrowed-seat",
            Optional.of(new Row.Named("mira", "Mira K.")),
            "centre-seats",
            "T5",
            "centre-seats",
            at("08:06").toEpochMilli(),
            Optional.of("T"));
    assertThat(abel.tables().get("alerts").values()).containsExactly(row);
    assertThat(alertsOf(PIA)).containsExactly(row);
    assertThat(alertsOf(ROSA)).containsExactly(row);
    assertThat(views.cut(new OfLeaders(), floor).tables().get("alerts").values()).isEmpty();
    when(PIA, "08:07", new MarkArrival(MIRA, CENTRE));
    assertThat(abel.tables().get("alerts").values()).isEmpty();
  }

  @Test
  void her_own_stop_says_which_seat_she_borrowed() {
    when(MIRA, "08:06", new BorrowSeat("T5", Optional.empty()));
    var stops = views.cut(new OfStudent(MIRA), floor).tables().get("stops");
    assertThat(((Row.Stop) stops.get("main/b1")).borrowed()).contains("T5");
    assertThat(((Row.Stop) stops.get("main/b2")).borrowed()).isEmpty();
  }

  private Collection<Row> alertsOf(PersonId helper) {
    return views.cut(new OfHelper(helper), floor).tables().get("alerts").values();
  }
}

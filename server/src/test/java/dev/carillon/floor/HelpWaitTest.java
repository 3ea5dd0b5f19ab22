package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.STUDIO;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Row;
import dev.carillon.view.Row.Waited;
import dev.carillon.view.Views;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How long a call has waited is one number: what its alarms count, and what adults are shown.
@ExtendWith(KeptInLogs.class)
final class HelpWaitTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final HelpId H2 = new HelpId("h2");
  private static final String BLOCK_END = "08:35";

  private final Scene day = Scene.opened();

  private static AskForHelp ask(HelpId help, PersonId student, HelpKind kind) {
    return new AskForHelp(help, student, kind, "");
  }

  private <R extends Row> R row(String table, String id, Class<R> type) {
    return type.cast(new Views().cut(new OfLeaders(), day.floor()).tables().get(table).get(id));
  }

  private Waited waited(HelpId help) {
    return row("line", help.value(), Row.LineCall.class).waited();
  }

  private Row.LeaderStation tile(StationId station) {
    return row("stations", station.value(), Row.LeaderStation.class);
  }

  private Waited longest() {
    return row("counts", "all", Row.Counts.class).longest().orElseThrow();
  }

  private static Waited standing(Duration counted) {
    return new Waited(counted.toMillis(), Optional.empty(), Optional.empty());
  }

  private static Waited running(Duration counted, String since, String until) {
    return new Waited(counted.toMillis(), Optional.of(ms(since)), Optional.of(ms(until)));
  }

  private static long ms(String localTime) {
    return at(localTime).toEpochMilli();
  }

  @Test
  void it_counts_from_the_asking_to_the_end_of_the_block_and_stands_while_somebody_comes() {
    day.and(JUNE, "08:10", ask(H1, JUNE, HelpKind.WORK));
    assertThat(waited(H1)).isEqualTo(running(Duration.ZERO, "08:10", BLOCK_END));
    day.and(ABEL, "08:12", new ClaimHelp(H1));
    assertThat(waited(H1)).isEqualTo(standing(Duration.ofMinutes(2)));
    day.and(ABEL, "08:13", new ReleaseHelp(H1, 1));
    assertThat(waited(H1)).isEqualTo(running(Duration.ofMinutes(2), "08:13", BLOCK_END));
  }

  @Test
  void passing_time_is_no_wait() {
    day.and(JUNE, "08:30", ask(H1, JUNE, HelpKind.WORK)).until("08:36");
    assertThat(waited(H1)).isEqualTo(running(Duration.ofMinutes(5), "08:38", "09:10"));
  }

  @Test
  void what_is_parked_has_waited_as_long_as_it_had() {
    day.and(MIRA, "08:30", ask(H1, MIRA, HelpKind.WORK)).until("08:50");
    assertThat(day.help(H1).word()).isEqualTo("deferred");
    assertThat(waited(H1)).isEqualTo(standing(Duration.ofMinutes(5)));
    assertThat(row("counts", "all", Row.Counts.class).longest()).isEmpty();
  }

  @Test
  void a_pause_stops_it() {
    day.and(JUNE, "08:10", ask(H1, JUNE, HelpKind.WORK))
        .and(LENA, "08:12", steer(new Control.Pause()));
    assertThat(waited(H1)).isEqualTo(standing(Duration.ofMinutes(2)));
  }

  @Test
  void while_the_student_is_at_the_nurses_nobody_waits() {
    day.and(JUNE, "08:10", ask(H1, JUNE, HelpKind.WORK))
        .and(LENA, "08:13", new StartAway(JUNE, AwayKind.NURSE));
    assertThat(waited(H1)).isEqualTo(standing(Duration.ofMinutes(3)));
  }

  @Test
  void the_longest_wait_is_right_also_after_a_call_that_runs_has_overtaken_one_that_stands() {
    day.and(JUNE, "08:10", ask(H1, JUNE, HelpKind.WORK))
        .and(LENA, "08:15", new StartAway(JUNE, AwayKind.NURSE))
        .and(NOAH, "08:16", ask(H2, NOAH, HelpKind.WORK));
    // June has waited five minutes, which Noah has at 08:21.
    assertThat(longest()).isEqualTo(running(Duration.ofMinutes(5), "08:21", BLOCK_END));
  }

  @Test
  void a_tile_knows_the_last_alarm_of_its_calls() {
    day.and(MIRA, "08:05", ask(H1, MIRA, HelpKind.WORK)).until("08:08:59");
    assertThat(tile(CLAY).level()).isZero();
    day.until("08:09");
    assertThat(tile(CLAY).level()).isEqualTo(1);
    day.until("08:15");
    assertThat(tile(CLAY).level()).isEqualTo(3);
    day.and(PIA, "08:16", new ClaimHelp(H1));
    assertThat(tile(CLAY).level()).isZero();
  }

  @Test
  void a_room_without_a_helper_is_on_the_leaders_list_after_a_minute_until_one_is_there_b49() {
    day.and(ROSA, "08:01", new EndDuty()).and(ABEL, "08:01", new EndDuty());
    day.and(MIRA, "08:10", ask(H1, MIRA, HelpKind.WORK)).until("08:10:59");
    assertThat(studio().unhelped()).isEmpty();
    day.until("08:11");
    assertThat(studio().unhelped()).contains(true);
    day.and(ROSA, "08:12", new StartDuty());
    assertThat(studio().unhelped()).isEmpty();
  }

  private Row.RoomHelp studio() {
    return row("roomHelp", STUDIO.value(), Row.RoomHelp.class);
  }

  @Test
  void an_urgent_call_is_on_the_leaders_tile_within_a_minute_until_somebody_has_it_b50() {
    day.and(MIRA, "08:10", ask(H1, MIRA, HelpKind.URGENT)).until("08:10:59");
    assertThat(tile(CLAY).urgent()).isEmpty();
    day.until("08:11");
    assertThat(tile(CLAY).urgent()).contains(true);
    // What a wall may show of a tile says nothing of it.
    assertThat(tile(CLAY).level()).isZero();
    day.and(ABEL, "08:12", new ClaimHelp(H1));
    assertThat(tile(CLAY).urgent()).isEmpty();
  }
}

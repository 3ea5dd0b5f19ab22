package dev.carillon.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.carillon.judge.Story.Heard;
import dev.carillon.judge.Story.Line;
import dev.carillon.judge.Story.Said;
import dev.carillon.judge.Story.Screen;
import dev.carillon.judge.Story.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// A judge is worth what it catches: for each rule a day in which just that rule is broken.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HelpJudgeTest {
  private static final Instant NINE = Instant.parse("2026-09-14T16:00:00Z");

  private final Story story =
      new Story(
          new Story.Terms(
              Set.of("lena"),
              Set.of("abel", "pia"),
              Duration.ofMinutes(8),
              Duration.ofSeconds(30)));
  private int seq;
  private int seconds;

  // --- Days
  // ---------------------------------------------------------------------------------------

  private static String event(String type, String help, String more, Instant at) {
    return "{\"type\":\"%s\",\"help\":\"%s\",%s\"at\":\"%s\"}".formatted(type, help, more, at);
  }

  private static String field(String name, String value) {
    return "\"%s\":\"%s\",".formatted(name, value);
  }

  private static String number(String name, long value) {
    return "\"%s\":%d,".formatted(name, value);
  }

  private Instant now() {
    return NINE.plusSeconds(seconds);
  }

  private HelpJudgeTest after(int more) {
    seconds += more;
    return this;
  }

  private HelpJudgeTest entry(String who, String id, String... events) {
    seq++;
    var json =
        "{\"v\":1,\"id\":{\"who\":\"%s\",\"id\":\"%s\"},\"stamp\":{\"at\":\"%s\"},\"events\":[%s]}"
            .formatted(who, id, now(), String.join(",", events));
    story.written(new Line(seq, json, "given"));
    return this;
  }

  private HelpJudgeTest happens(String who, String type, String help, String more) {
    return after(1).entry(who, "c" + seq, event(type, help, more, now()));
  }

  private HelpJudgeTest asks(String student, String help) {
    return happens(student, "help-asked", help, field("student", student) + field("kind", "WORK"));
  }

  private HelpJudgeTest claims(String helper, String help, long epoch) {
    return happens(helper, "help-claimed", help, field("helper", helper) + number("epoch", epoch));
  }

  private HelpJudgeTest arrives(String helper, String help) {
    return happens(helper, "helper-arrived", help, field("helper", helper));
  }

  private HelpJudgeTest ends(String who, String help) {
    return happens(who, "help-resolved", help, field("by", who));
  }

  private HelpJudgeTest says(String who, boolean next, String help, long epoch) {
    story.said(new Said(who, "c" + seq, next, help, epoch));
    return this;
  }

  private HelpJudgeTest shown(String whose, Shown... rows) {
    story.shown(new Screen(seq, whose, List.of(rows)));
    return this;
  }

  private HelpJudgeTest hears(String who, String id, long at) {
    story.heard(new Heard.Done(who, id, at, "given"));
    return this;
  }

  private void isFine() {
    HelpJudge.judge(story);
  }

  private void breaks(Rule rule) {
    assertThatExceptionOfType(Broken.class)
        .isThrownBy(this::isFine)
        .satisfies(broken -> assertThat(broken.rule()).as(broken.getMessage()).isEqualTo(rule));
  }

  private HelpJudgeTest miraIsBeingHelped() {
    return asks("mira", "h1").claims("abel", "h1", 1).arrives("abel", "h1");
  }

  // --- What is caught
  // -----------------------------------------------------------------------------

  @Test
  void a_day_in_which_nothing_is_wrong_is_fine() {
    miraIsBeingHelped().after(60).ends("abel", "h1").asks("noah", "h2");
    says("pia", true, "", -1).claims("pia", "h2", 1);
    shown("node", new Shown("h2", "noah", "claimed", "pia", 1, 2)).hears("mira", "c0", 1);
    isFine();
  }

  @Test
  void a_gap_in_the_log() {
    asks("mira", "h1");
    seq++;
    asks("noah", "h2").breaks(Rule.LOG);
  }

  @Test
  void time_that_goes_back() {
    asks("mira", "h1").after(-10).asks("noah", "h2").breaks(Rule.LOG);
  }

  @Test
  void an_answer_that_is_not_in_the_log() {
    asks("mira", "h1").hears("noah", "lost", 2).breaks(Rule.KEPT);
  }

  @Test
  void an_answer_with_another_place_than_the_entry_has() {
    asks("mira", "h1").asks("noah", "h2").hears("mira", "c0", 2).breaks(Rule.KEPT);
  }

  @Test
  void a_command_that_is_carried_out_twice() {
    asks("mira", "h1").entry("mira", "c0").breaks(Rule.ONCE);
  }

  @Test
  void a_refused_command_that_is_carried_out() {
    asks("mira", "h1");
    story.heard(new Heard.Refused("mira", "c0"));
    breaks(Rule.HONEST);
  }

  @Test
  void a_resend_that_is_answered_otherwise() {
    asks("mira", "h1").hears("mira", "c0", 1);
    story.heard(new Heard.Done("mira", "c0", 1, "something else"));
    breaks(Rule.SAME_ANSWER);
  }

  @Test
  void a_request_that_a_node_forgot_when_it_died() {
    asks("mira", "h1").shown("node that came back").breaks(Rule.LOST);
  }

  @Test
  void a_request_that_is_shown_though_it_is_over() {
    miraIsBeingHelped().ends("abel", "h1");
    shown("node", new Shown("h1", "mira", "helping", "abel", 1, 3)).breaks(Rule.LOST);
  }

  @Test
  void next_takes_somebody_who_came_later() {
    asks("mira", "h1").asks("noah", "h2");
    says("pia", true, "", -1).claims("pia", "h2", 1).breaks(Rule.ORDER);
  }

  @Test
  void whoever_was_helped_is_set_back_further_than_was_promised() {
    miraIsBeingHelped().after(60).ends("abel", "h1").asks("mira", "h2");
    after(500).asks("noah", "h3");
    says("pia", true, "", -1).claims("pia", "h3", 1).breaks(Rule.ORDER);
  }

  @Test
  void a_line_in_another_order_than_was_promised() {
    asks("mira", "h1").asks("noah", "h2");
    shown(
            "node",
            new Shown("h2", "noah", "waiting", "", 0, 1),
            new Shown("h1", "mira", "waiting", "", 0, 1))
        .breaks(Rule.ORDER);
  }

  @Test
  void two_requests_of_one_student() {
    asks("mira", "h1").asks("mira", "h2").breaks(Rule.ONE_REQUEST);
  }

  @Test
  void an_ending_taken_back_beside_a_newer_request() {
    asks("mira", "h1").happens("mira", "help-cancelled", "h1", field("by", "mira"));
    asks("mira", "h2").happens("mira", "help-undone", "h1", field("by", "mira"));
    breaks(Rule.ONE_REQUEST);
  }

  @Test
  void a_claim_of_what_is_claimed() {
    asks("mira", "h1").claims("abel", "h1", 1).claims("pia", "h1", 2).breaks(Rule.STATE);
  }

  @Test
  void an_end_after_the_end() {
    miraIsBeingHelped().ends("abel", "h1").ends("abel", "h1").breaks(Rule.STATE);
  }

  @Test
  void somebody_who_acts_as_the_owner_and_is_not() {
    asks("mira", "h1").claims("abel", "h1", 1).arrives("pia", "h1").breaks(Rule.OWNER);
  }

  @Test
  void a_helper_who_ends_what_another_has() {
    miraIsBeingHelped().ends("pia", "h1").breaks(Rule.OWNER);
  }

  @Test
  void a_helper_with_two_claims() {
    asks("mira", "h1").asks("noah", "h2");
    claims("abel", "h1", 1).claims("abel", "h2", 1).breaks(Rule.ONE_CLAIM);
  }

  @Test
  void a_claim_under_an_epoch_that_was() {
    asks("mira", "h1").claims("abel", "h1", 1);
    happens("abel", "help-released", "h1", field("by", "abel")).claims("pia", "h1", 1);
    breaks(Rule.FENCED);
  }

  @Test
  void something_done_with_the_epoch_of_an_earlier_claim() {
    asks("mira", "h1").claims("abel", "h1", 1);
    happens("abel", "help-released", "h1", field("by", "abel")).claims("abel", "h1", 2);
    says("abel", false, "h1", 1).arrives("abel", "h1").breaks(Rule.FENCED);
  }

  @Test
  void a_version_that_skips_one() {
    asks("mira", "h1").shown("node", new Shown("h1", "mira", "waiting", "", 0, 2));
    breaks(Rule.VERSION);
  }

  @Test
  void an_event_that_changes_nothing() {
    var pinned = "\"pinned\":true,";
    asks("mira", "h1").happens("abel", "help-pinned", "h1", pinned);
    happens("pia", "help-pinned", "h1", pinned).breaks(Rule.CHANGE);
  }

  @Test
  void one_who_stands_in_the_line_and_is_being_helped() {
    miraIsBeingHelped().shown("node", new Shown("h1", "mira", "waiting", "", 1, 3));
    breaks(Rule.LINE);
  }

  @Test
  void one_who_stands_in_the_lines_of_two_rooms_or_of_none() {
    asks("mira", "h1").shown("node", new Shown("h1", "mira", "waiting", "", 0, 1, 2));
    breaks(Rule.LINE);
  }

  @Test
  void a_screen_that_stays_behind() {
    asks("mira", "h1");
    story.shownAtRest(
        new Screen(seq, "node", List.of(new Shown("h1", "mira", "waiting", "", 0, 1))));
    isFine();
    asks("noah", "h2").breaks(Rule.AGREE);
  }

  @Test
  void an_alarm_that_rings_twice() {
    asks("mira", "h1").happens("system", "help-escalated", "h1", number("level", 1));
    happens("system", "help-escalated", "h1", number("level", 1)).breaks(Rule.LEVEL);
  }

  @Test
  void what_was_parked_and_comes_back_twice() {
    asks("mira", "h1").happens("system", "help-deferred", "h1", "");
    happens("system", "help-returned", "h1", "").happens("system", "help-returned", "h1", "");
    breaks(Rule.PARKED);
  }

  private HelpJudgeTest isHeldUpFor(String student, String help) {
    var why = "\"why\":{\"what\":\"BLOCKED\"},";
    return happens(
        "source/x", "help-asked", help, field("student", student) + field("kind", "WORK") + why);
  }

  @Test
  void a_hand_that_nobody_raised_before_one_that_came_later_and_was() {
    isHeldUpFor("mira", "h1").asks("noah", "h2");
    says("pia", true, "", -1).claims("pia", "h1", 1).breaks(Rule.ORDER);
  }

  @Test
  void a_hand_that_nobody_raised_beside_her_own() {
    isHeldUpFor("mira", "h1").asks("mira", "h2").breaks(Rule.ONE_REQUEST);
  }

  @Test
  void a_screen_that_shows_another_holder() {
    asks("mira", "h1").claims("abel", "h1", 1);
    shown("node", new Shown("h1", "mira", "claimed", "pia", 1, 2)).breaks(Rule.AGREE);
  }
}

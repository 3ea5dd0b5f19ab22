package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.steer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ApproveUnlock;
import dev.carillon.floor.Command.AskUnlock;
import dev.carillon.floor.Command.OpenUnlock;
import dev.carillon.floor.Command.RefuseUnlock;
import dev.carillon.floor.Command.SubmitUnlock;
import dev.carillon.floor.Command.UndoUnlock;
import dev.carillon.floor.Event.UnlockAsked;
import dev.carillon.floor.Event.UnlockExpired;
import dev.carillon.floor.Event.UnlockRelocked;
import dev.carillon.floor.Result.UnlockGiven;
import dev.carillon.floor.Unlock.Asked;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.UnlockId;
import dev.carillon.school.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Assessments behind a teacher's word. Rosa is Mira's mentor and so of her team wherever Mira is.
final class UnlockTest {
  private static final UnlockId UNLOCK = new UnlockId("u1");
  private static final AskUnlock ASK = new AskUnlock(UNLOCK, FlexSchool.FRACTIONS);

  private final Scene scene = new Scene(FlexSchool.floor());

  private Unlock unlock() {
    return scene.floor().learning().unlocks().get(UNLOCK);
  }

  private Scene approved(String at) {
    return scene.and(MIRA, "10:40", ASK).and(ROSA, at, new ApproveUnlock(UNLOCK));
  }

  @Test
  void a_student_asks_and_a_teacher_of_her_team_approves() {
    assertThat(scene.does(MIRA, "10:40", ASK).result()).isEqualTo(new UnlockGiven(UNLOCK));
    scene.does(ROSA, "10:50", new ApproveUnlock(UNLOCK));
    var asked =
        new Asked(
            UNLOCK, MIRA, FlexSchool.FRACTIONS, Optional.empty(), Optional.empty(), at("10:40"));
    assertThat(unlock())
        .isEqualTo(
            new Unlock.Approved(asked, ROSA, Optional.of(Fixtures.block("b6")), at("11:10")));
  }

  @Test
  void whoever_asks_again_gets_the_one_that_is_open() {
    scene.does(MIRA, "10:40", ASK);
    var again = scene.does(MIRA, "10:41", new AskUnlock(new UnlockId("u2"), FlexSchool.FRACTIONS));
    assertThat(again.result()).isEqualTo(new UnlockGiven(UNLOCK));
    assertThat(scene.events(UnlockAsked.class)).hasSize(1);
  }

  @Test
  void the_first_answer_stands() {
    approved("10:50");
    assertThat(scene.isRefused(ROSA, "10:51", new RefuseUnlock(UNLOCK, "no")))
        .isEqualTo(Refusal.UNLOCK_ANSWERED);
    assertThat(scene.reasons(ROSA, "10:51", new ApproveUnlock(UNLOCK)))
        .isEqualTo(Map.of("teacher", "Rosa"));
  }

  @Test
  void who_has_answered_takes_it_back_and_the_student_has_asked_as_before() {
    approved("10:50");
    var asked = unlock().asked();
    scene.does(ROSA, "10:51", new UndoUnlock(UNLOCK));
    assertThat(unlock()).isEqualTo(asked);
    scene.and(ROSA, "10:51", new RefuseUnlock(UNLOCK, "no"));
    scene.does(ROSA, "10:52", new UndoUnlock(UNLOCK));
    assertThat(unlock()).isEqualTo(asked);
  }

  @Test
  void an_answer_is_not_taken_back_once_something_came_of_it() {
    assertThat(scene.isRefused(ROSA, "10:39", new UndoUnlock(UNLOCK)))
        .isEqualTo(Refusal.UNLOCK_UNKNOWN);
    approved("10:50");
    assertThat(scene.isRefused(MIRA, "10:51", new UndoUnlock(UNLOCK)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    scene.does(MIRA, "11:00", new OpenUnlock(UNLOCK));
    assertThat(scene.isRefused(ROSA, "11:01", new UndoUnlock(UNLOCK)))
        .isEqualTo(Refusal.UNLOCK_OVER);
  }

  @Test
  void a_refusal_is_not_taken_back_once_she_has_asked_anew() {
    scene.and(MIRA, "10:40", ASK).and(ROSA, "10:45", new RefuseUnlock(UNLOCK, "no"));
    scene.does(MIRA, "10:46", new AskUnlock(new UnlockId("u2"), FlexSchool.FRACTIONS));
    assertThat(scene.isRefused(ROSA, "10:47", new UndoUnlock(UNLOCK)))
        .isEqualTo(Refusal.UNLOCK_OVER);
  }

  @Test
  void only_teachers_of_her_team_answer() {
    scene.does(MIRA, "10:40", ASK).result();
    assertThat(scene.isRefused(ABEL, "10:41", new ApproveUnlock(UNLOCK)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(scene.isRefused(LENA, "10:41", new ApproveUnlock(UNLOCK)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    var other = new UnlockId("u2");
    scene.does(NOAH, "10:57", new AskUnlock(other, FlexSchool.FRACTIONS));
    // Noah sits in the centre, which Rosa does not cover, and Abel is his mentor.
    assertThat(scene.isRefused(ROSA, "10:58", new ApproveUnlock(other)))
        .isEqualTo(Refusal.NOT_YOUR_STUDENT);
  }

  @Test
  void a_refused_one_says_why_and_cannot_be_opened() {
    scene.and(MIRA, "10:40", ASK).and(ROSA, "10:45", new RefuseUnlock(UNLOCK, "Review first"));
    assertThat(unlock()).isInstanceOf(Unlock.Refused.class);
    assertThat(((Unlock.Refused) unlock()).reason()).isEqualTo("Review first");
    assertThat(scene.isRefused(MIRA, "10:46", new OpenUnlock(UNLOCK)))
        .isEqualTo(Refusal.UNLOCK_NOT_APPROVED);
  }

  @Test
  void an_unlock_stays_with_the_student_over_the_bell_d54() {
    approved("10:50").until("10:56");
    assertThat(unlock()).isInstanceOf(Unlock.Approved.class);
    scene.does(MIRA, "11:00", new OpenUnlock(UNLOCK));
    assertThat(unlock()).isInstanceOf(Unlock.Opened.class);
    scene.does(MIRA, "11:15", new SubmitUnlock(UNLOCK));
    assertThat(unlock()).isInstanceOf(Unlock.Submitted.class);
  }

  /// The test takes 20 minutes and the block ends at 10:55.
  @Test
  void it_has_to_be_begun_while_there_is_time_for_it_before_the_bell_t1() {
    scene.does(MIRA, "10:22", ASK);
    assertThat(suggested()).containsExactly("b5 by 10:35 before 10:55", "b6 by 11:10 before 11:30");
    scene.does(ROSA, "10:25", new ApproveUnlock(UNLOCK));
    assertThat(until()).isEqualTo(at("10:35"));
    scene.does(MIRA, "10:34", new OpenUnlock(UNLOCK));
    assertThat(scene.until("10:50").events(UnlockRelocked.class)).isEmpty();
    assertThat(unlock()).isInstanceOf(Unlock.Opened.class);
  }

  @Test
  void one_that_is_not_begun_in_time_is_locked_again_and_asked_for_again_t2() {
    approved("10:50").until("11:09:59");
    assertThat(unlock()).isInstanceOf(Unlock.Approved.class);
    scene.until("11:10");
    assertThat(unlock()).isInstanceOf(Asked.class);
    assertThat(unlock().asked().relocked()).contains(at("11:10"));
    assertThat(scene.isRefused(MIRA, "11:11", new OpenUnlock(UNLOCK)))
        .isEqualTo(Refusal.UNLOCK_NOT_APPROVED);
    scene.does(ROSA, "11:12", new ApproveUnlock(UNLOCK));
    assertThat(until()).as("after lunch, where there is time for it again").isEqualTo(at("12:20"));
    scene.until("12:20");
    assertThat(unlock().asked().relocked()).contains(at("12:20"));
  }

  @Test
  void where_the_bell_moves_the_window_moves_with_it() {
    scene.and(MIRA, "10:22", ASK).and(ROSA, "10:25", new ApproveUnlock(UNLOCK));
    scene.does(LENA, "10:30", steer(new Control.Extend(5, Ripple.COMPRESS)));
    assertThat(until()).isEqualTo(at("10:40"));
    scene.until("10:39");
    assertThat(unlock()).isInstanceOf(Unlock.Approved.class);
    scene.until("10:40");
    assertThat(unlock()).isInstanceOf(Asked.class);
  }

  @Test
  void a_bell_that_comes_earlier_locks_at_once_what_there_is_no_time_for() {
    scene.and(MIRA, "10:22", ASK).and(ROSA, "10:25", new ApproveUnlock(UNLOCK));
    scene.and(LENA, "10:30", steer(new Control.Trim(10))).until("10:30");
    assertThat(unlock()).isInstanceOf(Asked.class);
    assertThat(unlock().asked().relocked()).contains(at("10:30"));
  }

  @Test
  void while_the_day_is_paused_no_window_passes() {
    scene.and(MIRA, "10:22", ASK).and(ROSA, "10:25", new ApproveUnlock(UNLOCK));
    scene.and(LENA, "10:30", steer(new Control.Pause())).until("10:40");
    assertThat(unlock()).isInstanceOf(Unlock.Approved.class);
    scene.does(LENA, "10:40", steer(new Control.Resume(Ripple.COMPRESS)));
    assertThat(until()).isEqualTo(at("10:45"));
  }

  /// How long it is held nobody knows yet.
  @Test
  void a_hold_promises_no_more_time() {
    scene.and(MIRA, "10:22", ASK).and(ROSA, "10:25", new ApproveUnlock(UNLOCK));
    scene.and(LENA, "10:30", steer(new Control.Hold())).until("10:35");
    assertThat(unlock()).isInstanceOf(Asked.class);
  }

  @Test
  void where_no_block_is_long_enough_any_more_a_teachers_word_holds_for_a_while() {
    scene.does(MIRA, "14:42", ASK);
    assertThat(suggested()).containsExactly("b11 by 14:40 before 15:00");
    scene.does(ROSA, "14:45", new ApproveUnlock(UNLOCK));
    assertThat(until()).isEqualTo(at("15:15"));
    scene.does(MIRA, "14:46", new OpenUnlock(UNLOCK));
    assertThat(unlock()).isInstanceOf(Unlock.Opened.class);
  }

  @Test
  void what_was_locked_again_stays_marked_when_an_answer_is_taken_back() {
    approved("10:50").and(ROSA, "11:12", new ApproveUnlock(UNLOCK));
    scene.does(ROSA, "11:13", new UndoUnlock(UNLOCK));
    assertThat(unlock().asked().relocked()).contains(at("11:10"));
  }

  private Instant until() {
    return new UnlockWindows(scene.floor()).until((Unlock.Approved) unlock());
  }

  /// What the teacher is told when it was asked for.
  private List<String> suggested() {
    return new UnlockWindows(scene.floor())
        .ahead(unlock().asked()).stream()
            .map(
                each ->
                    each.block().value().replace("main/", "")
                        + (" by " + Scene.local(each.startBy()))
                        + (" before " + Scene.local(each.end())))
            .toList();
  }

  @Test
  void nothing_is_opened_at_lunch() {
    approved("11:25");
    assertThat(scene.isRefused(MIRA, "11:35", new OpenUnlock(UNLOCK)))
        .isEqualTo(Refusal.UNLOCK_NOT_NOW);
    assertThat(scene.isRefused(JUNE, "11:36", ASK)).isEqualTo(Refusal.UNLOCK_NOT_NOW);
  }

  @Test
  void another_student_does_not_even_learn_that_it_is_there() {
    approved("10:50");
    assertThat(scene.isRefused(JUNE, "10:51", new OpenUnlock(UNLOCK)))
        .isEqualTo(Refusal.UNLOCK_UNKNOWN);
  }

  @Test
  void an_assessment_the_school_does_not_have_cannot_be_asked_for() {
    var ask = new AskUnlock(UNLOCK, new AssessmentId("none"));
    assertThat(scene.isRefused(MIRA, "10:40", ask)).isEqualTo(Refusal.ASSESSMENT_UNKNOWN);
  }

  @Test
  void what_nobody_answered_expires_with_the_day() {
    scene.and(MIRA, "14:50", ASK).until("15:00");
    assertThat(scene.events(UnlockExpired.class)).hasSize(1);
    assertThat(unlock().isOver()).isTrue();
  }

  @Test
  void time_does_not_speak_for_a_teacher() {
    scene.does(MIRA, "10:40", ASK);
    var stamp = new Stamp(ROSA, Role.SYSTEM, at("10:41"));
    assertThat(scene.floor().decide(new ApproveUnlock(UNLOCK), stamp))
        .isEqualTo(Decision.refuse(Refusal.NOT_YOURS_TO_DO));
  }
}

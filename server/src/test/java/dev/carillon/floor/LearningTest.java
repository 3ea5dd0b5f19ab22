package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.HALL;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LIBRARY;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.at;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Carry.Mentoring;
import dev.carillon.floor.Command.AwardMerit;
import dev.carillon.floor.Command.CallUp;
import dev.carillon.floor.Command.CloseDay;
import dev.carillon.floor.Command.FinishItem;
import dev.carillon.floor.Command.NoteMet;
import dev.carillon.floor.Command.SayPrepared;
import dev.carillon.floor.Command.SetGoal;
import dev.carillon.floor.Command.WriteReflection;
import dev.carillon.floor.Diary.Thought;
import dev.carillon.floor.Event.DayClosed;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Event.MentorMet;
import dev.carillon.floor.Learning.Award;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.MeritId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Goals, mentors, flipped lessons, badges, and being done before time.
final class LearningTest {
  private static final Thought FINISH = new Thought.Chosen("finish");
  private static final Thought OWN = new Thought.Written("two pages");

  private Scene scene = new Scene(FlexSchool.floor());

  private StationId place(PersonId student) {
    return FlexSchool.place(scene.floor(), student);
  }

  private static Source why(PersonId student, Scene scene) {
    return scene.floor().assignmentNow(student).orElseThrow().source();
  }

  private Source why(PersonId student) {
    return why(student, scene);
  }

  @Test
  void a_long_block_begins_with_a_goal_and_ends_with_a_reflection_and_nobody_moves() {
    scene
        .and(MIRA, "08:40", new SetGoal(FINISH))
        .and(MIRA, "09:08", new WriteReflection(OWN, Optional.empty()));
    assertThat(scene.floor().learning().diary(MIRA, block("b2")))
        .contains(new Diary(Optional.of(FINISH), Optional.of(OWN)));
    assertThat(place(MIRA)).isEqualTo(CENTRE);
  }

  @Test
  void a_goal_is_set_in_its_block_and_by_the_student_alone() {
    assertThat(scene.isRefused(MIRA, "08:10", new SetGoal(FINISH))).isEqualTo(Refusal.NO_GOALS_NOW);
    assertThat(scene.isRefused(ROSA, "08:40", new SetGoal(FINISH)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(scene.isRefused(MIRA, "08:40", new SetGoal(new Thought.Chosen("other"))))
        .isEqualTo(Refusal.CHOICE_UNKNOWN);
  }

  @Test
  void a_reflection_is_written_until_the_end_of_the_day_and_a_goal_is_not() {
    scene.and(MIRA, "09:50", new WriteReflection(OWN, Optional.of(block("b2"))));
    assertThat(scene.floor().learning().diary(MIRA, block("b2")))
        .contains(new Diary(Optional.empty(), Optional.of(OWN)));

    scene.and(MIRA, "14:00", new WriteReflection(FINISH, Optional.empty()));
    assertThat(scene.floor().learning().diary(MIRA, block("b2")))
        .as("the last block that asked for one")
        .contains(new Diary(Optional.empty(), Optional.of(FINISH)));
    assertThat(scene.isRefused(MIRA, "14:01", new SetGoal(FINISH))).isEqualTo(Refusal.NO_GOALS_NOW);
  }

  @Test
  void nothing_is_reflected_on_before_it_was() {
    var early = new WriteReflection(OWN, Optional.of(block("b2")));
    assertThat(scene.isRefused(MIRA, "08:10", early)).isEqualTo(Refusal.NO_GOALS_NOW);
    var other = new WriteReflection(OWN, Optional.of(block("b5")));
    assertThat(scene.isRefused(MIRA, "14:00", other)).isEqualTo(Refusal.NO_GOALS_NOW);
  }

  @Test
  void a_mentor_notes_whom_she_met_once() {
    scene.and(ROSA, "08:10", new NoteMet(MIRA)).and(ROSA, "08:11", new NoteMet(MIRA));
    assertThat(scene.events(MentorMet.class)).hasSize(1);
    assertThat(scene.isRefused(ROSA, "08:12", new NoteMet(NOAH)))
        .isEqualTo(Refusal.NOT_YOUR_STUDENT);
    assertThat(scene.isRefused(LENA, "08:12", new NoteMet(NOAH)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void whom_mentors_met_is_known_until_the_week_is_over() {
    scene.does(ROSA, "08:10", new NoteMet(MIRA));
    scene.apply(
        ((Decision.Accepted)
                scene.until("15:30").floor().decide(new CloseDay(), Stamp.system(at("15:30"))))
            .events());
    var carry = scene.events(DayClosed.class).getFirst().carry();
    assertThat(carry.mentoring().last()).isEqualTo(Map.of(MIRA, at("08:10")));
    assertThat(carry.mentoring().inWeekOf(LocalDate.of(2026, 9, 18))).containsExactly(MIRA);
    assertThat(carry.mentoring().inWeekOf(LocalDate.of(2026, 9, 21))).isEmpty();
  }

  @Test
  void the_day_begins_with_whom_mentors_met_earlier_in_the_week() {
    var day = Fixtures.dayOpened();
    var carry = new Carry(Map.of(), met(LocalDate.of(2026, 9, 14), NOAH), Map.of());
    var opened =
        Floor.opened(
            new DayOpened(
                day.school(), day.plan(), day.assignments(), carry, 1, false, at("07:30")));
    assertThat(opened.learning().meetings().thisWeek()).containsExactly(NOAH);
  }

  @Test
  void when_a_mentor_met_somebody_last_is_known_over_the_week_and_counts_for_that_week_alone() {
    var day = Fixtures.dayOpened();
    var carry = new Carry(Map.of(), met(LocalDate.of(2026, 9, 7), NOAH), Map.of());
    var opened =
        Floor.opened(
            new DayOpened(
                day.school(), day.plan(), day.assignments(), carry, 1, false, at("07:30")));
    assertThat(opened.learning().meetings().isMet(NOAH)).isFalse();
    assertThat(opened.learning().meetings().last(NOAH)).contains(at("07:00"));
  }

  private static Mentoring met(LocalDate monday, PersonId student) {
    return new Mentoring(monday, Set.of(student), Map.of(student, at("07:00")));
  }

  @Test
  void an_appointment_becomes_a_call_up_at_its_time_and_ends_by_itself() {
    scene.until("09:50");
    assertThat(place(MIRA)).isEqualTo(LOOM);
    assertThat(why(MIRA)).isEqualTo(Source.APPOINTMENT);
    scene.until("10:00");
    assertThat(place(MIRA)).isEqualTo(CENTRE);
  }

  @Test
  void an_appointment_does_not_put_anybody_at_two_places() {
    scene
        .and(
            LENA,
            "09:48",
            new CallUp(
                new CallId("c1"), List.of(MIRA), Optional.empty(), HALL, Optional.empty(), 20, ""))
        .until("09:55");
    assertThat(place(MIRA)).isEqualTo(HALL);
    assertThat(scene.floor().learning().kept()).containsExactly("mira-rosa");
  }

  @Test
  void who_is_not_prepared_catches_up_and_the_others_apply_it() {
    scene.and(MIRA, "08:10", new SayPrepared(MIRA, true, Optional.empty())).until("10:21");
    assertThat(List.of(CLAY, LOOM)).contains(place(MIRA));
    assertThat(place(NOAH)).isEqualTo(LIBRARY);
    assertThat(why(NOAH)).isEqualTo(Source.CATCH_UP);
  }

  @Test
  void late_preparation_moves_a_student_over_within_the_block() {
    scene.until("10:30");
    assertThat(place(NOAH)).isEqualTo(LIBRARY);
    scene.does(NOAH, "10:31", new SayPrepared(NOAH, true, Optional.empty()));
    assertThat(List.of(CLAY, LOOM)).contains(place(NOAH));
    assertThat(scene.floor().arrivals().get(NOAH).due()).isEqualTo(place(NOAH));
  }

  @Test
  void each_lesson_is_prepared_by_itself() {
    scene.and(MIRA, "08:10", new SayPrepared(MIRA, true, Optional.empty())).until("10:21");
    assertThat(why(MIRA)).isEqualTo(Source.PLAN);
    assertThat(why(MIRA, scene.until("12:45"))).as("the next lesson").isEqualTo(Source.CATCH_UP);

    scene.and(MIRA, "12:46", new SayPrepared(MIRA, true, Optional.empty()));
    assertThat(why(MIRA)).isEqualTo(Source.PLAN);
  }

  @Test
  void a_lesson_to_come_is_named_and_one_that_is_over_or_none_is_refused() {
    var later = new SayPrepared(MIRA, true, Optional.of(block("b8")));
    scene.and(MIRA, "08:10", later).until("10:21");
    assertThat(why(MIRA)).as("the lesson before it").isEqualTo(Source.CATCH_UP);

    var over = new SayPrepared(MIRA, true, Optional.of(block("b5")));
    assertThat(scene.isRefused(MIRA, "11:00", over)).isEqualTo(Refusal.NO_LESSON);
    var none = new SayPrepared(MIRA, true, Optional.of(block("b9")));
    assertThat(scene.isRefused(MIRA, "11:00", none)).isEqualTo(Refusal.NO_LESSON);
    assertThat(scene.isRefused(MIRA, "14:00", new SayPrepared(MIRA, true, Optional.empty())))
        .isEqualTo(Refusal.NO_LESSON);
  }

  @Test
  void what_a_teacher_says_of_preparation_stands() {
    scene.and(ROSA, "08:10", new SayPrepared(MIRA, false, Optional.empty()));
    assertThat(scene.isRefused(MIRA, "08:11", new SayPrepared(MIRA, true, Optional.empty())))
        .isEqualTo(Refusal.SAID_BY_STAFF);
    assertThat(scene.isRefused(JUNE, "08:11", new SayPrepared(MIRA, true, Optional.empty())))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void a_badge_reaches_her_whom_a_helper_of_her_team_gave_it() {
    // In B1 Mira is at the clay table, in the studio.
    scene.does(ABEL, "08:10", new AwardMerit(MIRA, FlexSchool.PERSISTENCE));
    assertThat(scene.floor().learning().awardsOf(MIRA))
        .containsExactly(new Award(FlexSchool.PERSISTENCE, ABEL, at("08:10")));
    assertThat(scene.isRefused(PIA, "08:11", new AwardMerit(MIRA, FlexSchool.PERSISTENCE)))
        .isEqualTo(Refusal.NOT_YOUR_STUDENT);
    assertThat(scene.isRefused(ABEL, "08:11", new AwardMerit(MIRA, new MeritId("none"))))
        .isEqualTo(Refusal.BADGE_UNKNOWN);
  }

  /// Mira's story has the clay table in B3; her poem has no block yet.
  private Scene withAStoryInB3() {
    var story =
        new Assignment(
            MIRA, block("b3"), CLAY, "", "A story", FlexSchool.STORY, Source.PLAN, false);
    var day = Fixtures.dayOpened(FlexSchool.school(Fixtures.school()), Fixtures.day());
    scene =
        new Scene(
            Floor.opened(
                new DayOpened(
                    day.school(),
                    day.plan(),
                    List.of(story),
                    Carry.NOTHING,
                    1,
                    false,
                    at("07:30"))));
    return scene;
  }

  @Test
  void who_is_done_early_has_the_next_open_item_instead() {
    withAStoryInB3()
        .and(MIRA, "08:40", new FinishItem(MIRA, FlexSchool.STORY, HowFinished.FINISHED))
        .until("09:11");
    var now = scene.floor().assignmentNow(MIRA).orElseThrow();
    assertThat(now.station()).isEqualTo(LOOM);
    assertThat(now.item()).isEqualTo(FlexSchool.POEM);
    assertThat(now.source()).isEqualTo(Source.FINISHED);
  }

  @Test
  void who_has_nothing_open_is_at_home() {
    withAStoryInB3()
        .and(MIRA, "08:40", new FinishItem(MIRA, FlexSchool.POEM, HowFinished.FINISHED))
        .and(MIRA, "08:41", new FinishItem(MIRA, FlexSchool.STORY, HowFinished.FINISHED))
        .until("09:11");
    assertThat(place(MIRA)).isEqualTo(CENTRE);
  }

  @Test
  void testing_out_counts_when_a_teacher_has_looked() {
    var testedOut = new FinishItem(MIRA, FlexSchool.STORY, HowFinished.TESTED_OUT);
    withAStoryInB3().and(MIRA, "08:40", testedOut);
    assertThat(scene.floor().assignmentAt(MIRA, block("b3")).orElseThrow().station())
        .isEqualTo(CLAY);
    scene.does(ROSA, "08:45", testedOut);
    assertThat(scene.floor().assignmentAt(MIRA, block("b3")).orElseThrow().station())
        .isEqualTo(LOOM);
    assertThat(scene.does(ROSA, "08:46", testedOut).events()).isEmpty();
  }

  @Test
  void only_what_is_on_her_playlist_can_be_finished() {
    assertThat(scene.isRefused(MIRA, "08:40", new FinishItem(MIRA, "other", HowFinished.FINISHED)))
        .isEqualTo(Refusal.ITEM_UNKNOWN);
    assertThat(
            scene.isRefused(
                TARIQ, "08:40", new FinishItem(MIRA, FlexSchool.STORY, HowFinished.FINISHED)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }
}

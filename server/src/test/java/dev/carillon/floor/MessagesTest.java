package dev.carillon.floor;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.OMAR;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.ReadMessage;
import dev.carillon.floor.Command.SendMessage;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Command.WithdrawMessage;
import dev.carillon.floor.Event.MessageRead;
import dev.carillon.floor.Event.MessageSent;
import dev.carillon.floor.Message.InLanguage;
import dev.carillon.floor.Message.Phrase;
import dev.carillon.floor.Message.To;
import dev.carillon.floor.Message.To.ToAll;
import dev.carillon.floor.Message.To.ToBoards;
import dev.carillon.floor.Message.To.ToLeaders;
import dev.carillon.floor.Message.To.ToPerson;
import dev.carillon.floor.Message.To.ToRoom;
import dev.carillon.floor.Message.Words.Announced;
import dev.carillon.floor.Message.Words.Ready;
import dev.carillon.floor.Message.Words.Written;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What adults tell one another, until the bell. Abel and Pia walk the centre, Rosa has the studio,
/// Lena and Omar lead.
final class MessagesTest {
  private static final To CENTRE = new ToRoom(CENTRE_ROOM);
  private final Scene scene = Scene.opened();
  private int sent;

  private MessageId tells(PersonId who, String localTime, To to) {
    var send = message(to);
    scene.does(who, localTime, send);
    return send.message();
  }

  private SendMessage message(To to) {
    return new SendMessage(
        new MessageId("m" + ++sent), to, new Written("Come to the loom"), Optional.empty());
  }

  private static SendMessage answer(String id, To to, MessageId answered) {
    return new SendMessage(new MessageId(id), to, new Ready(Phrase.COMING), Optional.of(answered));
  }

  private List<PersonId> readers(MessageId id) {
    return new MessageReaders(scene.floor()).of(standing(id));
  }

  private Message standing(MessageId id) {
    return scene.floor().messages().standing().get(id);
  }

  private boolean stands(MessageId id) {
    return scene.floor().messages().standing().containsKey(id);
  }

  @Test
  void everybody_on_duty_in_a_room_is_told() {
    assertThat(readers(tells(ROSA, "09:00", CENTRE))).containsExactly(ABEL, PIA);
    assertThat(readers(tells(ABEL, "09:01", CENTRE))).containsExactly(PIA);
  }

  @Test
  void whoever_comes_on_duty_reads_what_still_stands_and_whoever_leaves_does_not() {
    scene.and(PIA, "08:50", new EndDuty());
    var told = tells(ROSA, "09:00", CENTRE);
    assertThat(readers(told)).containsExactly(ABEL);
    scene.and(PIA, "09:01", new StartDuty()).and(ABEL, "09:01", new EndDuty());
    assertThat(readers(told)).containsExactly(PIA);
  }

  @Test
  void one_helper_is_told_when_she_is_on_duty() {
    assertThat(readers(tells(ABEL, "09:00", new ToPerson(ROSA)))).containsExactly(ROSA);
    scene.and(ROSA, "09:01", new EndDuty());
    assertThat(scene.isRefused(ABEL, "09:02", message(new ToPerson(ROSA))))
        .isEqualTo(Refusal.HELPER_NOT_ON_DUTY);
  }

  @Test
  void only_a_leader_tells_all() {
    assertThat(scene.isRefused(ROSA, "09:00", message(new ToAll())))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(readers(tells(LENA, "09:00", new ToAll()))).containsExactly(ABEL, PIA, ROSA);
  }

  @Test
  void leaders_are_told_together() {
    assertThat(readers(tells(ABEL, "09:00", new ToLeaders()))).containsExactly(LENA, OMAR);
  }

  @Test
  void a_student_tells_nobody_and_nobody_tells_a_student() {
    assertThat(scene.isRefused(MIRA, "09:00", message(CENTRE))).isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(scene.isRefused(ABEL, "09:00", message(new ToPerson(MIRA))))
        .isEqualTo(Refusal.NOBODY_TO_READ);
  }

  @Test
  void where_nobody_would_read_it_nothing_is_sent() {
    scene.and(ROSA, "08:50", new EndDuty());
    assertThat(scene.isRefused(ABEL, "09:00", message(new ToRoom(STUDIO))))
        .isEqualTo(Refusal.NOBODY_TO_READ);
    assertThat(scene.isRefused(ROSA, "09:00", message(new ToRoom(new RoomId("attic")))))
        .isEqualTo(Refusal.NOBODY_TO_READ);
  }

  @Test
  void the_bell_takes_it_away() {
    var told = tells(ROSA, "09:00", CENTRE);
    assertThat(stands(told)).isTrue();
    scene.until("09:10");
    assertThat(stands(told)).isFalse();
  }

  @Test
  void it_stands_for_as_long_as_the_block_is_held_or_made_longer() {
    var told = tells(ROSA, "09:00", CENTRE);
    scene.and(LENA, "09:05", Fixtures.steer(new Control.Extend(5, Ripple.COMPRESS))).until("09:14");
    assertThat(stands(told)).isTrue();
    scene.until("09:15");
    assertThat(stands(told)).isFalse();
  }

  @Test
  void what_is_told_before_the_first_bell_stands_through_the_first_block() {
    var told = tells(LENA, "07:45", new ToAll());
    scene.until("08:34");
    assertThat(stands(told)).isTrue();
    scene.until("08:35");
    assertThat(stands(told)).isFalse();
  }

  @Test
  void what_is_told_in_the_last_block_ends_with_it() {
    var told = tells(LENA, "14:50", new ToAll());
    scene.until("15:00");
    assertThat(stands(told)).isFalse();
  }

  @Test
  void got_it_is_said_once_by_whom_it_is_for() {
    var told = tells(ROSA, "09:00", CENTRE);
    scene.and(ABEL, "09:01", new ReadMessage(told)).and(ABEL, "09:02", new ReadMessage(told));
    assertThat(scene.events(MessageRead.class)).hasSize(1);
    assertThat(standing(told).read()).containsExactly(ABEL);
    assertThat(scene.isRefused(ROSA, "09:02", new ReadMessage(told)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void an_answer_says_that_it_was_read() {
    var told = tells(ROSA, "09:00", CENTRE);
    scene.does(ABEL, "09:01", answer("a", new ToPerson(ROSA), told));
    assertThat(standing(told).read()).containsExactly(ABEL);
    assertThat(standing(new MessageId("a")).answers()).contains(told);
  }

  @Test
  void what_was_not_told_to_her_she_cannot_answer() {
    var told = tells(ABEL, "09:00", new ToPerson(PIA));
    assertThat(scene.isRefused(ROSA, "09:01", answer("a", new ToPerson(ABEL), told)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void an_answer_to_what_is_gone_is_no_answer_any_more() {
    var told = tells(ROSA, "09:00", CENTRE);
    scene.does(ABEL, "09:10", answer("a", new ToPerson(ROSA), told));
    assertThat(standing(new MessageId("a")).answers()).isEmpty();
  }

  @Test
  void whoever_wrote_it_and_a_leader_take_it_back() {
    var first = tells(ROSA, "09:00", CENTRE);
    var second = tells(ROSA, "09:00", CENTRE);
    assertThat(scene.isRefused(ABEL, "09:01", new WithdrawMessage(first)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    scene.and(ROSA, "09:01", new WithdrawMessage(first));
    scene.and(LENA, "09:01", new WithdrawMessage(second));
    assertThat(scene.floor().messages().standing()).isEmpty();
  }

  @Test
  void what_one_helper_tells_another_is_not_for_leaders() {
    var told = tells(ABEL, "09:00", new ToPerson(ROSA));
    assertThat(scene.isRefused(LENA, "09:01", new WithdrawMessage(told)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    assertThat(scene.isRefused(LENA, "09:01", new ReadMessage(told)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void the_sixth_within_two_minutes_has_to_wait() {
    for (int i = 0; i < 5; i++) {
      tells(ROSA, "09:00", CENTRE);
    }
    var sixth = message(CENTRE);
    assertThat(scene.isRefused(ROSA, "09:01:59", sixth)).isEqualTo(Refusal.TOO_MANY_MESSAGES);
    scene.does(ROSA, "09:02", sixth);
  }

  @Test
  void the_same_message_is_sent_once() {
    var send = message(CENTRE);
    scene.and(ROSA, "09:00", send).and(ROSA, "09:01", send);
    assertThat(scene.events(MessageSent.class)).hasSize(1);
  }

  // On boards
  // ---------------------------------------------------------------------------------------------

  private static final To BOARDS = new ToBoards(Optional.empty());

  private SendMessage announcement(To to, InLanguage... texts) {
    return new SendMessage(
        new MessageId("m" + ++sent), to, new Announced(List.of(texts)), Optional.empty());
  }

  private static InLanguage in(String language, String text) {
    return new InLanguage(language, text);
  }

  private MessageId announces(PersonId who, String localTime, To to) {
    var send =
        announcement(to, in("en", "Lunch is in the gym"), in("es", "Se come en el gimnasio"));
    scene.does(who, localTime, send);
    return send.message();
  }

  @Test
  void a_leader_announces_on_boards_until_the_bell() {
    var told = announces(LENA, "09:00", BOARDS);
    assertThat(readers(told)).isEmpty();
    scene.until("09:09");
    assertThat(stands(told)).isTrue();
    scene.until("09:10");
    assertThat(stands(told)).isFalse();
  }

  @Test
  void an_announcement_stands_for_as_long_as_the_block_is_made_longer_and_can_be_taken_back() {
    var told = announces(LENA, "09:00", BOARDS);
    scene.and(LENA, "09:05", Fixtures.steer(new Control.Extend(5, Ripple.COMPRESS))).until("09:14");
    assertThat(stands(told)).isTrue();
    scene.and(OMAR, "09:14", new WithdrawMessage(told));
    assertThat(stands(told)).isFalse();
  }

  @Test
  void nobody_but_leaders_announces_anything_or_takes_it_back() {
    for (var who : List.of(ABEL, ROSA, MIRA)) {
      assertThat(scene.isRefused(who, "09:00", announcement(BOARDS, in("en", "Hello"))))
          .isEqualTo(Refusal.NOT_YOURS_TO_DO);
    }
    var told = announces(LENA, "09:00", BOARDS);
    assertThat(scene.isRefused(ABEL, "09:01", new WithdrawMessage(told)))
        .isEqualTo(Refusal.NOT_YOURS_TO_DO);
  }

  @Test
  void what_is_announced_to_the_same_boards_makes_room_for_what_is_new() {
    var first = announces(LENA, "09:00", BOARDS);
    var ofOne = announces(LENA, "09:01", new ToBoards(Optional.of(Fixtures.MAIN)));
    assertThat(stands(first)).isTrue();
    var second = announces(OMAR, "09:02", BOARDS);
    assertThat(scene.floor().messages().standing()).containsOnlyKeys(ofOne, second);
  }

  @Test
  void an_announcement_for_one_schedule_ends_with_its_bell_and_an_unknown_one_has_none() {
    var told = announces(LENA, "09:00", new ToBoards(Optional.of(Fixtures.MAIN)));
    scene.until("09:10");
    assertThat(stands(told)).isFalse();
    var nowhere = new ToBoards(Optional.of(new ScheduleId("evening")));
    assertThat(scene.isRefused(LENA, "09:11", announcement(nowhere, in("en", "Hello"))))
        .isEqualTo(Refusal.SCHEDULE_UNKNOWN);
  }

  @Test
  void boards_say_sixty_characters_in_one_or_two_languages_and_nothing_said_to_adults() {
    assertThat(in("fr-CA", "x".repeat(60)).text()).hasSize(60);
    assertThatIllegalArgumentException().isThrownBy(() -> in("en", "x".repeat(61)));
    assertThatIllegalArgumentException().isThrownBy(() -> in("en", " "));
    assertThatIllegalArgumentException().isThrownBy(() -> in("<en>", "Hello"));
    var twice = List.of(in("en", "Hello"), in("en", "Hello again"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Announced(twice));
    assertThatIllegalArgumentException().isThrownBy(() -> new Announced(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> tells(LENA, "09:00", BOARDS));
    assertThatIllegalArgumentException().isThrownBy(() -> announces(LENA, "09:00", new ToAll()));
  }

  @Test
  void it_has_no_more_than_a_hundred_and_twenty_characters() {
    assertThat(new Written("x".repeat(120)).text()).hasSize(120);
    assertThatIllegalArgumentException().isThrownBy(() -> new Written("x".repeat(121)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Written(" "));
  }
}

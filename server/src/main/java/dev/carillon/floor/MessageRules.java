package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.MessageCommand;
import dev.carillon.floor.Command.ReadMessage;
import dev.carillon.floor.Command.SendMessage;
import dev.carillon.floor.Command.WithdrawMessage;
import dev.carillon.floor.Event.MessageRead;
import dev.carillon.floor.Event.MessageSent;
import dev.carillon.floor.Event.MessageWithdrawn;
import dev.carillon.floor.Message.To;
import dev.carillon.floor.Message.To.ToAll;
import dev.carillon.floor.Message.To.ToBoards;
import dev.carillon.floor.Message.To.ToLeaders;
import dev.carillon.floor.Message.To.ToPerson;
import dev.carillon.floor.Message.To.ToRoom;
import dev.carillon.school.Block;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Person.Board;
import dev.carillon.school.Person.Staff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.pcollections.HashTreePSet;

/// What adults may tell one another (ADR 32), and leaders whoever walks past a board (ADR 35). It
/// is no chat: few words, few messages, and the bell takes them away.
record MessageRules(Floor floor, Stamp stamp) {
  /// Somebody who writes more than this in [#WITHIN] is better walked to.
  private static final int SENT_MAX = 5;

  /// In people's time.
  private static final Duration WITHIN = Duration.ofMinutes(2);

  Decision decide(MessageCommand command) {
    if (!stamp.role().helps() && !stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (command) {
      case SendMessage send -> send(send);
      case ReadMessage(var id) -> read(id);
      case WithdrawMessage(var id) -> withdraw(id);
    };
  }

  private Decision send(SendMessage send) {
    if (floor.messages().standing().containsKey(send.message())) {
      return accept();
    }
    return denied(send).map(Decision::refuse).orElseGet(() -> told(send));
  }

  private Optional<Refusal> denied(SendMessage send) {
    if (!mayAnswer(send)) {
      return Optional.of(Refusal.NOT_YOURS_TO_DO);
    }
    var since = stamp.at().minus(floor.inPeoplesTime(WITHIN));
    if (floor.messages().countBy(stamp.who(), since) >= SENT_MAX) {
      return Optional.of(Refusal.TOO_MANY_MESSAGES);
    }
    return denied(send.to());
  }

  private Optional<Refusal> denied(To to) {
    return switch (to) {
      case ToAll _, ToBoards _ when !stamp.role().leads() -> Optional.of(Refusal.NOT_YOURS_TO_DO);
      case ToBoards(var schedule) when schedule.isPresent() && ends(schedule).isEmpty() ->
          Optional.of(Refusal.SCHEDULE_UNKNOWN);
      case ToPerson(var person)
          when floor.school().people().get(person) instanceof Staff staff
              && staff.role().helps()
              && !floor.onDuty().contains(person) ->
          Optional.of(Refusal.HELPER_NOT_ON_DUTY);
      case ToBoards _ when !hasBoards() -> Optional.of(Refusal.NOBODY_TO_READ);
      case ToAll _, ToPerson _, ToRoom _ when readers().of(to, stamp.who()).isEmpty() ->
          Optional.of(Refusal.NOBODY_TO_READ);
      case ToAll _, ToPerson _, ToRoom _, ToLeaders _, ToBoards _ -> Optional.empty();
    };
  }

  private boolean hasBoards() {
    return floor.school().people().values().stream().anyMatch(Board.class::isInstance);
  }

  /// Only what she was told herself; what is gone was answered too late, and is no answer any more.
  private boolean mayAnswer(SendMessage send) {
    return answered(send).stream().allMatch(this::isForHer);
  }

  private Optional<Message> answered(SendMessage send) {
    return send.answers().flatMap(id -> Optional.ofNullable(floor.messages().standing().get(id)));
  }

  /// An answer says that what it answers was read.
  private Decision told(SendMessage send) {
    var answered = answered(send);
    var ends = send.to() instanceof ToBoards(var schedule) ? ends(schedule) : ends();
    var message =
        new Message(
            send.message(),
            stamp.who(),
            send.to(),
            send.words(),
            answered.map(Message::id),
            ends.map(Timeline::id),
            ends.flatMap(Timeline::entered),
            stamp.at(),
            HashTreePSet.empty());
    var events = new ArrayList<Event>();
    stoodBefore(send.to())
        .map(each -> new MessageWithdrawn(each.id(), stamp.who(), stamp.at()))
        .ifPresent(events::add);
    events.add(new MessageSent(message, stamp.at()));
    answered
        .filter(each -> !each.read().contains(stamp.who()))
        .ifPresent(each -> events.add(new MessageRead(each.id(), stamp.who(), stamp.at())));
    return accept(events, Result.NOTHING);
  }

  /// A board has one line: what is announced to the same boards makes room.
  private Optional<Message> stoodBefore(To to) {
    return readers().ofBoards().stream().filter(each -> each.to().equals(to)).findFirst();
  }

  private Optional<Timeline> ends(Optional<ScheduleId> schedule) {
    return schedule.isEmpty()
        ? ends()
        : Optional.ofNullable(floor.timelines().get(schedule.get()))
            .filter(line -> line.local().isEmpty() && !line.ended());
  }

  /// The schedule of the school whose block goes on for longest: nobody loses a message to the bell
  /// of others.
  private Optional<Timeline> ends() {
    return lastsLongest(floor);
  }

  /// What stands until the bell stands until that one.
  static Optional<Timeline> lastsLongest(Floor floor) {
    return floor.timelines().values().stream()
        .filter(line -> line.local().isEmpty() && !line.ended())
        .max(
            Comparator.comparing(
                    (Timeline line) -> line.current().map(Block::end).orElse(floor.at()))
                .thenComparing(line -> line.id().value()));
  }

  private Decision read(MessageId id) {
    return switch (floor.messages().standing().get(id)) {
      case null -> accept();
      case Message message when !isForHer(message) -> refuse(Refusal.NOT_YOURS_TO_DO);
      case Message message when message.read().contains(stamp.who()) -> accept();
      case Message _ -> accept(new MessageRead(id, stamp.who(), stamp.at()));
    };
  }

  private Decision withdraw(MessageId id) {
    return switch (floor.messages().standing().get(id)) {
      case null -> accept();
      case Message message when mayWithdraw(message) ->
          accept(new MessageWithdrawn(id, stamp.who(), stamp.at()));
      case Message _ -> refuse(Refusal.NOT_YOURS_TO_DO);
    };
  }

  private boolean mayWithdraw(Message message) {
    return message.by().equals(stamp.who())
        || (stamp.role().leads() && readers().seenByLeaders(message));
  }

  private boolean isForHer(Message message) {
    return stamp.role().leads()
        ? readers().seenByLeaders(message)
        : readers().isFor(message, stamp.who());
  }

  private MessageReaders readers() {
    return new MessageReaders(floor);
  }
}

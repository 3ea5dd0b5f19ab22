package dev.carillon.view;

import dev.carillon.floor.Message;
import dev.carillon.floor.Message.To.ToAll;
import dev.carillon.floor.Message.To.ToBoards;
import dev.carillon.floor.Message.To.ToLeaders;
import dev.carillon.floor.Message.To.ToPerson;
import dev.carillon.floor.Message.To.ToRoom;
import dev.carillon.floor.Message.Words.Announced;
import dev.carillon.floor.Message.Words.Ready;
import dev.carillon.floor.Message.Words.Written;
import dev.carillon.floor.MessageReaders;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// What adults tell one another, in the order in which it was told. A helper sees what is for her
/// and what she wrote; only whoever wrote it and leaders see who has read it. A board has what
/// leaders announce, without a word of who did.
final class MessageRows {
  private final Sight sight;
  private final MessageReaders readers;

  MessageRows(Sight sight) {
    this.sight = sight;
    this.readers = new MessageReaders(sight.floor());
  }

  List<Row.Message> ofHelper(PersonId helper) {
    return rows(
        message -> message.by().equals(helper) || readers.isFor(message, helper),
        message -> ofHelper(helper, message));
  }

  List<Row.Message> ofLeaders() {
    return rows(
        readers::seenByLeaders,
        message ->
            row(
                message,
                Optional.empty(),
                Optional.of(message)
                    .filter(each -> !(each.to() instanceof ToBoards))
                    .map(this::readersOf)));
  }

  /// @param hangsFor whether a board is for those who live by a schedule
  List<Row.Announcement> ofBoard(Predicate<ScheduleId> hangsFor) {
    return readers.ofBoards().stream()
        .filter(
            message ->
                !(message.to() instanceof ToBoards(var schedule))
                    || schedule.filter(hangsFor.negate()).isEmpty())
        .flatMap(
            message ->
                texts(message).stream()
                    .map(
                        texts ->
                            new Row.Announcement(message.id().value(), texts, untilMs(message))))
        .toList();
  }

  private Row.Message ofHelper(PersonId helper, Message message) {
    return message.by().equals(helper)
        ? row(message, Optional.empty(), Optional.of(readersOf(message)))
        : row(message, Optional.of(message.read().contains(helper)), Optional.empty());
  }

  private List<Row.Message> rows(Predicate<Message> sees, Function<Message, Row.Message> row) {
    return sight.floor().messages().standing().values().stream()
        .filter(sees)
        .sorted(Message.IN_ORDER)
        .map(row)
        .toList();
  }

  private Row.Message row(
      Message message, Optional<Boolean> got, Optional<Row.Readers> whoHasRead) {
    return new Row.Message(
        message.id().value(),
        sight.named(message.by()),
        word(message),
        message.to() instanceof ToRoom(var room) ? Optional.of(room.value()) : Optional.empty(),
        message.to() instanceof ToPerson(var one)
            ? Optional.of(sight.named(one))
            : Optional.empty(),
        message.words() instanceof Written(var text) ? Optional.of(text) : Optional.empty(),
        message.words() instanceof Ready(var phrase)
            ? Optional.of(Sight.word(phrase))
            : Optional.empty(),
        message.answers().map(id -> id.value()),
        message.at().toEpochMilli(),
        untilMs(message),
        got,
        whoHasRead,
        texts(message),
        message.to() instanceof ToBoards(var schedule)
            ? schedule.map(ScheduleId::value)
            : Optional.empty());
  }

  private static Optional<List<Row.InLanguage>> texts(Message message) {
    return message.words() instanceof Announced(var texts)
        ? Optional.of(
            texts.stream().map(each -> new Row.InLanguage(each.language(), each.text())).toList())
        : Optional.empty();
  }

  private static String word(Message message) {
    return switch (message.to()) {
      case ToRoom _ -> "room";
      case ToPerson _ -> "person";
      case ToLeaders() -> "leaders";
      case ToAll() -> "all";
      case ToBoards _ -> "boards";
    };
  }

  private Row.Readers readersOf(Message message) {
    var got = message.read().stream().sorted(Comparator.comparing(PersonId::value));
    return new Row.Readers(readers.of(message).size(), got.map(sight::named).toList());
  }

  private Optional<Long> untilMs(Message message) {
    var line =
        message.schedule().flatMap(id -> Optional.ofNullable(sight.floor().timelines().get(id)));
    return line.flatMap(each -> message.block().flatMap(each::block))
        .map(block -> block.end().toEpochMilli());
  }
}

package dev.carillon.wire;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ReadMessage;
import dev.carillon.floor.Command.SendMessage;
import dev.carillon.floor.Command.WithdrawMessage;
import dev.carillon.floor.Message;
import dev.carillon.floor.Message.Phrase;
import dev.carillon.floor.Message.To;
import dev.carillon.floor.Message.Words;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import java.util.List;

/// Reads the bodies of what adults tell one another.
///
/// @param id of the command: a message is named by it
record MessageReader(String id) {
  private enum Whom {
    ROOM,
    PERSON,
    LEADERS,
    ALL
  }

  Command read(CommandKind kind, Fields body) throws WireFault {
    return switch (kind) {
      case MESSAGE_SEND -> send(body);
      case MESSAGE_READ -> new ReadMessage(message(body));
      case MESSAGE_WITHDRAW -> new WithdrawMessage(message(body));
      default -> throw new IllegalArgumentException(kind + " tells nobody anything");
    };
  }

  private Command send(Fields body) throws WireFault {
    return new SendMessage(
        new MessageId(id), to(body), words(body), body.maybeId("answers", MessageId::new));
  }

  private static To to(Fields body) throws WireFault {
    return switch (body.oneOf("to", List.of(Whom.values()))) {
      case ROOM -> new To.ToRoom(body.id("room", RoomId::new));
      case PERSON -> new To.ToPerson(body.id("person", PersonId::new));
      case LEADERS -> new To.ToLeaders();
      case ALL -> new To.ToAll();
    };
  }

  private static Words words(Fields body) throws WireFault {
    var phrase = body.maybeOneOf("phrase", List.of(Phrase.values()));
    var text = body.maybeText("text", Message.CHARS_MAX).map(String::strip);
    if (phrase.isPresent() == text.isPresent() || text.filter(String::isEmpty).isPresent()) {
      throw body.wrong("text", "what was written, or `phrase` instead of it");
    }
    return phrase.<Words>map(Words.Ready::new).orElseGet(() -> new Words.Written(text.get()));
  }

  private static MessageId message(Fields body) throws WireFault {
    return body.id("message", MessageId::new);
  }
}

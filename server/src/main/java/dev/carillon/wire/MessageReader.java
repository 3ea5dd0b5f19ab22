package dev.carillon.wire;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ReadMessage;
import dev.carillon.floor.Command.SendMessage;
import dev.carillon.floor.Command.WithdrawMessage;
import dev.carillon.floor.Message;
import dev.carillon.floor.Message.InLanguage;
import dev.carillon.floor.Message.Phrase;
import dev.carillon.floor.Message.To;
import dev.carillon.floor.Message.Words;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import java.util.ArrayList;
import java.util.List;

/// Reads the bodies of what adults tell one another.
///
/// @param id of the command: a message is named by it
record MessageReader(String id) {
  private enum Whom {
    ROOM,
    PERSON,
    LEADERS,
    ALL,
    BOARDS
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
    var to = to(body);
    var words = to instanceof To.ToBoards ? announced(body) : words(body);
    return new SendMessage(new MessageId(id), to, words, body.maybeId("answers", MessageId::new));
  }

  private static To to(Fields body) throws WireFault {
    return switch (body.oneOf("to", List.of(Whom.values()))) {
      case ROOM -> new To.ToRoom(body.id("room", RoomId::new));
      case PERSON -> new To.ToPerson(body.id("person", PersonId::new));
      case LEADERS -> new To.ToLeaders();
      case ALL -> new To.ToAll();
      case BOARDS -> new To.ToBoards(body.maybeId("schedule", ScheduleId::new));
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

  private static Words announced(Fields body) throws WireFault {
    var texts = new ArrayList<InLanguage>();
    for (var each : body.objects("texts", Message.LANGUAGES_MAX)) {
      var language = each.text("lang", Fields.TEXT_CHARS_MAX);
      var text = each.text("text", Message.ANNOUNCED_CHARS_MAX).strip();
      each.end();
      boolean isSaidTwice = texts.stream().anyMatch(said -> said.language().equals(language));
      if (isSaidTwice || !InLanguage.isLanguage(language)) {
        throw body.wrong("texts", "each in another language such as `es` or `fr-CA`");
      }
      if (text.isEmpty()) {
        throw body.wrong("texts", "what boards say");
      }
      texts.add(new InLanguage(language, text));
    }
    return new Words.Announced(texts);
  }

  private static MessageId message(Fields body) throws WireFault {
    return body.id("message", MessageId::new);
  }
}

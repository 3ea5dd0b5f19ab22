package dev.carillon.view;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ReadMessage;
import dev.carillon.floor.Command.SendMessage;
import dev.carillon.floor.Command.WithdrawMessage;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Message.InLanguage;
import dev.carillon.floor.Message.To;
import dev.carillon.floor.Message.Words;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Draws what adults may tell one another, whether or not they may.
///
/// @param step makes what is written another word each time
record MessageCommands(SplittableRandom dice, int step) {
  /// More than a walk has steps, so that every text is another one.
  private static final int SECOND_LANGUAGE = 1_000_000;

  Command ofStaff(Floor floor) {
    return switch (dice.nextInt(6)) {
      case 0 -> new ReadMessage(any(floor));
      case 1 -> new WithdrawMessage(any(floor));
      default -> {
        var to = to(floor);
        yield new SendMessage(
            new MessageId("m" + step),
            to,
            to instanceof To.ToBoards ? announced() : new Words.Written("word " + step),
            dice.nextBoolean() ? Optional.of(any(floor)) : Optional.empty());
      }
    };
  }

  private Words announced() {
    var texts = new ArrayList<InLanguage>();
    texts.add(new InLanguage("en", "word " + step));
    if (dice.nextBoolean()) {
      texts.add(new InLanguage("fr-CA", "word " + (SECOND_LANGUAGE + step)));
    }
    return new Words.Announced(texts);
  }

  private To to(Floor floor) {
    return switch (dice.nextInt(5)) {
      case 0 -> new To.ToRoom(any(List.copyOf(floor.school().rooms().keySet()), new RoomId("x")));
      case 1 ->
          new To.ToPerson(any(List.copyOf(floor.school().people().keySet()), new PersonId("x")));
      case 2 -> new To.ToLeaders();
      case 3 ->
          new To.ToBoards(
              dice.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(any(List.copyOf(floor.timelines().keySet()), new ScheduleId("x"))));
      default -> new To.ToAll();
    };
  }

  private MessageId any(Floor floor) {
    return any(List.copyOf(floor.messages().standing().keySet()), new MessageId("m0"));
  }

  private <T> T any(List<T> all, T none) {
    return all.isEmpty() ? none : all.get(dice.nextInt(all.size()));
  }
}

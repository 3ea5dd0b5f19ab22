package dev.carillon.view;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ReadMessage;
import dev.carillon.floor.Command.SendMessage;
import dev.carillon.floor.Command.WithdrawMessage;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Message.To;
import dev.carillon.floor.Message.Words;
import dev.carillon.school.Id.MessageId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Draws what adults may tell one another, whether or not they may.
///
/// @param step makes what is written another word each time
record MessageCommands(SplittableRandom dice, int step) {
  Command ofStaff(Floor floor) {
    return switch (dice.nextInt(6)) {
      case 0 -> new ReadMessage(any(floor));
      case 1 -> new WithdrawMessage(any(floor));
      default ->
          new SendMessage(
              new MessageId("m" + step),
              to(floor),
              new Words.Written("word " + step),
              dice.nextBoolean() ? Optional.of(any(floor)) : Optional.empty());
    };
  }

  private To to(Floor floor) {
    return switch (dice.nextInt(4)) {
      case 0 -> new To.ToRoom(any(List.copyOf(floor.school().rooms().keySet()), new RoomId("x")));
      case 1 ->
          new To.ToPerson(any(List.copyOf(floor.school().people().keySet()), new PersonId("x")));
      case 2 -> new To.ToLeaders();
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

package dev.carillon.view;

import dev.carillon.floor.AwayKind;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AllowStay;
import dev.carillon.floor.Command.CallUp;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.EndAway;
import dev.carillon.floor.Command.EndStay;
import dev.carillon.floor.Command.OpenStation;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Floor;
import dev.carillon.floor.StayReason;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// What leaders ask at random of where students are to be.
record PlacingCommands(SplittableRandom dice, int step) {
  Command ofLeader(Floor floor) {
    var student = student(floor);
    return switch (dice.nextInt(10)) {
      case 0, 1, 2 ->
          new Retarget(
              List.of(student, student(floor)),
              Optional.empty(),
              station(floor),
              dice.nextBoolean() ? Optional.of(block(floor)) : Optional.empty(),
              true,
              "");
      case 3, 4 ->
          new CallUp(
              new CallId("call-" + step),
              List.of(student),
              Optional.empty(),
              station(floor),
              Optional.empty(),
              dice.nextInt(20),
              "");
      case 5 -> new AllowStay(student, dice.nextInt(1, 30), StayReason.TEST);
      case 6 -> new EndStay(student);
      case 7 -> new StartAway(student, any(List.of(AwayKind.values())));
      case 8 -> new EndAway(student);
      default ->
          dice.nextInt(3) == 0
              ? new CloseStation(station(floor), dice.nextBoolean(), "")
              : new OpenStation(station(floor));
    };
  }

  private PersonId student(Floor floor) {
    return any(floor.school().students().stream().map(Student::id).toList());
  }

  private StationId station(Floor floor) {
    return any(List.copyOf(floor.school().stations().keySet()));
  }

  private BlockId block(Floor floor) {
    return any(floor.plan().schedules().getFirst().blocks()).id();
  }

  private <T> T any(List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }
}

package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;

import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.LapseCall;
import dev.carillon.floor.Command.LapseStay;
import dev.carillon.floor.Command.StartCall;
import dev.carillon.floor.Command.TellUnseen;
import dev.carillon.floor.Event.CallEnded;
import dev.carillon.floor.Event.CallStarted;
import dev.carillon.floor.Event.ChangeUnseen;
import dev.carillon.floor.Event.StayEnded;
import dev.carillon.floor.Placing.Change;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What time does to call-ups, stays and stops nobody has looked at.
record PlacingDues(Floor floor) {
  List<DueCommand> all() {
    var placing = floor.placing();
    var dues = new ArrayList<DueCommand>();
    for (var call : placing.calls().values()) {
      if (!call.started()) {
        dues.add(new StartCall(call.id(), call.from(), "call/" + call.id().value()));
      }
      call.until()
          .ifPresent(
              at -> dues.add(new LapseCall(call.id(), at, "call-over/" + call.id().value())));
    }
    placing
        .stays()
        .forEach(
            (student, stay) -> dues.add(new LapseStay(student, stay.until(), name(student, stay))));
    placing.changes().forEach((student, change) -> told(student, change).ifPresent(dues::add));
    return dues;
  }

  private static String name(PersonId student, Placing.Stay stay) {
    return "stay/" + student.value() + "/" + stay.until().toEpochMilli();
  }

  private Optional<DueCommand> told(PersonId student, Change change) {
    var at = change.at().plus(floor.inPeoplesTime(floor.school().rules().unseenMax()));
    var name = "unseen/" + student.value() + "/" + change.at().toEpochMilli();
    return change.told()
        ? Optional.empty()
        : Optional.of(new TellUnseen(student, change.block(), at, name));
  }

  Decision start(CallId id, Instant now) {
    return Optional.ofNullable(floor.placing().calls().get(id))
        .filter(call -> !call.started() && !call.from().isAfter(now))
        .map(_ -> accept(new CallStarted(id, now)))
        .orElseGet(Decision::accept);
  }

  Decision lapse(CallId id, Instant now) {
    return Optional.ofNullable(floor.placing().calls().get(id))
        .filter(call -> call.until().filter(at -> !at.isAfter(now)).isPresent())
        .map(_ -> accept(new CallEnded(id, PersonId.SYSTEM, now)))
        .orElseGet(Decision::accept);
  }

  Decision lapse(PersonId student, Instant now) {
    return Optional.ofNullable(floor.placing().stays().get(student))
        .filter(stay -> !stay.until().isAfter(now))
        .map(_ -> accept(new StayEnded(student, PersonId.SYSTEM, now)))
        .orElseGet(Decision::accept);
  }

  Decision unseen(PersonId student, BlockId block, Instant now) {
    return Optional.ofNullable(floor.placing().changes().get(student))
        .filter(change -> change.block().equals(block))
        .flatMap(change -> told(student, change))
        .filter(due -> !due.dueAt().isAfter(now))
        .map(_ -> accept(new ChangeUnseen(student, block, now)))
        .orElseGet(Decision::accept);
  }
}

package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Event.CallStarted;
import dev.carillon.floor.Event.CalledUp;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.Result.Called;
import dev.carillon.floor.Result.StudentsMarked;
import dev.carillon.school.Arrangements.Pair;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Role;
import dev.carillon.school.Station;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Putting students at another station, letting them choose one, and calling them up.
///
/// The last seat is given once, because commands of one floor are decided one at a time. The wish
/// of the adult stands against it, as do pairs that are better apart; both can be overruled by
/// saying so, seats and fire limits never.
record SeatRules(Floor floor, Stamp stamp) {
  Decision retarget(Retarget asked) {
    boolean may = stamp.role().leads() || stamp.role() == Role.TEACHER;
    var students = named(asked.students(), asked.group());
    if (!may || students.isEmpty()) {
      return refuse(may ? Refusal.NOBODY_NAMED : Refusal.NOT_YOURS_TO_DO);
    }
    var station = floor.school().stations().get(asked.station());
    if (station == null) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    if (!PlacingRules.mayAt(floor, stamp, station.id())) {
      return refuse(Refusal.NOT_YOUR_ROOM);
    }
    var places = new ArrayList<Assignment>();
    var from = new ArrayList<StationId>();
    for (var student : students) {
      var place = place(student, asked.block());
      if (place.isEmpty()) {
        return refuse(isKnown(student) ? Refusal.BLOCK_OVER : Refusal.STUDENT_UNKNOWN);
      }
      if (!place.get().station().equals(station.id())) {
        from.add(place.get().station());
        places.add(place.get().at(station, "", Source.TEACHER));
      }
    }
    return put(places, from, station, asked.force(), asked.reason());
  }

  private Decision put(
      List<Assignment> places,
      List<StationId> from,
      Station station,
      boolean force,
      String reason) {
    var against = against(places, station, force);
    if (against.isPresent()) {
      return against.get();
    }
    var result = new StudentsMarked(places.size());
    return places.isEmpty()
        ? accept(List.of(), result)
        : accept(
            HelpBell.with(floor, new StudentsPlaced(places, from, stamp.who(), reason, stamp.at())),
            result);
  }

  /// What stands against putting these students there.
  private Optional<Decision> against(List<Assignment> places, Station station, boolean force) {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    if (floor.placing().status(station.id()) != StationStatus.OPEN) {
      return Optional.of(refuse(Refusal.STATION_CLOSED));
    }
    var students = new HashSet<PersonId>();
    places.forEach(place -> students.add(place.student()));
    return blocks(places).stream()
        .flatMap(
            block ->
                full(station, block, students, force)
                    .or(() -> force ? Optional.empty() : apart(station, block, students))
                    .stream())
        .findFirst();
  }

  /// Students of several schedules are put into a block of each.
  private Set<Block> blocks(List<Assignment> places) {
    var blocks = new LinkedHashSet<Block>();
    for (var place : places) {
      floor
          .lineOf(place.student(), place.block())
          .flatMap(timeline -> timeline.block(place.block()))
          .ifPresent(blocks::add);
    }
    return blocks;
  }

  private Optional<Decision> full(
      Station station, Block block, Set<PersonId> students, boolean force) {
    int there = new Placement(floor).load(station, block, students);
    int hard = FreeSeats.cap(station);
    int cap = force ? hard : Math.min(hard, station.softCap());
    return there + students.size() <= cap
        ? Optional.empty()
        : Optional.of(
            refuse(
                Refusal.STATION_FULL,
                Map.of(
                    "there", Integer.toString(there),
                    "cap", Integer.toString(cap),
                    "hard", Integer.toString(hard))));
  }

  /// Two who are better apart would be together.
  private Optional<Decision> apart(Station station, Block block, Set<PersonId> students) {
    for (var pair : floor.school().arrangements().apart()) {
      if (isThere(pair.one(), station, block, students)
          && isThere(pair.other(), station, block, students)
          && concerns(pair, students)) {
        return Optional.of(
            refuse(
                Refusal.BETTER_APART,
                Map.of("one", floor.nameOf(pair.one()), "other", floor.nameOf(pair.other()))));
      }
    }
    return Optional.empty();
  }

  private static boolean concerns(Pair pair, Set<PersonId> students) {
    return students.contains(pair.one()) || students.contains(pair.other());
  }

  private boolean isThere(PersonId student, Station station, Block block, Set<PersonId> students) {
    return students.contains(student)
        || place(student, Optional.of(block.id()))
            .filter(place -> place.station().equals(station.id()))
            .isPresent();
  }

  /// A student takes one of the stations her item may be done at, while there is a seat.
  Decision choose(BlockId block, StationId id) {
    if (stamp.role() != Role.STUDENT) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    var place = place(stamp.who(), Optional.of(block));
    if (place.isEmpty()) {
      return refuse(Refusal.BLOCK_OVER);
    }
    var station = floor.school().stations().get(id);
    if (station == null || !new Choices(floor).of(stamp.who(), block).contains(id)) {
      return refuse(Refusal.NOT_A_CHOICE);
    }
    var from = place.get().station();
    var chosen =
        new Assignment(
            stamp.who(),
            block,
            id,
            "",
            place.get().activity(),
            place.get().item(),
            Source.STUDENT_CHOICE,
            true);
    return from.equals(id)
        ? accept(List.of(), new StudentsMarked(0))
        : put(List.of(chosen), List.of(from), station, false, "");
  }

  Decision callUp(Command.CallUp asked) {
    boolean may = stamp.role().leads() || stamp.role().helps();
    var students = named(asked.students(), asked.group());
    if (!may || students.isEmpty()) {
      return refuse(may ? Refusal.NOBODY_NAMED : Refusal.NOT_YOURS_TO_DO);
    }
    if (!floor.school().stations().containsKey(asked.station())) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    if (!PlacingRules.mayAt(floor, stamp, asked.station())) {
      return refuse(Refusal.NOT_YOUR_ROOM);
    }
    if (floor.placing().status(asked.station()) != StationStatus.OPEN) {
      return refuse(Refusal.STATION_CLOSED);
    }
    for (var student : students) {
      var refusal = notCalled(student);
      if (refusal.isPresent()) {
        return refusal.get();
      }
    }
    // Another person may have used the same id, and her students would follow this call.
    if (floor.placing().calls().containsKey(asked.call())) {
      return refuse(Refusal.ID_REUSED);
    }
    return accept(called(asked, students), new Called(asked.call(), students.size()));
  }

  private Optional<Decision> notCalled(PersonId student) {
    if (floor.blockNow(student, stamp.at()).isEmpty()) {
      return Optional.of(refuse(isKnown(student) ? Refusal.NO_STOP_NOW : Refusal.STUDENT_UNKNOWN));
    }
    boolean isCalled =
        floor.placing().calls().values().stream()
            .anyMatch(call -> call.students().contains(student));
    return isCalled
        ? Optional.of(refuse(Refusal.CALLED_ALREADY, Map.of("student", floor.nameOf(student))))
        : Optional.empty();
  }

  private List<Event> called(Command.CallUp asked, List<PersonId> students) {
    var from = PlacingRules.notBefore(stamp, asked.from());
    var until =
        Optional.of(asked.minutes())
            .filter(minutes -> minutes > 0)
            .map(minutes -> from.plus(Duration.ofMinutes(minutes)));
    var call =
        new CallUp(
            asked.call(), students, asked.station(), stamp.who(), from, until, asked.note(), false);
    var called = new CalledUp(call, stamp.who(), stamp.at());
    return from.equals(stamp.at())
        ? List.of(called, new CallStarted(asked.call(), stamp.at()))
        : List.of(called);
  }

  /// Everybody who was named, each once, in the order of the school.
  private List<PersonId> named(List<PersonId> students, Optional<GroupId> group) {
    var ofGroup =
        group.stream()
            .flatMap(
                each ->
                    floor.school().students().stream()
                        .filter(student -> student.group().equals(each))
                        .map(Student::id));
    return Stream.concat(students.stream(), ofGroup).distinct().toList();
  }

  private boolean isKnown(PersonId student) {
    return floor.student(student).isPresent();
  }

  /// Where a student is to be in a block that runs or is to come.
  private Optional<Assignment> place(PersonId student, Optional<BlockId> block) {
    if (block.isEmpty()) {
      return floor
          .blockNow(student, stamp.at())
          .flatMap(each -> floor.assignmentAt(student, each.id()));
    }
    return floor
        .lineOf(student, block.get())
        .filter(each -> !each.ended())
        .filter(each -> each.indexOf(block.get()) >= Math.max(0, each.position()))
        .flatMap(_ -> floor.assignmentAt(student, block.get()));
  }
}

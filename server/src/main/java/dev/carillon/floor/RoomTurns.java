package dev.carillon.floor;

import dev.carillon.floor.Joint.Part;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.LocalRotation;
import dev.carillon.school.Person.Student;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The turns that a room takes right now, as whoever joins and evens out groups needs to see them.
///
/// @param id of their timeline
public record RoomTurns(
    ScheduleId id, RoomId room, List<GroupTurn> groups, List<StationTurn> stations) {
  /// @param now where the group is in the turn that runs
  /// @param next where it is in the next one; empty in the last turn of the block
  /// @param here how many of it are here, those included who were moved to it
  /// @param away how many are not, for more than a few minutes
  /// @param with the group it goes with, by what has been said last
  public record GroupTurn(
      GroupId id,
      StationId now,
      Optional<StationId> next,
      int here,
      int away,
      Optional<GroupId> with) {}

  /// @param at where its turns are taken, by what has been said last
  public record StationTurn(StationId id, boolean open, Optional<StationId> at) {}

  /// Those of some rooms, in the order of the school. Looks at the whole school for each.
  public static List<RoomTurns> running(Floor floor, Predicate<RoomId> rooms) {
    var local = new LocalTurns(floor);
    return floor.school().arrangements().localRotations().stream()
        .filter(rotation -> rooms.test(rotation.room()))
        .flatMap(rotation -> rotation.blocks().stream().map(rotation::idIn))
        .flatMap(id -> Optional.ofNullable(floor.timelines().get(id)).stream())
        .filter(local::isRunning)
        .flatMap(line -> line.entered().map(turn -> of(floor, line, turn)).stream())
        .toList();
  }

  private static RoomTurns of(Floor floor, Timeline line, BlockId turn) {
    var rotation = new LocalTurns(floor).rotationOf(line).orElseThrow();
    var cut = new Cut(floor, line, rotation, LocalRotation.numberOf(turn));
    return new RoomTurns(line.id(), rotation.room(), cut.groups(), cut.stations());
  }

  private record Cut(Floor floor, Timeline line, LocalRotation rotation, int turn) {
    List<GroupTurn> groups() {
      var students = new LocalTurns(floor).studentsOf(rotation);
      return rotation.groups().stream().map(group -> group(group, students)).toList();
    }

    private GroupTurn group(GroupId group, List<Student> students) {
      var hers = students.stream().filter(student -> isOf(student, group)).toList();
      int here = (int) hers.stream().filter(this::isHere).count();
      return new GroupTurn(
          group,
          station(group, turn).orElseThrow(),
          isLast() ? Optional.empty() : station(group, turn + 1),
          here,
          hers.size() - here,
          joint(new Part.OfGroup(group))
              .flatMap(
                  joint ->
                      joint instanceof Joint.OfGroups(_, var into)
                          ? Optional.of(into)
                          : Optional.empty()));
    }

    /// By what has been said last: a change is for the next turn, and the teacher sees it at once.
    private boolean isOf(Student student, GroupId group) {
      return turning()
          .groupOf(student.id(), rotation.id(), Turning.LAST)
          .orElse(student.group())
          .equals(group);
    }

    private boolean isHere(Student student) {
      return Optional.ofNullable(floor.placing().away().get(student.id()))
          .filter(each -> !each.kind().isShort())
          .isEmpty();
    }

    private boolean isLast() {
      return line.position() == line.blocks().size() - 1;
    }

    private Optional<StationId> station(GroupId group, int number) {
      return new LocalTurns(floor).stationOf(line.id(), rotation, group, number);
    }

    List<StationTurn> stations() {
      return rotation.stations().stream().map(this::station).toList();
    }

    private StationTurn station(StationId id) {
      return new StationTurn(
          id,
          floor.placing().status(id) == StationStatus.OPEN,
          joint(new Part.OfStation(id))
              .flatMap(
                  joint ->
                      joint instanceof Joint.OfStations(_, var into)
                          ? Optional.of(into)
                          : Optional.empty()));
    }

    private Optional<Joint> joint(Part part) {
      return turning().jointOf(line.id(), part, Turning.LAST);
    }

    private Turning turning() {
      return floor.placing().turning();
    }
  }
}

package dev.carillon.floor;

import dev.carillon.floor.Joint.Part;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// What teachers have changed of the turns in their rooms today.
///
/// Each change counts from a turn on, and the one made last stands above those before it. Joints
/// are of one block; a student who goes with another group does so until the end of the day.
///
/// @param groups who rotates with another group than her own
/// @param joints what goes together, by the timeline of its turns
public record Turning(
    PMap<PersonId, PVector<Regrouped>> groups, PMap<ScheduleId, PVector<Joined>> joints) {
  static final Turning NONE = new Turning(HashTreePMap.empty(), HashTreePMap.empty());

  /// The number of a turn that is after every other: what has been said last.
  static final int LAST = Integer.MAX_VALUE;

  /// @param rotation whose turns she takes with the group
  /// @param from the number of the first turn for which that is so
  public record Regrouped(String rotation, GroupId group, int from) {}

  /// @param from the number of the first turn for which that is so
  /// @param over whether they part with that turn
  public record Joined(Joint joint, int from, boolean over) {}

  /// The group a student has been moved to; empty when she goes with her own.
  Optional<GroupId> groupOf(PersonId student, String rotation, int turn) {
    return groups.getOrDefault(student, TreePVector.empty()).stream()
        .filter(each -> each.rotation().equals(rotation) && each.from() <= turn)
        .reduce((_, later) -> later)
        .map(Regrouped::group);
  }

  /// The group whose turns a group takes: its own, or that of the one it was joined to.
  GroupId rootOf(ScheduleId turns, GroupId group, int turn) {
    return rootOf(turns, new Part.OfGroup(group), turn) instanceof Part.OfGroup(var root)
        ? root
        : group;
  }

  /// Where the turns of a station are taken.
  StationId rootOf(ScheduleId turns, StationId station, int turn) {
    return rootOf(turns, new Part.OfStation(station), turn) instanceof Part.OfStation(var root)
        ? root
        : station;
  }

  private Part rootOf(ScheduleId turns, Part part, int turn) {
    var root = part;
    // No chain is longer than what was joined, so that nothing goes in circles.
    for (int hops = joints(turns).size(); hops > 0; hops--) {
      root = jointOf(turns, root, turn).map(Joint::whole).orElse(root);
    }
    return root;
  }

  /// What a group or a station was joined to.
  Optional<Joint> jointOf(ScheduleId turns, Part part, int turn) {
    return joints(turns).stream()
        .filter(each -> each.from() <= turn && each.joint().part().equals(part))
        .reduce((_, later) -> later)
        .filter(each -> !each.over())
        .map(Joined::joint);
  }

  private PVector<Joined> joints(ScheduleId turns) {
    return joints.getOrDefault(turns, TreePVector.empty());
  }

  Turning with(ScheduleId turns, Joined joined) {
    return new Turning(groups, joints.plus(turns, joints(turns).plus(joined)));
  }

  Turning with(PersonId student, Regrouped regrouped) {
    var hers = groups.getOrDefault(student, TreePVector.empty()).plus(regrouped);
    return new Turning(groups.plus(student, hers), joints);
  }
}

package dev.carillon.plan;

import dev.carillon.plan.PlanReport.Reason;
import dev.carillon.plan.PlanReport.Unmet;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.BlockKind;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Rotation;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import dev.carillon.school.StationKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who goes where in which block of a day.
///
/// Four passes, each over what the ones before left: meals and assemblies; groups that rotate, as a
/// Latin square; playlists ([PlaylistPlanner]); and everybody else at home. Whoever finds no room
/// is at the overflow station, which takes any number, so that nobody is ever sent nowhere. Hard
/// caps are never exceeded, soft caps only when there is no other place. The same school and day
/// give the same plan.
public final class DayPlanner {
  private final School school;
  private final Draft draft;
  private final Map<ScheduleId, List<Block>> blocks = new HashMap<>();
  private final List<Unmet> unmet = new ArrayList<>();

  private DayPlanner(School school, DayPlan day) {
    this.school = school;
    for (var schedule : day.schedules()) {
      blocks.put(schedule.id(), schedule.blocks());
    }
    this.draft =
        new Draft(
            school, day.schedules().stream().flatMap(each -> each.blocks().stream()).toList());
  }

  /// A plan, and what it could not give.
  public record Planned(List<Assignment> assignments, PlanReport report) {
    public Planned {
      assignments = List.copyOf(assignments);
    }
  }

  /// One assignment for every student in every block of her schedule.
  public static List<Assignment> plan(School school, DayPlan day) {
    return planned(school, day).assignments();
  }

  public static Planned planned(School school, DayPlan day) {
    return new DayPlanner(school, day).planned();
  }

  private Planned planned() {
    gather(BlockKind.MEAL, StationKind.MEAL);
    gather(BlockKind.ASSEMBLY, StationKind.ASSEMBLY);
    rotate();
    unmet.addAll(new PlaylistPlanner(draft, this::rotationBlocks).plan());
    rest();
    var assignments = new Seating(draft).seated(inOrder());
    int overflow =
        (int) assignments.stream().filter(each -> each.source() == Source.OVERFLOW).count();
    return new Planned(assignments, new PlanReport(assignments.size(), overflow, unmet));
  }

  private List<Block> blocksOf(Student student) {
    return blocks.getOrDefault(student.schedule(), List.of());
  }

  private List<Block> rotationBlocks(Student student) {
    return blocksOf(student).stream().filter(block -> block.kind() == BlockKind.ROTATION).toList();
  }

  /// Meals and assemblies: the station of that kind with most free seats.
  private void gather(BlockKind blockKind, StationKind stationKind) {
    var stations =
        school.stations().values().stream().filter(each -> each.kind() == stationKind).toList();
    for (var student : school.students()) {
      for (var block : blocksOf(student)) {
        if (block.kind() == blockKind) {
          stations.stream()
              .filter(station -> draft.occupancy().hasRoom(station, block.id()))
              .max(Comparator.comparingInt(each -> draft.occupancy().freeSeats(each, block.id())))
              .ifPresent(station -> draft.put(student, block.id(), station));
        }
      }
    }
  }

  private void rotate() {
    for (var rotation : school.rotations()) {
      var turns = new HashMap<GroupId, Integer>();
      for (var group : rotation.groups()) {
        turns.putIfAbsent(group, turns.size());
      }
      for (var student : school.students()) {
        var turn = turns.get(student.group());
        if (turn != null && student.schedule().equals(rotation.schedule())) {
          rotate(student, rotation, turn);
        }
      }
    }
  }

  private void rotate(Student student, Rotation rotation, int turn) {
    int n = 0;
    for (var block : rotationBlocks(student)) {
      if (draft.isFree(student, block.id()) && !rotation.stations().isEmpty()) {
        var id = rotation.stations().get((turn + n) % rotation.stations().size());
        rotate(student, rotation, block, draft.station(id));
      }
      n++;
    }
  }

  private void rotate(Student student, Rotation rotation, Block block, Optional<Station> station) {
    if (station.filter(each -> draft.occupancy().hasRoom(each, block.id())).isPresent()) {
      draft.put(student, block.id(), station.get());
      return;
    }
    var reason = station.isPresent() ? Reason.FULL : Reason.NO_STATION;
    unmet.add(new Unmet(student.id(), rotation.id(), Optional.of(block.id()), reason));
  }

  /// At home, as far as home has room.
  private void rest() {
    for (var student : school.students()) {
      for (var block : blocksOf(student)) {
        if (draft.isFree(student, block.id())) {
          rest(student, block);
        }
      }
    }
  }

  private void rest(Student student, Block block) {
    var home = draft.station(student.home());
    if (home.filter(each -> draft.occupancy().hasRoom(each, block.id())).isPresent()) {
      draft.put(student, block.id(), home.get());
      return;
    }
    if (!student.home().equals(school.overflow())) {
      var reason = home.isPresent() ? Reason.FULL : Reason.NO_STATION;
      unmet.add(new Unmet(student.id(), "home", Optional.of(block.id()), reason));
    }
    draft.putIntoOverflow(student, block.id());
  }

  private List<Assignment> inOrder() {
    return school.students().stream()
        .flatMap(
            student ->
                blocksOf(student).stream().flatMap(block -> draft.at(student, block.id()).stream()))
        .toList();
  }
}

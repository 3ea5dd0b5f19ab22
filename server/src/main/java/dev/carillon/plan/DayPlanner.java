package dev.carillon.plan;

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
import dev.carillon.school.Unmet;
import dev.carillon.school.Unmet.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who goes where in which block of a day.
///
/// Six passes, each over what the ones before left: overlays and rooms with turns of their own
/// ([Pinned]); meals and assemblies; what service plans mandate; groups that rotate, as a Latin
/// square; playlists ([PlaylistPlanner]); and everybody else at home. Whoever finds no room is at
/// the overflow station, which takes any number, so that nobody is ever sent nowhere.
///
/// Never broken: hard caps, who may be where, who is better apart, adults in two rooms at once,
/// closed stations, and places that are fixed. Soft caps are exceeded only when there is no other
/// place. The same school, day and circumstances give the same plan.
public final class DayPlanner {
  private final School school;
  private final DayPlan day;
  private final Draft draft;
  private final Map<ScheduleId, List<Block>> blocks = new HashMap<>();
  private final List<Unmet> unmet = new ArrayList<>();

  private DayPlanner(School school, DayPlan day, Circumstances circumstances) {
    this.school = school;
    this.day = day;
    for (var schedule : day.schedules()) {
      blocks.put(schedule.id(), schedule.blocks());
    }
    this.draft =
        new Draft(
            school,
            day.schedules().stream().flatMap(each -> each.blocks().stream()).toList(),
            circumstances);
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
    return planned(school, day, Circumstances.USUAL);
  }

  public static Planned planned(School school, DayPlan day, Circumstances circumstances) {
    return new DayPlanner(school, day, circumstances).planned();
  }

  private Planned planned() {
    unmet.addAll(new Pinned(school, day, draft).put());
    gather(BlockKind.MEAL, StationKind.MEAL);
    gather(BlockKind.ASSEMBLY, StationKind.ASSEMBLY);
    var playlists = new PlaylistPlanner(draft, this::rotationBlocks);
    playlists.planMandated();
    rotate();
    playlists.planOthers();
    unmet.addAll(playlists.unmet());
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
        if (block.kind() == blockKind && draft.isFree(student, block.id())) {
          stations.stream()
              .filter(station -> isFit(student, station, block))
              .max(Comparator.comparingInt(each -> draft.occupancy().freeSeats(each, block.id())))
              .ifPresent(station -> draft.put(student, block.id(), station));
        }
      }
    }
  }

  private boolean isFit(Student student, Station station, Block block) {
    return station.terms().admits().admits(student) && draft.fits(student, station, block);
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
    if (station.filter(each -> isFit(student, each, block)).isPresent()) {
      draft.put(student, block.id(), station.get());
      return;
    }
    var reason = station.map(each -> reason(each, block)).orElse(Reason.NO_STATION);
    unmet.add(new Unmet(student.id(), rotation.id(), Optional.of(block.id()), reason));
  }

  private Reason reason(Station station, Block block) {
    if (!draft.isOpen(station, block)) {
      return Reason.CLOSED;
    }
    return draft.occupancy().hasRoom(station, block.id()) ? Reason.CLASH : Reason.FULL;
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
    if (home.filter(each -> draft.fits(student, each, block)).isPresent()) {
      draft.put(student, block.id(), home.get());
      return;
    }
    if (!student.home().equals(school.overflow())) {
      var reason = home.map(each -> reason(each, block)).orElse(Reason.NO_STATION);
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

package dev.carillon.floor;

import dev.carillon.floor.Timeline.Last;
import dev.carillon.floor.Timeline.Local;
import dev.carillon.floor.Timeline.Running;
import dev.carillon.floor.Timeline.Steered;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.DayPlan.Parent;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.LocalRotation;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// The turns that rooms take inside blocks of the school (ADR 15).
///
/// They have bells, arrivals and controls as every timeline has, and one thing more: a block of the
/// school they live in. They stand while it stands and are fitted anew when it moves; what does not
/// fit any more goes on in the next block of the same rotation.
record LocalTurns(Floor floor) {
  /// After these the time that stood is a delay of the turn it stood in.
  private static final Set<String> RESUMING = Set.of("resume", "end-insert");

  /// The turns a student takes inside a block of her schedule. Empty when her group takes none
  /// there, and when she is pinned or was put somewhere for the whole block.
  Optional<Timeline> of(Student student, BlockId block) {
    var rotations = floor.school().arrangements().localRotations();
    if (rotations.isEmpty() || isPinned(student, block)) {
      return Optional.empty();
    }
    return rotations.stream()
        .filter(rotation -> rotation.schedule().equals(student.schedule()))
        .filter(rotation -> rotation.groups().contains(student.group()))
        .flatMap(rotation -> rotation.nameOf(block).map(rotation::idIn).stream())
        .flatMap(id -> Optional.ofNullable(floor.timelines().get(id)).stream())
        .filter(timeline -> !timeline.blocks().isEmpty())
        .findFirst();
  }

  private boolean isPinned(Student student, BlockId block) {
    return floor.placing().moved(student.id(), block).isPresent()
        || floor
            .planned(student.id(), block)
            .filter(place -> place.source() == Source.OVERLAY)
            .isPresent();
  }

  /// Where the group of a student is in a turn.
  Optional<Assignment> place(Student student, BlockId turn) {
    return place(student, turn, floor.placing().turning());
  }

  /// Where it would be had nobody changed anything of the turns today.
  Optional<Assignment> planned(Student student, BlockId turn) {
    return place(student, turn, Turning.NONE);
  }

  private Optional<Assignment> place(Student student, BlockId turn, Turning turning) {
    var line = lineOf(turn);
    var rotation = line.flatMap(this::rotationOf);
    if (rotation.isEmpty()) {
      return Optional.empty();
    }
    int number = LocalRotation.numberOf(turn);
    var group = turning.groupOf(student.id(), rotation.get().id(), number).orElse(student.group());
    return stationOf(line.get().id(), rotation.get(), group, number, turning)
        .flatMap(each -> Optional.ofNullable(floor.school().stations().get(each)))
        .map(station -> place(student, turn, station));
  }

  /// Where a group of a rotation is in a turn.
  Optional<StationId> stationOf(ScheduleId turns, LocalRotation rotation, GroupId group, int turn) {
    return stationOf(turns, rotation, group, turn, floor.placing().turning());
  }

  private static Optional<StationId> stationOf(
      ScheduleId turns, LocalRotation rotation, GroupId group, int turn, Turning turning) {
    return rotation
        .stationOf(turning.rootOf(turns, group, turn), turn)
        .map(station -> turning.rootOf(turns, station, turn));
  }

  private static Assignment place(Student student, BlockId turn, Station station) {
    return new Assignment(
        student.id(), turn, station.id(), "", station.activity(), "", Source.TURN, false);
  }

  Optional<Timeline> lineOf(BlockId turn) {
    return floor.timelines().values().stream()
        .filter(timeline -> timeline.local().isPresent() && timeline.indexOf(turn) >= 0)
        .findFirst();
  }

  Optional<LocalRotation> rotationOf(Timeline timeline) {
    return timeline
        .local()
        .map(Local::parent)
        .map(Parent::rotation)
        .flatMap(floor.school().arrangements()::localRotation);
  }

  Optional<LocalRotation> rotationOf(ScheduleId turns) {
    return Optional.ofNullable(floor.timelines().get(turns)).flatMap(this::rotationOf);
  }

  /// Who takes the turns of a rotation when nothing else is planned for her.
  List<Student> studentsOf(LocalRotation rotation) {
    return floor.school().students().stream()
        .filter(student -> student.schedule().equals(rotation.schedule()))
        .filter(student -> rotation.groups().contains(student.group()))
        .toList();
  }

  /// The turns of one block from a number on.
  List<Block> turnsFrom(ScheduleId turns, int from) {
    return Optional.ofNullable(floor.timelines().get(turns))
        .filter(line -> !line.ended())
        .map(line -> turnsFrom(line, from))
        .orElse(List.of());
  }

  private static List<Block> turnsFrom(Timeline line, int from) {
    return line.blocks().stream()
        .filter(turn -> LocalRotation.numberOf(turn.id()) >= from)
        .toList();
  }

  /// The turns of the whole day from a number on, of the rotation that takes those turns.
  List<Block> turnsToday(ScheduleId turns, int from) {
    return rotationOf(turns).stream()
        .flatMap(rotation -> rotation.blocks().stream().map(rotation::idIn))
        .flatMap(id -> turnsFrom(id, from).stream())
        .toList();
  }

  /// The number of the first turn of today that has not begun.
  int firstNotTaken(LocalRotation rotation) {
    return rotation.blocks().stream()
        .flatMap(name -> Optional.ofNullable(floor.timelines().get(rotation.idIn(name))).stream())
        .flatMap(line -> line.entered().stream())
        .mapToInt(turn -> LocalRotation.numberOf(turn) + 1)
        .max()
        .orElse(0);
  }

  /// Whether the block of the school it is in is the one that runs.
  boolean isRunning(Timeline timeline) {
    return !timeline.ended()
        && timeline
            .local()
            .map(Local::parent)
            .filter(parent -> parentOf(parent).filter(parent.block()::equals).isPresent())
            .isPresent();
  }

  private Optional<BlockId> parentOf(Parent parent) {
    return Optional.ofNullable(floor.timelines().get(parent.schedule()))
        .flatMap(Timeline::current)
        .map(Block::id);
  }

  /// The turns as they are when the running one ends later.
  List<Block> later(Timeline timeline, int index, Duration by) {
    var parent = timeline.local().map(Local::parent).orElseThrow();
    var block =
        Optional.ofNullable(floor.timelines().get(parent.schedule()))
            .flatMap(schedule -> schedule.block(parent.block()));
    var rotation = rotationOf(timeline);
    if (block.isEmpty() || rotation.isEmpty()) {
      return timeline.blocks();
    }
    return fitted(rotation.get(), timeline, block.get(), index, by);
  }

  private static List<Block> fitted(
      LocalRotation rotation, Timeline timeline, Block parent, int index, Duration by) {
    var turns = timeline.blocks().subList(0, index + 1);
    int wanted = Math.max(0, timeline.published().size() - turns.size());
    var name = rotation.nameOf(parent.id()).orElseThrow();
    return rotation.fitted(name, parent, turns, wanted, turns.getLast().end().plus(by));
  }

  /// The floor after a control of a schedule of the school, with the turns inside its blocks fitted
  /// anew.
  Floor follow(Timeline before, Timeline parent, Instant at) {
    var next = floor;
    for (var rotation : floor.school().arrangements().localRotations()) {
      if (rotation.schedule().equals(parent.id())) {
        var stood = stood(before, parent, at);
        next = new LocalTurns(next).follow(rotation, parent, Optional.of(stood), at);
      }
    }
    return next;
  }

  /// The floor after a control of a room's own: the blocks to come go on where this one stops.
  Floor goOn(Timeline timeline, Instant at) {
    var parent = timeline.local().map(local -> floor.timelines().get(local.parent().schedule()));
    var rotation = rotationOf(timeline);
    return parent.isPresent() && rotation.isPresent()
        ? follow(rotation.get(), parent.get(), Optional.empty(), at)
        : floor;
  }

  private static Duration stood(Timeline before, Timeline parent, Instant at) {
    boolean isResuming =
        parent.last().filter(last -> RESUMING.contains(last.control())).isPresent();
    return switch (before.running()) {
      case Running.Paused(var since) when isResuming -> Duration.between(since, at);
      case Running.Inserted(var since, _, Running.Going _) when isResuming ->
          Duration.between(since, at);
      case Running.Going _, Running.Paused _, Running.Holding _, Running.Inserted _ ->
          Duration.ZERO;
    };
  }

  /// @param stood how long the school's schedule stood; empty when it did not change
  private Floor follow(
      LocalRotation rotation, Timeline parent, Optional<Duration> stood, Instant at) {
    var next = floor.next();
    int number = first(rotation);
    for (var name : rotation.blocks()) {
      var known = Optional.ofNullable(floor.timelines().get(rotation.idIn(name)));
      var block = parent.block(rotation.parentOf(name));
      var line = known.or(() -> block.map(each -> opened(rotation, name, each)));
      if (line.isPresent()) {
        var followed = followed(new Step(rotation, name, parent, stood, at), line.get(), number);
        number = after(followed, number);
        next.timeline(followed);
      }
    }
    return next.at(at);
  }

  /// One timeline inside a block, and what happened to its schedule.
  private record Step(
      LocalRotation rotation, String name, Timeline parent, Optional<Duration> stood, Instant at) {
    Optional<Block> block() {
      return parent.block(rotation.parentOf(name));
    }
  }

  private Timeline opened(LocalRotation rotation, String name, Block block) {
    return Timeline.opened(floor.plan().date(), rotation.in(name, block, 0));
  }

  private Timeline followed(Step step, Timeline line, int number) {
    if (line.ended()) {
      return line;
    }
    if (line.entered().isEmpty()) {
      var turns =
          step.block()
              .map(block -> step.rotation().turns(step.name(), block, number))
              .orElse(List.of());
      return with(step, line, turns);
    }
    return step.block()
        .filter(_ -> step.stood().isPresent())
        .map(block -> with(step, line, fitted(step, line, block)))
        .orElse(line);
  }

  /// Nothing moves in a room when its block keeps its times and the school's time did not stand.
  private static List<Block> fitted(Step step, Timeline line, Block parent) {
    var stood = step.stood().orElse(Duration.ZERO);
    boolean isSame = stood.isZero() && line.blocks().getLast().end().equals(parent.end());
    // A room that stands by itself is not late because of the school.
    boolean isGoing = line.running() instanceof Running.Going;
    return isSame
        ? line.blocks()
        : fitted(step.rotation(), line, parent, line.position(), isGoing ? stood : Duration.ZERO);
  }

  private Timeline with(Step step, Timeline line, List<Block> turns) {
    var by =
        new Steered(
            Timeline.FOLLOWING,
            step.parent().last().map(Last::by).orElse(PersonId.SYSTEM),
            step.at(),
            floor.plan().dayType());
    return line.following(by, turns, step.parent().standsAt(), floor.school().rules());
  }

  /// The number of the first turn of the day; on a day that has none of its blocks, of the day to
  /// come.
  private int first(LocalRotation rotation) {
    return floor.plan().schedules().stream()
        .filter(plan -> plan.parent().filter(it -> it.rotation().equals(rotation.id())).isPresent())
        .flatMap(plan -> plan.blocks().stream())
        .mapToInt(turn -> LocalRotation.numberOf(turn.id()))
        .min()
        .orElseGet(() -> floor.carried().turns().getOrDefault(rotation.id(), 0));
  }

  /// Of a timeline that is over only the turns that began have been taken.
  private static int after(Timeline line, int number) {
    var last =
        line.ended() ? line.entered() : line.blocks().stream().reduce((_, b) -> b).map(Block::id);
    return last.map(turn -> LocalRotation.numberOf(turn) + 1).orElse(number);
  }

  /// The number of the turn each rotation begins with tomorrow.
  Map<String, Integer> carried() {
    return tomorrow(
        (line, next) -> line.entered().map(LocalRotation::numberOf).orElse(next - 1) + 1);
  }

  /// The same, if the rest of the day runs as it stands.
  Map<String, Integer> expected() {
    return tomorrow(LocalTurns::after);
  }

  /// @param after the number of the turn after those of a timeline, given that of its first one
  private Map<String, Integer> tomorrow(BiFunction<Timeline, Integer, Integer> after) {
    var carried = new HashMap<String, Integer>();
    for (var rotation : floor.school().arrangements().localRotations()) {
      int next = first(rotation);
      for (var name : rotation.blocks()) {
        var line = floor.timelines().get(rotation.idIn(name));
        next = line == null ? next : after.apply(line, next);
      }
      if (!rotation.stations().isEmpty()) {
        carried.put(rotation.id(), next % rotation.stations().size());
      }
    }
    return carried;
  }

  /// The floor with the turns as they were before the last control of a schedule of the school,
  /// where nobody has been told anything since.
  Floor undone(Timeline parent, Event.ControlUndone event) {
    var next = floor.next();
    for (var line : floor.timelines().values()) {
      boolean isInside =
          line.local().filter(it -> it.parent().schedule().equals(parent.id())).isPresent();
      boolean hasFollowed =
          line.isFresh() && line.last().map(Last::at).equals(parent.last().map(Last::at));
      if (isInside && hasFollowed) {
        next.timeline(line.undone(event.by(), event.at(), floor.school().rules()));
      }
    }
    return next.at(floor.at());
  }

  /// The floor when a block of the school has begun, or its day is over: the turns inside the
  /// blocks before it are over.
  Floor over(Timeline parent) {
    var next = floor.next();
    for (var line : floor.timelines().values()) {
      var block = line.local().map(Local::parent).filter(it -> it.schedule().equals(parent.id()));
      int index = block.map(it -> parent.indexOf(it.block())).orElse(-1);
      boolean isBehind = index >= 0 && (index < parent.position() || parent.ended());
      if (isBehind && !line.ended()) {
        next.timeline(line.over());
      }
    }
    return next.at(floor.at());
  }
}

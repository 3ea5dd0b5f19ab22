package dev.carillon.floor;

import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.ControlUndone;
import dev.carillon.floor.Event.DayTypeSwitched;
import dev.carillon.floor.Event.ScheduleChanged;
import dev.carillon.floor.Event.ScheduleEnded;
import dev.carillon.floor.Event.ScheduleHeld;
import dev.carillon.floor.Event.ScheduleInserted;
import dev.carillon.floor.Event.SchedulePaused;
import dev.carillon.floor.Event.ScheduleResumed;
import dev.carillon.floor.Event.TimelineEvent;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.Timeline.Before;
import dev.carillon.floor.Timeline.Last;
import dev.carillon.floor.Timeline.Running;
import dev.carillon.floor.Timeline.Steered;
import dev.carillon.floor.Touched.Part;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What bells, blocks and controls change.
record TimelineFacts(Floor floor) {
  Evolved evolve(TimelineEvent event) {
    return switch (floor.timelines().get(event.schedule())) {
      case null -> new Evolved(floor, Touched.NOTHING);
      case Timeline timeline -> evolve(timeline, event);
    };
  }

  private Evolved evolve(Timeline timeline, TimelineEvent event) {
    return switch (event) {
      case SchedulePaused(_, var by, _, var at) ->
          steered(timeline, "pause", by, at, new Running.Paused(at), timeline.blocks());
      case ScheduleHeld(_, var by, _, var block, var at) ->
          steered(timeline, "hold", by, at, new Running.Holding(block), timeline.blocks());
      case ScheduleInserted(_, var by, _, var insertion, var at) ->
          steered(
              timeline,
              "insert",
              by,
              at,
              new Running.Inserted(timeline.reached(at), insertion, timeline.running()),
              timeline.blocks());
      case ScheduleResumed(_, var by, _, var blocks, var at) ->
          steered(timeline, resuming(timeline), by, at, resumed(timeline), blocks);
      case ScheduleChanged(_, var by, var control, _, var blocks, var at) ->
          steered(timeline, control, by, at, timeline.running(), blocks);
      case DayTypeSwitched(_, var by, var dayType, _, var blocks, var at) ->
          switched(
              steered(timeline, "switch-day", by, at, timeline.running(), blocks), dayType, at);
      case ControlUndone undone -> undone(timeline, undone);
      case BellRang(var bell, _, _, var scheduledFor, var at, _) ->
          heard(timeline, timeline.settled(bell, scheduledFor), at);
      case BellMissed(var bell, _, _, var scheduledFor, var at) ->
          heard(timeline, timeline.settled(bell, scheduledFor), at);
      case BlockEntered entered -> entered(timeline, entered);
      case ScheduleEnded(_, var at) -> over(timeline.over(), at);
    };
  }

  /// An insertion ends in what was before it, if that stood as well.
  private static Running resumed(Timeline timeline) {
    return switch (timeline.running()) {
      case Running.Inserted(_, _, var before) -> before;
      case Running.Going _, Running.Paused _, Running.Holding _ -> Timeline.GOING;
    };
  }

  private static String resuming(Timeline timeline) {
    return switch (timeline.running()) {
      case Running.Holding _ -> "release";
      case Running.Inserted _ -> "end-insert";
      case Running.Going _, Running.Paused _ -> "resume";
    };
  }

  private Evolved steered(
      Timeline timeline,
      String control,
      PersonId by,
      Instant at,
      Running running,
      List<Block> blocks) {
    var steered = new Steered(control, by, at, floor.plan().dayType());
    return changed(timeline.steered(steered, running, blocks, floor.school().rules()), at);
  }

  private Evolved undone(Timeline timeline, ControlUndone event) {
    var rules = floor.school().rules();
    var back = new LocalTurns(floor).undone(timeline, event);
    var undone =
        new TimelineFacts(back).changed(timeline.undone(event.by(), event.at(), rules), event.at());
    var was = timeline.last().flatMap(Last::before).map(Before::dayType);
    return was.filter(type -> !type.equals(floor.plan().dayType()))
        .map(type -> switched(undone, type, event.at()))
        .orElse(undone);
  }

  private static Evolved switched(Evolved steered, String dayType, Instant at) {
    var floor = steered.floor();
    return new Evolved(
        floor.next().plan(floor.plan().ofType(dayType)).at(at),
        steered.touched().and(Touched.WHOLE));
  }

  /// Before the first block has begun another one may come first, and whoever gathers for an
  /// assembly is due there.
  private Evolved changed(Timeline timeline, Instant at) {
    var was = floor.timelines().getOrDefault(timeline.id(), timeline);
    var next = inside(was, timeline, floor.next().timeline(timeline).at(at), at);
    var touched = Touched.NOTHING;
    for (var line : next.timelines().values()) {
      var old = floor.timelines().getOrDefault(line.id(), line);
      if (!old.equals(line) || line.id().equals(timeline.id())) {
        touched = touched.and(Touched.schedule(line.id()));
        touched = idsOf(old).equals(idsOf(line)) ? touched : touched.and(Touched.part(Part.PLAN));
      }
    }
    boolean isDueElsewhere =
        timeline.entered().isEmpty() || !was.insertion().equals(timeline.insertion());
    return isDueElsewhere
        ? new Whereabouts(next).after(students(timeline), at, touched)
        : new Evolved(next, touched);
  }

  /// The turns inside the blocks of a schedule follow it; those of other blocks go on where the
  /// turns of one stop.
  private static Floor inside(Timeline was, Timeline timeline, Floor next, Instant at) {
    var turns = new LocalTurns(next);
    return timeline.local().isPresent()
        ? turns.goOn(timeline, at)
        : turns.follow(was, timeline, at);
  }

  private Evolved over(Timeline ended, Instant at) {
    var over = changed(ended, at);
    return new Evolved(new LocalTurns(over.floor()).over(ended), over.touched());
  }

  private List<PersonId> students(Timeline timeline) {
    return floor.studentsOf(timeline.id()).stream().map(Student::id).toList();
  }

  private static List<BlockId> idsOf(Timeline timeline) {
    return timeline.blocks().stream().map(Block::id).toList();
  }

  /// The agenda said so before; what changes is that the last control cannot be taken back.
  private Evolved heard(Timeline before, Timeline timeline, Instant at) {
    return new Evolved(
        floor.next().timeline(timeline).at(at),
        before.isFresh() ? Touched.schedule(timeline.id()) : Touched.NOTHING);
  }

  private Evolved entered(Timeline timeline, BlockEntered event) {
    var students = students(timeline);
    var placing = floor.placing().released(Set.copyOf(students), event.at());
    var entering = timeline.entering(event.block());
    var turned =
        new LocalTurns(floor.next().timeline(entering).placing(placing).at(event.at()))
            .over(entering);
    var next = new SharedRooms(turned).entered(floor, students, event.at());
    var attendance = floor.attendance();
    var stations = new HashSet<StationId>();
    for (var student : students) {
      for (var place : next.assignmentNow(student).stream().toList()) {
        var old = Optional.ofNullable(floor.arrivals().get(student));
        old.ifPresent(each -> stations.addAll(List.of(each.due(), each.seenAt())));
        stations.add(place.station());
        var expected = new Whereabouts(next).expected(student, place, event.at());
        attendance = attendance.with(student, arrival(old, expected));
      }
    }
    return new Evolved(
        next.next().attendance(attendance).at(event.at()), touched(timeline, stations));
  }

  /// Who walked early is there already: seen at the next place after the wrap-up began.
  private Arrival arrival(Optional<Arrival> old, Arrival expected) {
    // The first turn inside a block begins with the block, and may be entered after it.
    var same = old.filter(each -> each.block().equals(expected.block()));
    if (same.filter(each -> each.due().equals(expected.due())).isPresent() && isTurn(expected)) {
      return same.get();
    }
    return old.filter(_ -> expected.state() == ArrivalState.EXPECTED)
        .filter(each -> each.state() == ArrivalState.ELSEWHERE)
        .filter(each -> each.seenAt().equals(expected.due()))
        .filter(this::isInWarn)
        .map(
            each ->
                expected.seen(ArrivalState.ARRIVED, expected.due(), each.trust(), expected.since()))
        .orElse(expected);
  }

  private boolean isTurn(Arrival arrival) {
    return floor.timelines().values().stream()
        .anyMatch(line -> line.local().isPresent() && line.indexOf(arrival.block()) >= 0);
  }

  private boolean isInWarn(Arrival old) {
    return floor.timelines().values().stream()
        .flatMap(line -> line.block(old.block()).stream())
        .findFirst()
        .filter(block -> !old.since().isBefore(Phases.of(block).warnAt()))
        .isPresent();
  }

  private Touched touched(Timeline timeline, Set<StationId> stations) {
    return new Touched(
        false,
        Set.of(timeline.id()),
        true,
        Set.<PersonId>of(),
        stations,
        new HashSet<HelpId>(floor.help().orders().keySet()),
        true,
        Set.of(),
        Set.of());
  }
}

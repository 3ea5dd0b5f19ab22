package dev.carillon.floor;

import static org.assertj.core.api.Assertions.fail;

import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.Id;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What must be so after every entry of a log, worked out anew from what the floor says of each
/// student and each block: nothing the floor counts by itself is believed.
final class FloorPromises {
  /// Nobody can hear two bells of one schedule apart that move people and are closer than this.
  private static final Duration BELLS_APART = Duration.ofSeconds(30);

  private static final int RECOUNTED_EACH = 40;

  private static final Set<BellKind> MOVING = Set.of(BellKind.MOVE, BellKind.END, BellKind.DISMISS);

  private final String day;
  private final Set<BellId> settled = new HashSet<>();
  private final Map<ScheduleId, Instant> lastMove = new HashMap<>();
  private final Map<ScheduleId, Set<BlockId>> entered = new HashMap<>();
  private String what = "opening";
  private int entries;

  FloorPromises(String day, Floor floor) {
    this.day = day;
    check(floor);
  }

  /// The floor after an entry, with every promise checked.
  Floor next(Floor before, List<Event> events, String asked) {
    what = asked;
    var floor = before;
    for (var event : events) {
      heard(event);
      floor = floor.evolve(event).floor();
    }
    if (!events.isEmpty()) {
      versions(before, floor);
      check(floor);
      recounted(floor);
    }
    return floor;
  }

  /// Every block that stands in the plan was entered and its move bell heard.
  void dayIsOver(Floor floor) {
    what = "dismissal";
    for (var timeline : floor.timelines().values()) {
      for (var block : timeline.blocks()) {
        var known = entered.getOrDefault(timeline.id(), Set.of());
        promise(known.contains(block.id()), block.id(), "was entered");
      }
    }
  }

  private void heard(Event event) {
    switch (event) {
      case BellRang rang -> {
        promise(settled.add(rang.bell()), rang.bell(), "rings once");
        if (MOVING.contains(rang.kind())) {
          movedOn(rang);
        }
      }
      case BellMissed missed ->
          promise(settled.add(missed.bell()), missed.bell(), "is missed once");
      case BlockEntered(var schedule, var block, _, _) ->
          promise(
              entered.computeIfAbsent(schedule, _ -> new HashSet<>()).add(block),
              block,
              "is entered once");
      default -> {}
    }
  }

  /// A bell that rings late after an outage may come closer; as planned they are apart.
  private void movedOn(BellRang rang) {
    var at = rang.scheduledFor();
    var last = lastMove.put(rang.schedule(), at);
    boolean isApart = last == null || Duration.between(last, at).compareTo(BELLS_APART) >= 0;
    promise(isApart, rang.bell(), "rings apart from the one before");
  }

  /// Everybody's day is looked at again only now and then, which in a large school takes long.
  private void recounted(Floor floor) {
    if (entries++ % RECOUNTED_EACH == 0) {
      Recount.checkSome(floor, entries, () -> day + ", after " + what);
    }
  }

  private void versions(Floor before, Floor after) {
    for (var timeline : after.timelines().values()) {
      var was = before.timelines().get(timeline.id());
      if (was != null) {
        promise(timeline.version() - was.version() <= 1, "a version grows by one");
        boolean moved = !timeline.blocks().equals(was.blocks());
        promise(!moved || timeline.version() == was.version() + 1, "a new plan has a new version");
        history(was, timeline);
      }
    }
  }

  /// What has begun is not begun again, and what is over does not change.
  private void history(Timeline was, Timeline is) {
    int entered = was.position();
    promise(is.position() >= entered, was.id(), "never goes back");
    for (int i = 0; i < entered; i++) {
      promise(was.blocks().get(i).equals(is.blocks().get(i)), was.id(), "keeps its history");
    }
  }

  private void check(Floor floor) {
    floor.timelines().values().forEach(this::boundaries);
    var states = new EnumMap<ArrivalState, Integer>(ArrivalState.class);
    var due = new HashMap<StationId, Integer>();
    for (var student : floor.school().students()) {
      var arrival = floor.arrivals().get(student.id());
      place(floor, student, arrival);
      if (arrival != null) {
        states.merge(arrival.state(), 1, Integer::sum);
        due.merge(arrival.due(), 1, Integer::sum);
      }
    }
    counts(floor.attendance(), states, due);
  }

  private void boundaries(Timeline timeline) {
    Block before = null;
    for (var block : timeline.blocks()) {
      promise(block.start().isBefore(block.end()), block.id(), "has a length");
      boolean isAfter = before == null || !block.start().isBefore(before.end());
      promise(isAfter, block.id(), "starts after the one before");
      before = block;
    }
    Instant last = Instant.MIN;
    for (var edge : Agenda.of(timeline, Rules.DEFAULTS).edges()) {
      promise(last.isBefore(edge.at()), timeline.id(), "has an agenda in order");
      last = edge.at();
    }
  }

  private void place(Floor floor, Student student, Arrival arrival) {
    var place = floor.assignmentNow(student.id());
    promise(place.isPresent() == (arrival != null), student.id(), "has one place");
    if (arrival != null) {
      promise(place.get().station().equals(arrival.due()), student.id(), "is due where she is");
      promise(place.get().block().equals(arrival.block()), student.id(), "is in her block");
    }
  }

  private void counts(
      Attendance attendance, Map<ArrivalState, Integer> states, Map<StationId, Integer> due) {
    int all = states.values().stream().mapToInt(Integer::intValue).sum();
    promise(attendance.everyone().planned() == all, "the counts sum to the students");
    for (var state : states.entrySet()) {
      var one = Tally.NONE.plus(state.getKey(), state.getValue());
      promise(of(attendance.everyone(), one), "everybody in a state is counted");
    }
    due.forEach(
        (station, n) ->
            promise(attendance.at(station).planned() == n, station, "counts who is due there"));
  }

  /// Whether the sum has the one column that the other has.
  private static boolean of(Tally sum, Tally one) {
    return (one.expected() == 0 || one.expected() == sum.expected())
        && (one.prompted() == 0 || one.prompted() == sum.prompted())
        && (one.arrived() == 0 || one.arrived() == sum.arrived())
        && (one.late() == 0 || one.late() == sum.late())
        && (one.missing() == 0 || one.missing() == sum.missing())
        && (one.elsewhere() == 0 || one.elsewhere() == sum.elsewhere())
        && (one.staying() == 0 || one.staying() == sum.staying())
        && (one.excused() == 0 || one.excused() == sum.excused())
        && (one.departed() == 0 || one.departed() == sum.departed());
  }

  private void promise(boolean holds, Id whose, String promise) {
    if (!holds) {
      promise(false, whose.value() + " " + promise);
    }
  }

  private void promise(boolean holds, String promise) {
    if (!holds) {
      fail("%s, after %s: broken: %s", day, what, promise);
    }
  }
}

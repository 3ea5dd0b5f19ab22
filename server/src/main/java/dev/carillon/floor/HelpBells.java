package dev.carillon.floor;

import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.HelpDeferred;
import dev.carillon.floor.Event.HelpDismissed;
import dev.carillon.floor.Event.HelpEvent;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.ScheduleEnded;
import dev.carillon.floor.Event.StudentHeld;
import dev.carillon.floor.HelpRequest.Deferred;
import dev.carillon.floor.HelpTrack.Kept;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// What each bell of the schedules did to the calls that were open when it rang. The turns a room
/// takes inside a block do nothing to them.
///
/// @param bells by the block that began, `SCHEDULE/end` for the end of the day
public record HelpBells(PMap<String, Bell> bells) {
  static final HelpBells NONE = new HelpBells(HashTreePMap.empty());

  /// Calls that were parked before count no more; every other one was carried on, parked or ended.
  ///
  /// @param at empty until it has rung
  /// @param carried still open and not parked after it, those of students kept by a helper included
  /// @param parked by it
  /// @param ended by it: nobody was found, or asked and silent, or a helper had arranged so
  /// @param kept how many students helpers kept over it
  /// @param over for how long those were kept who have been let go
  public record Bell(
      Optional<ScheduleId> schedule,
      Optional<BlockId> block,
      Optional<Instant> at,
      int carried,
      int parked,
      int ended,
      int kept,
      PVector<Duration> over) {
    static final Bell NONE =
        new Bell(
            Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, 0, 0, TreePVector.empty());

    private Bell parkedOne() {
      return new Bell(schedule, block, at, carried, parked + 1, ended, kept, over);
    }

    private Bell endedOne() {
      return new Bell(schedule, block, at, carried, parked, ended + 1, kept, over);
    }

    private Bell keptOne() {
      return new Bell(schedule, block, at, carried, parked, ended, kept + 1, over);
    }

    private Bell letGo(Duration after) {
      return new Bell(schedule, block, at, carried, parked, ended, kept, over.plus(after));
    }

    private Bell rang(ScheduleId line, Optional<BlockId> began, Instant when, int open) {
      return new Bell(Optional.of(line), began, Optional.of(when), open, parked, ended, kept, over);
    }

    private boolean concernedAnybody() {
      return carried + parked + ended > 0;
    }
  }

  /// The key of the bell that comes next for a student.
  static String coming(Floor floor, PersonId student) {
    return floor.scheduleOf(student).map(HelpBells::coming).orElse("");
  }

  private static String coming(Timeline line) {
    return line.blocks().stream()
        .skip(line.position() + 1L)
        .findFirst()
        .map(Block::id)
        .map(BlockId::value)
        .orElseGet(() -> end(line.id()));
  }

  private static String end(ScheduleId schedule) {
    return schedule.value() + "/end";
  }

  /// What a bell does to one request comes before the bell, in the same entry.
  ///
  /// @param floor before the event
  HelpBells after(Floor floor, HelpEvent event, HelpTrack track) {
    return rings(floor, track.student(), event.at()) ? rung(floor, event, track) : this;
  }

  /// Whether the bell that comes next for a student has come: the same is done to a call when she
  /// leaves for the day, or is put elsewhere in the middle of a block.
  private static boolean rings(Floor floor, PersonId student, Instant at) {
    return floor
        .scheduleOf(student)
        .flatMap(line -> edge(line).filter(edge -> !edge.isAfter(line.reached(at))))
        .isPresent();
  }

  /// The beginning of the block that comes next, or the end of the last one.
  private static Optional<Instant> edge(Timeline line) {
    var blocks = line.blocks();
    int next = line.position() + 1;
    return next < blocks.size()
        ? Optional.of(blocks.get(next).start())
        : line.current().map(Block::end);
  }

  private HelpBells rung(Floor floor, HelpEvent event, HelpTrack track) {
    return switch (event) {
      case HelpDeferred _ -> at(floor, track, Bell::parkedOne);
      case StudentHeld _ -> at(floor, track, Bell::keptOne);
      case HelpExpired(_, var reason, _) when !reason.equals(HelpEnds.NO_SHOW) ->
          at(floor, track, Bell::endedOne);
      case HelpResolved(_, var by, _) when by.equals(PersonId.SYSTEM) ->
          at(floor, track, Bell::endedOne);
      case HelpDismissed(var help, _, _, _) when isArranged(floor, help) ->
          at(floor, track, Bell::endedOne);
      case HelpEvent _ -> this;
    };
  }

  /// Whether the bell does what a helper has arranged; what somebody closes by hand is no bell's.
  private static boolean isArranged(Floor floor, HelpId help) {
    return floor
        .help()
        .find(help)
        .flatMap(request -> request.standing().arranged())
        .filter(arranged -> arranged.what() == AtBell.DROP)
        .isPresent();
  }

  private HelpBells at(Floor floor, HelpTrack track, UnaryOperator<Bell> change) {
    return with(coming(floor, track.student()), change);
  }

  HelpBells letGo(Kept kept, Instant at) {
    return with(kept.bell(), bell -> bell.letGo(kept.until(at)));
  }

  HelpBells rang(Floor before, BlockEntered event, Floor next) {
    var line = before.timelines().get(event.schedule());
    if (line == null || line.local().isPresent()) {
      return this;
    }
    int open = open(next, event.schedule());
    var rung =
        with(
            event.block().value(),
            bell -> bell.rang(event.schedule(), Optional.of(event.block()), event.at(), open));
    boolean isMorning = line.entered().isEmpty() && !rung.concernsAnybody(event.block().value());
    return isMorning ? this : rung;
  }

  HelpBells rang(Floor before, ScheduleEnded event, Floor next) {
    var line = before.timelines().get(event.schedule());
    if (line == null || line.local().isPresent()) {
      return this;
    }
    int open = open(next, event.schedule());
    return with(
        end(event.schedule()),
        bell -> bell.rang(event.schedule(), Optional.empty(), event.at(), open));
  }

  private boolean concernsAnybody(String key) {
    return bells.getOrDefault(key, Bell.NONE).concernedAnybody();
  }

  private static int open(Floor floor, ScheduleId schedule) {
    return Math.toIntExact(
        floor.help().open().values().stream()
            .filter(request -> !(request instanceof Deferred))
            .filter(request -> isOn(floor, schedule, request.asked().student()))
            .count());
  }

  private static boolean isOn(Floor floor, ScheduleId schedule, PersonId student) {
    return floor.student(student).filter(each -> each.schedule().equals(schedule)).isPresent();
  }

  private HelpBells with(String key, UnaryOperator<Bell> change) {
    return new HelpBells(bells.plus(key, change.apply(bells.getOrDefault(key, Bell.NONE))));
  }
}

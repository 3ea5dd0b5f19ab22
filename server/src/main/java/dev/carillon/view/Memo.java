package dev.carillon.view;

import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpFigures;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.view.CallRows.OpenCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// What was worked out for one audience and holds for others: functions of values that stay the
/// same for long. Forgetting it changes nothing but the cost. Any thread.
final class Memo {
  private volatile PMap<ScheduleId, ScheduleTables> schedules = HashTreePMap.empty();
  private volatile PMap<List<String>, Own> days = HashTreePMap.empty();
  private volatile @Nullable Roll roll;
  private volatile @Nullable Calls calls;
  private volatile @Nullable Homes homes;
  private volatile @Nullable Figured figured;

  /// The line of one floor, for all its helpers.
  private record Calls(Floor floor, List<OpenCall> open) {
    /// Whether this very floor was looked at.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Floor other) {
      return floor == other;
    }
  }

  /// What the calls of a floor come to, for all its tables of figures.
  private record Figured(Floor floor, HelpFigures figures) {
    /// Whether nothing was counted since, and nobody came or left.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Floor other) {
      return floor.help().figures() == other.help().figures()
          && floor.school() == other.school()
          && floor.carried() == other.carried();
    }
  }

  /// How many are at home, by the station where that is.
  private record Homes(Roll roll, Set<ScheduleId> running, Map<StationId, Integer> atHome) {
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Roll other, Set<ScheduleId> schedules) {
      return roll == other && running.equals(schedules);
    }
  }

  Roll roll(Floor floor) {
    var known = roll;
    var date = floor.plan().date();
    if (known == null || !known.isOf(floor.school(), date)) {
      known = Roll.of(floor.school(), date);
      roll = known;
    }
    return known;
  }

  /// Where students without a schedule today are shown; the same as long as the school and the set
  /// of its schedules that run are.
  Map<StationId, Integer> atHome(Sight sight) {
    var floor = sight.floor();
    if (floor.arrivals().size() == sight.roll().students().size()) {
      return Map.of();
    }
    var running =
        floor.timelines().values().stream()
            .filter(timeline -> timeline.current().isPresent())
            .map(Timeline::id)
            .collect(Collectors.toSet());
    var known = homes;
    if (known == null || !known.isOf(sight.roll(), running)) {
      known = new Homes(sight.roll(), running, sight.atHome());
      homes = known;
    }
    return known.atHome();
  }

  HelpFigures figures(Floor floor) {
    var known = figured;
    if (known == null || !known.isOf(floor)) {
      known = new Figured(floor, HelpFigures.asOfLastChange(floor));
      figured = known;
    }
    return known.figures();
  }

  List<OpenCall> calls(Sight sight) {
    var known = calls;
    if (known == null || !known.isOf(sight.floor())) {
      known = new Calls(sight.floor(), CallRows.open(sight));
      calls = known;
    }
    return known.open();
  }

  /// The day of students who take the same turns.
  ///
  /// @param parts what it was put together from
  private record Own(List<ScheduleTables> parts, ScheduleTables tables) {
    /// Whether nothing it was put together from is another one.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(List<ScheduleTables> others) {
      boolean same = parts.size() == others.size();
      for (int i = 0; same && i < others.size(); i++) {
        same = parts.get(i) == others.get(i);
      }
      return same;
    }
  }

  /// The day of a student: that of her schedule, unless she takes turns inside its blocks.
  ScheduleTables day(Floor floor, PersonId student, Timeline schedule) {
    var day = OwnDay.of(floor, student, schedule);
    var whole = schedule(floor, schedule);
    if (day.turns().isEmpty()) {
      return whole;
    }
    var parts = new LinkedHashMap<BlockId, ScheduleTables>();
    day.turns().forEach((block, line) -> parts.put(block, schedule(floor, line)));
    var from = new ArrayList<>(parts.values());
    from.add(whole);
    var known = days.get(day.key());
    if (known == null || !known.isOf(from)) {
      known = new Own(List.copyOf(from), day.tables(whole, parts));
      days = days.plus(day.key(), known);
    }
    return known.tables();
  }

  ScheduleTables schedule(Floor floor, Timeline timeline) {
    var known = schedules.get(timeline.id());
    if (known == null || !known.isOf(floor, timeline)) {
      known = ScheduleTables.of(floor, timeline);
      schedules = schedules.plus(timeline.id(), known);
    }
    return known;
  }
}

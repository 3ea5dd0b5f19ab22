package dev.carillon.view;

import dev.carillon.floor.Floor;
import dev.carillon.floor.FreeSeats;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.view.CallRows.OpenCall;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// What was worked out for one audience and holds for others: functions of values that stay the
/// same for long. Forgetting it changes nothing but the cost. Any thread.
final class Memo {
  private volatile PMap<ScheduleId, ScheduleTables> schedules = HashTreePMap.empty();
  private volatile @Nullable Roll roll;
  private volatile @Nullable Calls calls;
  private volatile @Nullable FreeSeats seats;

  /// The line of one floor, for all its helpers.
  private record Calls(Floor floor, List<OpenCall> open) {
    /// Whether this very floor was looked at.
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Floor other) {
      return floor == other;
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

  List<OpenCall> calls(Sight sight) {
    var known = calls;
    if (known == null || !known.isOf(sight.floor())) {
      known = new Calls(sight.floor(), CallRows.open(sight));
      calls = known;
    }
    return known.open();
  }

  /// Counted once for all who look at one floor.
  @SuppressWarnings("ReferenceEquality")
  FreeSeats seats(Floor floor) {
    var known = seats;
    if (known == null || known.floor() != floor) {
      known = floor.freeSeats();
      seats = known;
    }
    return known;
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

package dev.carillon.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: the figures of settling say what happened, whatever happened. Method: a day of a large
/// school from a named seed, with controls, arrivals and placings; after each event that changes
/// any arrival every student is looked at anew and written down when she is first where she is due,
/// and in the end the figures are what these notes sum up to. A second floor that only reads the
/// events knows the same.
final class SettlingWalkTest {
  private static final Duration STEP_MAX = Duration.ofMinutes(4);

  private final Map<BlockId, Instant> bells = new HashMap<>();
  private final Map<BlockId, Map<StationId, List<Long>>> arrived = new HashMap<>();
  private final Map<BlockId, Set<PersonId>> seen = new HashMap<>();
  private final List<Event> log = new ArrayList<>();
  private Floor floor = BigSchool.opened();

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void the_figures_are_what_was_seen_of_each_student(long seed) {
    var dice = new SplittableRandom(seed);
    var now = floor.at();
    while (!floor.timelines().values().stream().allMatch(Timeline::ended)) {
      now = now.plusMillis(dice.nextLong(STEP_MAX.toMillis()));
      dued(now);
      for (int n = dice.nextInt(30); n > 0; n--) {
        var asked = BigSchool.asked(floor, now, dice);
        decided(asked.command(), asked.stamp());
      }
    }
    assertThat(figures(floor)).as("seed %d", seed).isEqualTo(arrived);
    var read = BigSchool.opened();
    for (var event : log) {
      read = read.evolve(event).floor();
    }
    assertThat(read.settled()).as("seed %d, from the log", seed).isEqualTo(floor.settled());
  }

  private void dued(Instant now) {
    for (var due = floor.nextDue(); due.filter(each -> !each.dueAt().isAfter(now)).isPresent(); ) {
      decided(due.get(), Stamp.system(due.get().dueAt()));
      due = floor.nextDue();
    }
  }

  private void decided(Command command, Stamp stamp) {
    if (floor.decide(command, stamp) instanceof Accepted accepted) {
      for (var event : accepted.events()) {
        log.add(event);
        var before = floor.arrivals();
        floor = floor.evolve(event).floor();
        if (event instanceof BlockEntered(_, var block, var bellAt, _)) {
          bells.put(block, bellAt);
          look();
        } else if (!floor.arrivals().equals(before)) {
          look();
        }
      }
    }
  }

  private void look() {
    floor
        .arrivals()
        .forEach(
            (student, arrival) -> {
              var block = arrival.block();
              if (arrival.state() == ArrivalState.ARRIVED
                  && bells.containsKey(block)
                  && seen.computeIfAbsent(block, _ -> new HashSet<>()).add(student)) {
                arrived
                    .computeIfAbsent(block, _ -> new HashMap<>())
                    .computeIfAbsent(arrival.due(), _ -> new ArrayList<>())
                    .add(Duration.between(bells.get(block), floor.at()).toMillis());
              }
            });
  }

  private static Map<BlockId, Map<StationId, List<Long>>> figures(Floor floor) {
    var figures = new HashMap<BlockId, Map<StationId, List<Long>>>();
    floor
        .settled()
        .forEach(
            (block, stations) ->
                stations.forEach(
                    (station, settle) -> {
                      assertThat(settle.late()).isLessThanOrEqualTo(settle.planned());
                      if (!settle.arrivedMs().isEmpty()) {
                        figures
                            .computeIfAbsent(block, _ -> new HashMap<>())
                            .put(station, List.copyOf(settle.arrivedMs()));
                      }
                    }));
    return figures;
  }
}

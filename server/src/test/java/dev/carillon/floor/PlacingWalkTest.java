package dev.carillon.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.AckChange;
import dev.carillon.floor.Command.AllowStay;
import dev.carillon.floor.Command.CallUp;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.EndAway;
import dev.carillon.floor.Command.EndCall;
import dev.carillon.floor.Command.EndStay;
import dev.carillon.floor.Command.OpenStation;
import dev.carillon.floor.Command.ReportArrival;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: whoever is put, called, let stay or away, in whatever order, each student has exactly one
/// place, nobody is put where there is no seat for her when everybody is back, and nothing stays
/// due for ever. Method: days of a small school with two tables for two, from a named seed, at
/// which hardly anything but placing happens; after each event everything is counted anew. In some
/// of them nothing says who has come to the tables.
final class PlacingWalkTest {
  private static final List<PersonId> STUDENTS =
      List.of(Fixtures.MIRA, Fixtures.NOAH, Fixtures.TARIQ, Fixtures.JUNE);
  private static final List<StationId> STATIONS =
      List.of(Fixtures.CLAY, Fixtures.LOOM, Fixtures.CLAY, Fixtures.LOOM, Fixtures.CENTRE);
  private static final int STEP_MS_MAX = 60_000;

  private Floor floor = Fixtures.floor();
  private int put;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void each_student_has_one_place_and_one_seat_d63(long seed) {
    if (seed % 4 == 0) {
      var school = Changed.from(Fixtures.school()).unmeasured(Fixtures.STUDIO).school();
      floor = Floor.opened(Fixtures.dayOpened(school, Fixtures.day()));
    }
    var dice = new SplittableRandom(seed);
    var now = Fixtures.at("07:59");
    for (int n = 0; !Fixtures.at("15:00").isBefore(now); n++) {
      now = now.plusMillis(dice.nextInt(STEP_MS_MAX));
      dued(now, "seed " + seed + ", step " + n);
      var asked = dice.nextInt(4) == 0 ? ofStudent(now, dice) : ofLeader(now, n, dice);
      decided(asked.command(), asked.stamp(), "seed " + seed + ", " + asked);
    }
    dued(Fixtures.at("23:59"), "seed " + seed + ", night");
    assertThat(floor.nextDue()).as("seed %d: nothing stays due", seed).isEmpty();
    assertThat(put).as("seed %d: students were put somewhere", seed).isGreaterThan(20);
  }

  private record Asked(Command command, Stamp stamp) {}

  private Asked ofStudent(Instant now, SplittableRandom dice) {
    var who = student(dice);
    Command command =
        switch (dice.nextInt(3)) {
          case 0 -> new ReportHere();
          case 1 -> new ReportArrival(station(dice), Evidence.CODE);
          default -> new AckChange(block(dice));
        };
    return new Asked(command, new Stamp(who, Role.STUDENT, now));
  }

  private Asked ofLeader(Instant now, int n, SplittableRandom dice) {
    var who = student(dice);
    var block = dice.nextBoolean() ? Optional.of(block(dice)) : Optional.<BlockId>empty();
    Command command =
        switch (dice.nextInt(12)) {
          case 0, 1, 2, 3 ->
              new Retarget(
                  List.of(who, student(dice)),
                  Optional.empty(),
                  station(dice),
                  block,
                  dice.nextBoolean(),
                  "");
          case 4, 5 -> call(n, who, now, dice);
          case 6 ->
              floor.placing().calls().keySet().stream()
                  .findFirst()
                  .<Command>map(EndCall::new)
                  .orElseGet(() -> new EndCall(new CallId("none")));
          case 7 -> new AllowStay(who, dice.nextInt(1, 30), StayReason.TEST);
          case 8 -> new EndStay(who);
          case 9 ->
              new StartAway(
                  who, List.of(AwayKind.values()).get(dice.nextInt(AwayKind.values().length)));
          case 10 -> new EndAway(who);
          default ->
              dice.nextInt(3) == 0
                  ? new CloseStation(station(dice), dice.nextBoolean(), "")
                  : new OpenStation(station(dice));
        };
    return new Asked(command, new Stamp(Fixtures.LENA, Role.LEADER, now));
  }

  private static Command call(int n, PersonId who, Instant now, SplittableRandom dice) {
    return new CallUp(
        new CallId("call-" + n),
        List.of(who, student(dice)),
        Optional.empty(),
        station(dice),
        dice.nextBoolean() ? Optional.of(now.plusSeconds(dice.nextInt(900))) : Optional.empty(),
        dice.nextInt(20),
        "");
  }

  private static PersonId student(SplittableRandom dice) {
    return STUDENTS.get(dice.nextInt(STUDENTS.size()));
  }

  private static StationId station(SplittableRandom dice) {
    return STATIONS.get(dice.nextInt(STATIONS.size()));
  }

  private BlockId block(SplittableRandom dice) {
    var blocks = timeline().blocks();
    return blocks.get(dice.nextInt(blocks.size())).id();
  }

  private Timeline timeline() {
    return floor.timelines().values().iterator().next();
  }

  private void dued(Instant now, String where) {
    for (var due = floor.nextDue(); due.filter(each -> !each.dueAt().isAfter(now)).isPresent(); ) {
      var command = due.get();
      var decision = (Accepted) floor.decide(command, Stamp.system(command.dueAt()));
      assertThat(decision.events()).as("%s: %s moves on", where, command).isNotEmpty();
      applied(decision, where + " " + command.identity());
      due = floor.nextDue();
    }
  }

  private void decided(Command command, Stamp stamp, String where) {
    if (floor.decide(command, stamp) instanceof Accepted accepted) {
      applied(accepted, where);
    }
  }

  private void applied(Accepted accepted, String where) {
    for (var event : accepted.events()) {
      floor = floor.evolve(event).floor();
      STUDENTS.forEach(student -> hasOnePlace(student, where));
      Recount.check(floor, () -> where);
      if (event instanceof StudentsPlaced placed) {
        put++;
        placed.places().forEach(place -> hasSeat(place.station(), place.block(), where));
      }
    }
    int due = STATIONS.stream().distinct().mapToInt(this::due).sum();
    due += due(Fixtures.HALL) + due(Fixtures.LIBRARY);
    assertThat(due).as("%s: everybody is counted once", where).isEqualTo(STUDENTS.size());
  }

  private int due(StationId station) {
    return floor.attendance().at(station).planned();
  }

  private void hasOnePlace(PersonId student, String where) {
    var arrival = floor.arrivals().get(student);
    var place = floor.assignmentNow(student).orElseThrow();
    assertThat(arrival.due()).as("%s: %s", where, student).isEqualTo(place.station());
    assertThat(arrival.block()).as("%s: %s", where, student).isEqualTo(place.block());
  }

  /// Whoever is called away for a moment has her seat to come back to.
  private void hasSeat(StationId station, BlockId block, String where) {
    long seats =
        STUDENTS.stream()
            .filter(
                student ->
                    floor
                        .assignmentAt(student, block)
                        .filter(place -> place.station().equals(station))
                        .isPresent())
            .count();
    int hard = floor.school().stations().get(station).hardCap();
    assertThat(seats)
        .as("%s: %s in %s", where, station, timeline().block(block).map(Block::name))
        .isLessThanOrEqualTo(hard);
  }
}

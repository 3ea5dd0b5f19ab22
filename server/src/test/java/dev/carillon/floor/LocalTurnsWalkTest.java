package dev.carillon.floor;

import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.floor.StudioTurns.HIGH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.MarkAllHere;
import dev.carillon.floor.Command.MergeTurns;
import dev.carillon.floor.Command.MoveSchedule;
import dev.carillon.floor.Command.Rebalance;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Command.UnmergeTurns;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Days of two schedules, turns in the studio and an overlay, steered, joined and walked by lot. A
/// failing day is named by its seed.
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalTurnsWalkTest {
  private static final int STEPS = 150;
  private static final List<PersonId> STUDENTS = List.of(MIRA, NOAH, TARIQ, JUNE);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everybody_has_one_place_at_every_instant(long seed) {
    var dice = new SplittableRandom(seed);
    var scene = opened();
    var now = Fixtures.at("08:50");
    for (int step = 0; step < STEPS && now.isBefore(Fixtures.at("12:00")); step++) {
      now = now.plusSeconds(dice.nextInt(5, 150));
      scene.until(now);
      check(scene.floor());
      act(scene, dice, now);
      check(scene.floor());
    }
    scene.until("15:30");
    check(scene.floor());
  }

  /// June has tutoring in B3 and takes no turns in it.
  private static Scene opened() {
    var tutoring =
        new Assignment(
            JUNE, Fixtures.block("b3"), Fixtures.LIBRARY, "", "Tutoring", "", Source.OVERLAY, true);
    return StudioTurns.opened(
        StudioTurns.school(StudioTurns.arrangements(), Map.of(TARIQ, HIGH)),
        StudioTurns.twoSchedules(),
        Carry.NOTHING,
        List.of(tutoring));
  }

  private static void act(Scene scene, SplittableRandom dice, Instant now) {
    var command = command(dice);
    var stamp = Fixtures.stamp(who(command, dice), Scene.local(now));
    if (scene.floor().decide(command, stamp) instanceof Accepted accepted) {
      scene.apply(accepted.events());
    }
  }

  private static PersonId who(Command command, SplittableRandom dice) {
    return switch (command) {
      case ReportHere _ -> STUDENTS.get(dice.nextInt(STUDENTS.size()));
      case Steer(Scope.OfRoom _, _, _, _), MarkAllHere _ -> ROSA;
      default -> LENA;
    };
  }

  private static Command command(SplittableRandom dice) {
    return switch (dice.nextInt(15)) {
      case 0, 1, 2 -> StudioTurns.inStudio(control(dice));
      case 3, 4, 5 -> steer(MAIN, control(dice));
      case 6 -> steer(HIGH, control(dice));
      case 7 ->
          new MoveSchedule(
              STUDENTS.get(dice.nextInt(STUDENTS.size())), dice.nextBoolean() ? MAIN : HIGH);
      case 8 ->
          new Retarget(
              List.of(STUDENTS.get(dice.nextInt(STUDENTS.size()))),
              Optional.empty(),
              StudioTurns.KILN,
              dice.nextBoolean() ? Optional.empty() : Optional.of(Fixtures.block("b4")),
              true,
              "");
      case 9 -> new MarkAllHere(Fixtures.LOOM);
      case 10 ->
          new MergeTurns(turns(dice), StudioTurns.joint(dice.nextInt(4)), dice.nextBoolean());
      case 11 ->
          new UnmergeTurns(
              turns(dice), StudioTurns.joint(dice.nextInt(4)).part(), dice.nextBoolean());
      case 12 -> new Rebalance(turns(dice), dice.nextBoolean(), List.of());
      default -> new ReportHere();
    };
  }

  private static ScheduleId turns(SplittableRandom dice) {
    return dice.nextBoolean() ? StudioTurns.IN_B3 : StudioTurns.IN_B4;
  }

  private static Steer steer(ScheduleId schedule, Control control) {
    return new Steer(new Scope.OfSchedule(schedule), control, "", Command.ANY_VERSION);
  }

  private static Control control(SplittableRandom dice) {
    return switch (dice.nextInt(11)) {
      case 0 -> new Control.Pause();
      case 1, 2 -> new Control.Resume(Ripple.COMPRESS);
      case 3 -> new Control.Resume(new Ripple.AbsorbCurrent());
      case 4 -> new Control.Hold();
      case 5, 6 -> new Control.Release(Ripple.COMPRESS);
      case 7 -> new Control.Extend(dice.nextInt(1, 8), Ripple.COMPRESS);
      case 8 -> new Control.Trim(dice.nextInt(1, 8));
      case 9 -> new Control.Advance(false);
      default -> new Control.Undo();
    };
  }

  private static void check(Floor floor) {
    assertThat(floor.attendance().everyone().planned()).isEqualTo(STUDENTS.size());
    assertThat(floor.attendance().stations().values().stream().mapToInt(Tally::planned).sum())
        .isEqualTo(STUDENTS.size());
    for (var student : STUDENTS) {
      var place = floor.assignmentNow(student);
      var arrival = floor.arrivals().get(student);
      assertThat(place).isPresent();
      assertThat(arrival.block()).isEqualTo(place.get().block());
      assertThat(arrival.due()).isEqualTo(place.get().station());
      assertThat(floor.timelineOf(student).flatMap(line -> line.block(arrival.block())))
          .isPresent();
      assertTiled(floor.dayOf(student));
    }
    floor.timelines().values().stream()
        .filter(line -> line.local().isPresent() && !line.ended())
        .forEach(line -> checkInside(floor, line));
  }

  /// Her day has no two blocks at once.
  private static void assertTiled(List<Block> day) {
    for (int i = 1; i < day.size(); i++) {
      assertThat(day.get(i).start()).isAfterOrEqualTo(day.get(i - 1).end());
    }
  }

  /// Turns fill their block.
  private static void checkInside(Floor floor, Timeline line) {
    var parent = line.local().orElseThrow().parent();
    var block = floor.timelines().get(parent.schedule()).block(parent.block());
    var turns = line.blocks();
    if (block.isEmpty() || turns.isEmpty()) {
      return;
    }
    assertThat(turns.getFirst().start()).isEqualTo(block.get().start());
    assertThat(turns.getLast().end()).isEqualTo(block.get().end());
    for (int i = 1; i < turns.size(); i++) {
      assertThat(Duration.between(turns.get(i - 1).end(), turns.get(i).start())).isZero();
    }
  }
}

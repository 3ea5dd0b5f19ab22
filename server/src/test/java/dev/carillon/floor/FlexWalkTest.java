package dev.carillon.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ApproveUnlock;
import dev.carillon.floor.Command.AskUnlock;
import dev.carillon.floor.Command.JoinFlex;
import dev.carillon.floor.Command.LeaveFlex;
import dev.carillon.floor.Command.OpenUnlock;
import dev.carillon.floor.Command.PassOffer;
import dev.carillon.floor.Command.RefuseUnlock;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.SayPrepared;
import dev.carillon.floor.Command.SubmitUnlock;
import dev.carillon.floor.Command.TakeOffer;
import dev.carillon.floor.Command.UndoUnlock;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.SeatOffered;
import dev.carillon.floor.Event.SeatTaken;
import dev.carillon.floor.FlexLines.Waiter;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Id.UnlockId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Student;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: whatever students and staff do in personal time, in whatever order, the promises of ADR 17
/// hold, and so do the windows of tests. Method: 3,000 commands drawn from a named seed on a floor
/// with one wheel and two looms, what falls due decided first, every promise checked after each
/// event.
final class FlexWalkTest {
  private static final List<PersonId> STUDENTS =
      List.of(Fixtures.MIRA, Fixtures.NOAH, Fixtures.TARIQ, Fixtures.JUNE);

  private static final List<StationId> STATIONS = List.of(Fixtures.CLAY, Fixtures.LOOM);

  private static final Map<Class<?>, Set<Class<?>>> ARROWS =
      Map.of(
          Unlock.Asked.class,
          Set.of(Unlock.Approved.class, Unlock.Refused.class, Unlock.Expired.class),
          Unlock.Approved.class,
          Set.of(Unlock.Opened.class, Unlock.Expired.class, Unlock.Asked.class),
          Unlock.Refused.class,
          Set.of(Unlock.Asked.class),
          Unlock.Opened.class,
          Set.of(Unlock.Submitted.class));

  private SplittableRandom dice = new SplittableRandom();
  private Floor floor = FlexSchool.floor();
  private Instant now = Fixtures.at("08:30");
  private String place = "";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void no_order_of_commands_breaks_a_promise(long seed) {
    dice = new SplittableRandom(seed);
    for (int step = 0; step < 3_000; step++) {
      place = "seed %d, step %d".formatted(seed, step);
      now = now.plusMillis(dice.nextInt(4_000));
      catchUp();
      var who = anybody();
      checkWindows();
      decide(command(who), new Stamp(who.id(), who.role(), now));
    }
  }

  /// Nothing can be opened that there is no time for, wherever the bell has moved.
  private void checkWindows() {
    var windows = new UnlockWindows(floor);
    for (var unlock : floor.learning().unlocks().values()) {
      if (unlock instanceof Unlock.Approved approved) {
        var reached = floor.timelineOf(approved.asked().student()).orElseThrow().reached(now);
        assertThat(windows.until(approved)).as("%s: %s", place, unlock).isAfter(reached);
      }
    }
  }

  private void catchUp() {
    for (var due = floor.nextDue();
        due.isPresent() && !due.get().dueAt().isAfter(now);
        due = floor.nextDue()) {
      assertThat(decide(due.get(), Stamp.system(due.get().dueAt())))
          .as("%s: %s moves on", place, due.get())
          .isPositive();
    }
  }

  private int decide(Command command, Stamp stamp) {
    if (!(floor.decide(command, stamp) instanceof Accepted(var events, _))) {
      return 0;
    }
    for (var event : events) {
      var before = floor;
      floor = floor.evolve(event).floor();
      check(before, event);
      Recount.check(floor, () -> place + " after " + event);
    }
    return events.size();
  }

  private Person anybody() {
    var people = new ArrayList<>(floor.school().people().values());
    return people.get(dice.nextInt(people.size()));
  }

  private Command command(Person who) {
    var station = STATIONS.get(dice.nextInt(2));
    var unlock = new UnlockId("u" + dice.nextInt(40));
    if (who instanceof Student) {
      return switch (dice.nextInt(10)) {
        case 0, 1, 2 -> new JoinFlex(station);
        case 3 -> new LeaveFlex(station);
        case 4 -> new PassOffer(station);
        case 5, 6 -> new TakeOffer(station);
        case 7 -> new AskUnlock(unlock, FlexSchool.FRACTIONS);
        case 8 -> new OpenUnlock(unlock);
        default -> new SubmitUnlock(unlock);
      };
    }
    if (who.role().leads() && dice.nextInt(20) == 0) {
      return Fixtures.steer(bell());
    }
    return switch (dice.nextInt(5)) {
      case 0 -> new ApproveUnlock(unlock);
      case 3 -> new UndoUnlock(unlock);
      case 1 -> new RefuseUnlock(unlock, "");
      case 2 -> new SayPrepared(student(), dice.nextBoolean(), Optional.empty());
      default ->
          new Retarget(
              List.of(student()), Optional.empty(), station, Optional.empty(), true, "walk");
    };
  }

  private Control bell() {
    return switch (dice.nextInt(6)) {
      case 0 -> new Control.Extend(1 + dice.nextInt(4), Ripple.COMPRESS);
      case 1 -> new Control.Trim(1 + dice.nextInt(4));
      case 2 -> new Control.Pause();
      default -> new Control.Resume(Ripple.COMPRESS);
    };
  }

  private PersonId student() {
    return STUDENTS.get(dice.nextInt(STUDENTS.size()));
  }

  private void check(Floor before, Event event) {
    var flex = floor.learning().flex();
    var waiting = new ArrayList<PersonId>();
    flex.lines().values().forEach(line -> line.forEach(each -> waiting.add(each.student())));
    assertThat(waiting).as("%s: nobody waits twice", place).doesNotHaveDuplicates();
    for (var student : STUDENTS) {
      var due = floor.arrivals().get(student).due();
      assertThat(due)
          .as("%s: one place for %s after %s", place, student, event)
          .isEqualTo(floor.assignmentNow(student).map(Assignment::station).orElseThrow());
    }
    switch (event) {
      case SeatTaken taken ->
          assertThat(there(taken.station())).as(place).isLessThanOrEqualTo(cap(taken.station()));
      case SeatOffered offered -> checkOffer(before, offered);
      case Event _ -> {}
    }
    floor.learning().unlocks().values().forEach(unlock -> checkArrow(before, unlock));
  }

  private long there(StationId station) {
    return STUDENTS.stream()
        .filter(student -> FlexSchool.place(floor, student).equals(station))
        .count();
  }

  private int cap(StationId station) {
    return FreeSeats.cap(floor.school().stations().get(station));
  }

  /// The first without an offer gets it, and there are never more offers than free seats.
  private void checkOffer(Floor before, SeatOffered offered) {
    var line = before.learning().flex().line(offered.station());
    var first = line.stream().filter(each -> each.offer().isEmpty()).findFirst();
    assertThat(first.map(Waiter::student)).as("%s: first come", place).contains(offered.student());
    assertThat(floor.learning().flex().offered(offered.station()))
        .as("%s: an offer a free seat", place)
        .isLessThanOrEqualTo((int) (cap(offered.station()) - there(offered.station())));
  }

  private void checkArrow(Floor before, Unlock unlock) {
    var old = before.learning().unlocks().get(unlock.id());
    if (old != null && !old.equals(unlock)) {
      assertThat(ARROWS.getOrDefault(old.getClass(), new HashSet<>()))
          .as("%s: from %s", place, old)
          .contains(unlock.getClass());
    }
  }
}

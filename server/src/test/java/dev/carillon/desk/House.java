package dev.carillon.desk;

import static dev.carillon.Fixtures.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Carry;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.TakeSignal;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.FloorClock;
import dev.carillon.floor.Result;
import dev.carillon.floor.Stamp;
import dev.carillon.log.CommandId;
import dev.carillon.log.Draft;
import dev.carillon.log.Entry;
import dev.carillon.log.FloorKey;
import dev.carillon.log.FloorLog;
import dev.carillon.log.Placed;
import dev.carillon.log.memory.MemoryFloorLog;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

/// The fixture's school with one log in memory and any number of desks, in a simulated world.
final class House {
  static final School SCHOOL = Fixtures.school();
  static final FloorKey KEY = new FloorKey(SCHOOL.id(), DATE);

  final Sim sim;
  final MemoryFloorLog memory;
  FlakyLog.Line line = FlakyLog.Line.GOOD;

  House(long seed, String localTime) {
    sim = new Sim(seed, Fixtures.at(localTime).toEpochMilli());
    memory = new MemoryFloorLog(sim.lane(), sim::sourceMs);
  }

  /// Opens the day, with a clock that may run faster.
  House open(int speed, boolean demo) {
    return open(Fixtures.school(), speed, demo);
  }

  House open(School school, int speed, boolean demo) {
    long nowMs = sim.sourceMs();
    var at = java.time.Instant.ofEpochMilli(nowMs);
    var opened =
        new DayOpened(
            school, Fixtures.day(), Fixtures.assignments(), Carry.NOTHING, speed, demo, at);
    var id = new CommandId(PersonId.SYSTEM, "open");
    var entry = new Entry(id, Stamp.system(at), "", List.of(opened), Result.NOTHING);
    now(memory.open(KEY, Draft.of(entry), new FloorClock(nowMs, nowMs, speed)));
    return this;
  }

  FlakyLog flaky() {
    return new FlakyLog(memory, () -> line);
  }

  Desk desk() {
    return desk(memory);
  }

  Desk desk(FloorLog log) {
    return desk(log, sim.lane());
  }

  Desk desk(FloorLog log, Executor aside) {
    var lane = sim.lane();
    var dice = new SplittableRandom(sim.dice().nextLong());
    var desk = new Desk(KEY, new DeskPorts(log, sim, sim.timer(lane), lane, aside, dice));
    desk.start();
    sim.pass(0);
    return desk;
  }

  /// The answer, after the world came to rest.
  Answer ask(Desk desk, Order order) {
    var answer = desk.submit(order);
    sim.settle();
    assertThat(answer.isComplete()).as("answered: %s", order).isTrue();
    return answer.result();
  }

  <T> T now(Future<T> future) {
    sim.settle();
    assertThat(future.isComplete()).as("completed").isTrue();
    return future.result();
  }

  static Order order(PersonId who, String id, Command command) {
    return order(SCHOOL, who, id, command);
  }

  static Order order(School school, PersonId who, String id, Command command) {
    var role = command instanceof TakeSignal ? Role.SOURCE : school.people().get(who).role();
    var hash = command.toString();
    return new Order(new CommandId(who, id), DATE, role, command, hash, false);
  }

  static Order dryRun(Order order) {
    return new Order(order.id(), order.date(), order.role(), order.command(), "", true);
  }

  /// Everything in the log.
  List<Placed> log() {
    return log(memory);
  }

  /// Everything, as whoever reads it this way finds it.
  List<Placed> log(FloorLog by) {
    var all = new ArrayList<Placed>();
    var at = Cursor.START;
    while (true) {
      var slice = now(by.read(KEY, at));
      all.addAll(slice.entries());
      if (slice.end(at).equals(slice.head().cursor())) {
        return all;
      }
      at = slice.end(at);
    }
  }
}

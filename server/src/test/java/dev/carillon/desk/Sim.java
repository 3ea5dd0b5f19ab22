package dev.carillon.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

/// A world of one thread: lanes of tasks, a clock that stands until it is moved, timers. Which lane
/// is next comes from the seed, so the same seed gives the same run.
final class Sim implements Clock {
  private record Alarm(long atMs, long order, Runnable task) {}

  private final SplittableRandom dice;
  private final List<ArrayDeque<Runnable>> lanes = new ArrayList<>();
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Alarm::atMs).thenComparingLong(Alarm::order));
  private long nowMs;
  private long order;

  Sim(long seed, long nowMs) {
    dice = new SplittableRandom(seed);
    this.nowMs = nowMs;
  }

  SplittableRandom dice() {
    return dice;
  }

  @Override
  public long sourceMs() {
    return nowMs;
  }

  /// A thread of the simulated world.
  Executor lane() {
    var lane = new ArrayDeque<Runnable>();
    lanes.add(lane);
    return lane::add;
  }

  /// Wakes on the given lane.
  Timer timer(Executor lane) {
    return (delayMs, task) -> {
      var alarm = new Alarm(nowMs + delayMs, order++, () -> lane.execute(task));
      alarms.add(alarm);
      return () -> alarms.remove(alarm);
    };
  }

  /// Runs one task of a lane drawn by the dice; false when there is none.
  boolean step() {
    var busy = lanes.stream().filter(lane -> !lane.isEmpty()).toList();
    if (busy.isEmpty()) {
      return false;
    }
    busy.get(dice.nextInt(busy.size())).remove().run();
    return true;
  }

  /// Runs until nothing is left to do at this moment.
  void settle() {
    for (int i = 0; step(); i++) {
      if (i > 5_000_000) {
        throw new AssertionError("the world does not come to rest");
      }
    }
  }

  /// Lets time pass, alarm by alarm.
  void pass(long ms) {
    long untilMs = nowMs + ms;
    settle();
    while (!alarms.isEmpty() && alarms.peek().atMs() <= untilMs) {
      nowMs = Math.max(nowMs, alarms.peek().atMs());
      alarms.remove().task().run();
      settle();
    }
    nowMs = untilMs;
  }

  /// Sets the clock back, as NTP may: timers go by time that passed and fire as they would have.
  void setBack(long ms) {
    nowMs -= ms;
    var waiting = List.copyOf(alarms);
    alarms.clear();
    waiting.forEach(each -> alarms.add(new Alarm(each.atMs - ms, each.order, each.task)));
  }

  /// As [#pass], without waiting for the world to come to rest in between.
  void nudge(long ms) {
    nowMs += ms;
    while (!alarms.isEmpty() && alarms.peek().atMs() <= nowMs) {
      alarms.remove().task().run();
    }
  }
}

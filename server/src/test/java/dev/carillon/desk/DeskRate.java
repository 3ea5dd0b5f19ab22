package dev.carillon.desk;

import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.school.Id.PersonId;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// How many durable commands a second two nodes take for one floor (P5). Not a test: run `main`.
final class DeskRate {
  private static final int COMMANDS = 40_000;
  private static final int IN_FLIGHT = 512;

  private DeskRate() {}

  public static void main(String[] args) throws Exception {
    try (var nodes = new TwoNodes(Files.createTempDirectory("desk-rate"), "rate")) {
      for (int round = 0; round < 4; round++) {
        run(nodes, round, 1);
        run(nodes, round, 2);
      }
    }
    System.exit(0);
  }

  private static void run(TwoNodes nodes, int round, int desks) throws InterruptedException {
    var helpers = TwoNodes.helpers();
    var orders =
        java.util.stream.IntStream.range(0, COMMANDS)
            .mapToObj(
                i -> {
                  PersonId who = helpers.get(i % helpers.size());
                  var command = i / helpers.size() % 2 == 0 ? new EndDuty() : new StartDuty();
                  return House.order(
                      nodes.school, who, "r" + round + "-" + desks + "-" + i, command);
                })
            .toList();
    var latencyNanos = new long[COMMANDS];
    var free = new Semaphore(IN_FLIGHT);
    var done = new AtomicInteger();
    long conflicts = nodes.desks.stream().mapToLong(desk -> desk.tally().conflicts.sum()).sum();
    long start = System.nanoTime();
    for (int i = 0; i < COMMANDS; i++) {
      free.acquire();
      int n = i;
      long sent = System.nanoTime();
      nodes
          .desks
          .get(i % desks)
          .submit(orders.get(i))
          .onSuccess(
              answer -> {
                latencyNanos[n] = System.nanoTime() - sent;
                if (answer instanceof Answer.Done) {
                  done.incrementAndGet();
                }
                free.release();
              });
    }
    free.acquire(IN_FLIGHT);
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(latencyNanos);
    System.out.printf(
        "%d desk(s): %,.0f commands/s, %,d of %,d done, p50 %.1f ms, p99 %.1f ms, %d conflicts%n",
        desks,
        COMMANDS / seconds,
        done.get(),
        COMMANDS,
        latencyNanos[COMMANDS / 2] / 1e6,
        latencyNanos[COMMANDS * 99 / 100] / 1e6,
        nodes.desks.stream().mapToLong(desk -> desk.tally().conflicts.sum()).sum() - conflicts);
  }
}

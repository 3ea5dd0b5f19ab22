package dev.carillon.desk;

import dev.carillon.log.FloorLog;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// All a desk knows of the world around it.
///
/// @param thread runs one task at a time, in order: the desk's own thread
/// @param aside runs what takes long and touches nothing of the desk, on any thread
/// @param dice for jitter only
record DeskPorts(
    FloorLog log, Clock clock, Timer timer, Executor thread, Executor aside, RandomGenerator dice) {
  /// What comes of work that is done aside.
  <T> Future<T> aside(Supplier<T> work) {
    Promise<T> done = Promise.promise();
    aside.execute(
        () -> {
          try {
            done.complete(work.get());
          } catch (RuntimeException e) {
            done.fail(e);
          }
        });
    return done.future();
  }
}

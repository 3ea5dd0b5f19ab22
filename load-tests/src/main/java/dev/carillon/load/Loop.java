package dev.carillon.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One event loop, and a way to ask it from outside: devices belong to it, whoever measures them
/// does not.
final class Loop implements AutoCloseable {
  private static final int ANSWER_S_MAX = 60;
  private static final int LOOK_AGAIN_MS = 20;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Context context = vertx.getOrCreateContext();

  Vertx vertx() {
    return vertx;
  }

  /// Runs something on the loop and waits for what it returns.
  <T> T ask(Callable<T> question) throws InterruptedException {
    var answer = new CompletableFuture<T>();
    context.runOnContext(
        _ -> {
          try {
            answer.complete(question.call());
          } catch (Exception fault) {
            answer.completeExceptionally(fault);
          }
        });
    try {
      return answer.get(ANSWER_S_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException fault) {
      throw new IllegalStateException(fault);
    }
  }

  void run(Runnable act) throws InterruptedException {
    ask(
        () -> {
          act.run();
          return true;
        });
  }

  /// Waits until something is so on the loop.
  ///
  /// @throws IllegalStateException when it is not so in time
  void until(String what, Duration most, Callable<Boolean> isSo) throws InterruptedException {
    until(what, most, isSo, () -> "nothing more is known");
  }

  /// @param why what to say when it is not so in time
  void until(String what, Duration most, Callable<Boolean> isSo, Callable<?> why)
      throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (!ask(isSo)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s: not within %d s: %s".formatted(what, most.toSeconds(), ask(why)));
      }
      Thread.sleep(LOOK_AGAIN_MS);
    }
  }

  @Override
  public void close() throws InterruptedException {
    Waiting.on(vertx.close());
  }
}

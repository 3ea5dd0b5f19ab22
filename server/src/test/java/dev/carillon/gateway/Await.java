package dev.carillon.gateway;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for what is bound to come.
public final class Await {
  /// Generous: the machine may be busy. Nothing waits this long that works.
  public static final int SECONDS = 20;

  private Await() {}

  public static <T> T on(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    } catch (InterruptedException | TimeoutException gone) {
      throw new AssertionError(gone);
    }
  }
}

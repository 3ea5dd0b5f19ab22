package dev.carillon.load;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;

/// Waits for a future on a thread that has nothing better to do.
final class Waiting {
  private Waiting() {}

  /// The value, or the failure itself where it is unchecked.
  static <T> T on(Future<T> future) throws InterruptedException {
    try {
      return future.toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}

package dev.carillon.log.memory;

import dev.carillon.log.FloorLog;
import dev.carillon.log.FloorLogConformance;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/// The log in memory keeps what every log promises.
class MemoryFloorLogTest extends FloorLogConformance {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final FloorLog log = new MemoryFloorLog(thread, System::currentTimeMillis);

  @AfterEach
  void stop() {
    thread.shutdownNow();
  }

  @Override
  protected FloorLog log() {
    return log;
  }

  @Override
  protected FloorLog sameLogElsewhere() {
    return log;
  }
}

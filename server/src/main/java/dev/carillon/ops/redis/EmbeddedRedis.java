package dev.carillon.ops.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real Redis as a child of this process, with its data in a folder.
///
/// What it promises: an answered write is on disk; one process per folder; when Redis dies it is
/// started again on the same port, within two seconds; when this process ends, in any orderly way,
/// Redis ends too. A Redis that outlived a killed process is found by its program, which lies in
/// the folder, and stopped before the next start.
///
/// Thread-safe. All calls block.
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);

  /// Longer than reading a year of a large school back takes.
  private static final Duration START_MAX = Duration.ofSeconds(60);

  private static final Duration STOP_MAX = Duration.ofSeconds(10);

  /// How long the end of the program waits for its owner: longer than a server takes to stop.
  private static final Duration OWNER_MAX = Duration.ofSeconds(25);

  /// Between two looks whether it is ready.
  private static final Duration LOOK = Duration.ofMillis(5);

  private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

  private static final int PORT_TRIES = 5;
  private static final long RESTART_MS_MIN = 50;
  private static final long RESTART_MS_MAX = 1_000;

  private final RedisFolder folder;
  private final String password;
  private final int port;
  private final Thread atExit = new Thread(this::stopAtExit, "redis-at-exit");
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean isOwned;
  private Process process;
  private boolean isClosed;

  private EmbeddedRedis(RedisFolder folder, String password, int port, Process process) {
    this.folder = folder;
    this.password = password;
    this.port = port;
    this.process = process;
  }

  /// Starts a Redis on a free port.
  public static EmbeddedRedis start(Path folder) {
    return start(folder, 0);
  }

  /// @param port of the loopback address; 0 for a free one
  /// @throws EmbeddedRedisException with a sentence for the operator
  public static EmbeddedRedis start(Path folder, int port) {
    var taken = RedisFolder.take(folder);
    try {
      var password = taken.password();
      stopLeftOver(taken, password);
      taken.unpackProgram();
      var redis = launch(taken, password, port);
      Runtime.getRuntime().addShutdownHook(redis.atExit);
      redis.watch(redis.process);
      return redis;
    } catch (RuntimeException e) {
      taken.close();
      throw e;
    }
  }

  private static EmbeddedRedis launch(RedisFolder folder, String password, int port) {
    for (int tries = 1; ; tries++) {
      int chosen = port == 0 ? freePort() : port;
      folder.writeSettings(chosen, password);
      var process = run(folder);
      if (awaitReady(process, chosen, password)) {
        return new EmbeddedRedis(folder, password, chosen, process);
      }
      process.destroyForcibly();
      if (port != 0 || tries == PORT_TRIES) {
        throw new EmbeddedRedisException(
            "Redis did not start on port " + chosen + ":\n" + folder.lastWords());
      }
    }
  }

  /// In a session of its own, where the system can do that: Ctrl-C goes to the whole group of a
  /// terminal, and Redis is to outlive the server that still writes to it.
  private static List<String> command(RedisFolder folder) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(OWN_SESSION)) {
      command.add(OWN_SESSION.toString());
    }
    command.add(folder.program().toString());
    command.add(folder.settings().toString());
    return command;
  }

  private static Process run(RedisFolder folder) {
    try {
      return new ProcessBuilder(command(folder))
          .directory(folder.path().toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new EmbeddedRedisException("Redis cannot be run: " + e, e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedRedisException("There is no free port: " + e, e);
    }
  }

  /// False when it ended instead.
  private static boolean awaitReady(Process process, int port, String password) {
    long giveUp = System.nanoTime() + START_MAX.toNanos();
    while (process.isAlive() && System.nanoTime() < giveUp) {
      if (isReady(port, password)) {
        return process.isAlive();
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return false;
  }

  private static boolean isReady(int port, String password) {
    try (var talk = new RedisTalk(port, password)) {
      return talk.ask("PING").equals("+PONG");
    } catch (IOException e) {
      return false;
    }
  }

  // --- Leftovers
  // ----------------------------------------------------------------------------------

  /// A Redis whose parent was killed goes on. Its program lies in the folder that is ours alone, so
  /// it cannot be anybody else's.
  private static void stopLeftOver(RedisFolder folder, String password) {
    var program = folder.program().toString();
    ProcessHandle.allProcesses()
        .filter(process -> process.info().command().filter(program::equals).isPresent())
        .forEach(
            process -> {
              LOG.warn("stopping a Redis that was left behind, process {}", process.pid());
              askToStop(folder, password);
              end(process);
            });
  }

  private static void askToStop(RedisFolder folder, String password) {
    try {
      var port =
          Files.readAllLines(folder.settings()).stream()
              .filter(line -> line.startsWith("port "))
              .mapToInt(line -> Integer.parseInt(line.substring("port ".length())))
              .findFirst();
      if (port.isPresent()) {
        shutDown(port.getAsInt(), password);
      }
    } catch (IOException e) {
      LOG.debug("it cannot be asked", e);
    }
  }

  private static void shutDown(int port, String password) {
    try (var talk = new RedisTalk(port, password)) {
      LOG.debug("Redis says {}", talk.ask("SHUTDOWN"));
    } catch (IOException e) {
      LOG.trace("hanging up is how Redis says yes", e);
    }
  }

  private static void end(ProcessHandle process) {
    if (hasEnded(process, STOP_MAX)) {
      return;
    }
    process.destroy();
    if (!hasEnded(process, STOP_MAX)) {
      process.destroyForcibly();
      hasEnded(process, STOP_MAX);
    }
  }

  private static boolean hasEnded(ProcessHandle process, Duration within) {
    try {
      process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  // --- Watching
  // -----------------------------------------------------------------------------------

  private void watch(Process watched) {
    Thread.ofVirtual().name("redis-watch").start(() -> restartForEver(watched));
  }

  private void restartForEver(Process watched) {
    long pauseMs = RESTART_MS_MIN;
    var current = watched;
    while (true) {
      int code = current.onExit().join().exitValue();
      var next = restart();
      if (next == null) {
        return;
      }
      LOG.error("Redis ended with code {}, starting it again:\n{}", code, folder.lastWords());
      current = next;
      if (awaitReady(current, port, password)) {
        LOG.warn("Redis is back on port {}, process {}", port, current.pid());
        pauseMs = RESTART_MS_MIN;
      } else {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMs));
        pauseMs = Math.min(RESTART_MS_MAX, pauseMs * 2);
      }
    }
  }

  private synchronized @Nullable Process restart() {
    if (isClosed) {
      return null;
    }
    process = run(folder);
    return process;
  }

  // --- For others
  // ---------------------------------------------------------------------------------

  public int port() {
    return port;
  }

  /// The process as it is now; another one after a restart.
  public synchronized long pid() {
    return process.pid();
  }

  /// What a client connects to. Holds the password: not for logs.
  public String uri() {
    return "redis://:" + password + "@127.0.0.1:" + port;
  }

  /// Somebody promises to close it when the program ends, after the last that writes to it. The end
  /// waits for that.
  public void leaveToOwner() {
    isOwned = true;
  }

  private void stopAtExit() {
    try {
      if (isOwned && !stopped.await(OWNER_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("nobody closed Redis in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stop();
  }

  /// Ends Redis and lets go of the folder. May be called again.
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      LOG.trace("the process is ending already", e);
    }
  }

  private void stop() {
    Process last;
    synchronized (this) {
      if (isClosed) {
        return;
      }
      isClosed = true;
      last = process;
    }
    if (last.isAlive()) {
      shutDown(port, password);
    }
    end(last.toHandle());
    folder.close();
    stopped.countDown();
  }
}

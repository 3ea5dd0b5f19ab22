package dev.carillon.load;

import dev.carillon.ops.RunningServer;
import dev.carillon.ops.Server;
import dev.carillon.ops.ServerOptions;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own, so that its CPU can be told from that of its devices, so that
/// two of them can share a Redis, and so that it can be killed.
///
/// Its ready file names a sign-in link for everybody of the school. Never used by a school: links
/// for everybody exist in demos only.
final class ServerProcess implements Door, AutoCloseable {
  private static final Duration START_MAX = Duration.ofMinutes(1);
  private static final Duration STOP_MAX = Duration.ofSeconds(20);

  /// @param port 0 = any free one
  /// @param redis empty = its own, in `data`
  record Spec(
      Path school,
      Path data,
      int port,
      Optional<String> redis,
      int speed,
      LocalDate date,
      LocalTime at) {
    Spec onPort(int samePort) {
      return new Spec(school, data, samePort, redis, speed, date, at);
    }

    private List<String> toArguments(Path ready) {
      return List.of(
          school.toString(),
          data.toString(),
          Integer.toString(port),
          redis.orElse(""),
          Integer.toString(speed),
          date.toString(),
          at.toString(),
          ready.toString());
    }

    private static Spec of(String[] args) {
      return new Spec(
          Path.of(args[0]),
          Path.of(args[1]),
          Integer.parseInt(args[2]),
          Optional.of(args[3]).filter(url -> !url.isEmpty()),
          Integer.parseInt(args[4]),
          LocalDate.parse(args[5]),
          LocalTime.parse(args[6]));
    }

    ServerOptions toOptions() {
      return ServerOptions.onLoopback(school, data)
          .at(ServerOptions.LOOPBACK, port)
          .withRedis(redis)
          .withDemo(new ServerOptions.Demo(speed, Optional.of(date), Optional.of(at)));
    }
  }

  private final Process process;
  private final Path ready;
  private final JsonObject facts;

  private ServerProcess(Process process, Path ready, JsonObject facts) {
    this.process = process;
    this.ready = ready;
    this.facts = facts;
  }

  /// How the virtual machine of whoever starts a server was tuned: its server is tuned alike.
  private static List<String> virtualMachineOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX:"))
        .toList();
  }

  /// Starts one and waits until it takes connections.
  ///
  /// @param log where its output goes; its ready file stands beside it
  static ServerProcess start(Spec spec, Path log) throws IOException, InterruptedException {
    var ready = log.resolveSibling("ready-" + UUID.randomUUID() + ".json");
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(virtualMachineOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ServerProcess.class.getName());
    command.addAll(spec.toArguments(ready));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    long deadline = System.nanoTime() + START_MAX.toNanos();
    while (!Files.exists(ready)) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IOException("the server did not start, see " + log);
      }
    }
    return new ServerProcess(process, ready, ReadyFile.read(ready));
  }

  @Override
  public URI url() {
    return URI.create(facts.getString("url"));
  }

  @Override
  public Future<String> secret(PersonId person) {
    var secret = facts.getJsonObject("links").getString(person.value());
    return secret == null
        ? Future.failedFuture("no link for " + person.value())
        : Future.succeededFuture(secret);
  }

  int port() {
    return url().getPort();
  }

  long pid() {
    return process.pid();
  }

  /// CPU time of the server since it was started.
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// Its children: a Redis of its own.
  List<ProcessHandle> children() {
    return process.children().toList();
  }

  /// As the power button does it.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    ReadyFile.remove(ready);
  }

  /// As an administrator does it.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    ReadyFile.remove(ready);
  }

  // In the other process
  // ---------------------------------------------------------------------------

  public static void main(String[] args) {
    var ready = Path.of(args[args.length - 1]);
    Server.start(Spec.of(args).toOptions())
        .compose(server -> links(server).onSuccess(links -> announce(server, links, ready)))
        .onFailure(
            fault -> {
              fault.printStackTrace();
              System.exit(1);
            });
  }

  private static void announce(RunningServer server, JsonObject links, Path ready) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop().await()));
    ReadyFile.write(
        ready, new JsonObject().put("url", server.url().toString()).put("links", links));
  }

  private static Future<JsonObject> links(RunningServer server) {
    var links = new JsonObject();
    return server.school().people().keySet().stream()
        .reduce(
            Future.<Void>succeededFuture(),
            (before, person) ->
                before
                    .compose(_ -> server.signInLink(person))
                    .map(
                        link -> {
                          links.put(person.value(), link.getFragment());
                          return null;
                        }),
            (_, last) -> last)
        .map(links);
  }
}

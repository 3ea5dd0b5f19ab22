package dev.carillon.ops;

import dev.carillon.school.Person;
import dev.carillon.school.Role;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs a school's live day until it is told to stop.
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs a school's live day.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:It was told to stop.",
      "1:It could not start; the reason was told.",
      "2:The command or the settings were not understood."
    })
@SuppressWarnings("NullAway.Init") // Picocli fills the fields before it calls.
public final class ServeCommand implements Callable<Integer> {
  /// Long enough to walk to another room with it, short enough not to lie about.
  private static final Duration FIRST_LINK_LIFE = Duration.ofMinutes(30);

  private static final Path USUAL_CONFIG = Home.path("config/carillon.yaml");
  private static final long STOP_SECONDS = 20;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings; without it config/carillon.yaml where there is one.")
  private @Nullable Path config;

  @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on.")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on.")
  private @Nullable String port;

  @Option(names = "--school", paramLabel = "DIR", description = "The school's folder.")
  private @Nullable String school;

  @Option(names = "--data", paramLabel = "DIR", description = "Where the own Redis keeps data.")
  private @Nullable String data;

  @Option(names = "--redis", paramLabel = "URL", description = "A Redis of your own.")
  private @Nullable String redis;

  @Override
  public Integer call() throws InterruptedException {
    var err = spec.commandLine().getErr();
    return switch (Settings.read(configFile(), System.getenv(), flags())) {
      case Settings.Outcome.Faulty(var faults) -> {
        faults.forEach(err::println);
        yield CommandLine.ExitCode.USAGE;
      }
      case Settings.Outcome.Good(var settings) -> run(settings, spec.commandLine().getOut(), err);
    };
  }

  private Optional<Path> configFile() {
    return config == null && !Files.exists(USUAL_CONFIG)
        ? Optional.empty()
        : Optional.of(config == null ? USUAL_CONFIG : config);
  }

  private Map<String, String> flags() {
    var flags = new LinkedHashMap<String, String>();
    put(flags, Setting.HOST, host);
    put(flags, Setting.PORT, port);
    put(flags, Setting.SCHOOL, fromHere(school));
    put(flags, Setting.DATA, fromHere(data));
    put(flags, Setting.REDIS, redis);
    return flags;
  }

  /// What is typed is meant from where one stands.
  private static @Nullable String fromHere(@Nullable String path) {
    return path == null ? null : Path.of(path).toAbsolutePath().toString();
  }

  private static void put(Map<String, String> flags, Setting setting, @Nullable String value) {
    if (value != null) {
      flags.put(setting.path(), value);
    }
  }

  private static int run(Settings settings, PrintWriter out, PrintWriter err)
      throws InterruptedException {
    // Before anything logs: the log is set up with the first line.
    System.setProperty("CARILLON_LOG_FORMAT", settings.logFormat());
    RunningServer server;
    try {
      server = Server.start(settings.toOptions()).toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof StartException told) {
        err.println(told.getMessage());
      } else {
        LoggerFactory.getLogger(ServeCommand.class).error("cannot start", failed.getCause());
      }
      return CommandLine.ExitCode.SOFTWARE;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    announce(server, out);
    // Until Ctrl-C or SIGTERM, which run the hook.
    new CountDownLatch(1).await();
    return CommandLine.ExitCode.OK;
  }

  private static void announce(RunningServer server, PrintWriter out) {
    out.printf("%s runs %s at %s%n", server.school().name(), server.floor().date(), server.url());
    out.printf("health and metrics: %s%n", server.management());
    first(server, Role.ADMINISTRATOR)
        .ifPresent(
            administrator ->
                server
                    .singleUseLink(administrator.id(), FIRST_LINK_LIFE)
                    .onSuccess(
                        link -> {
                          out.printf(
                              "the administrator's link, good once for 30 minutes: %s%n", link);
                          out.flush();
                        }));
    out.flush();
  }

  private static Optional<Person> first(RunningServer server, Role role) {
    return server.school().people().values().stream()
        .filter(person -> person.role() == role)
        .findFirst();
  }

  private static void stop(RunningServer server) {
    try {
      server.stop().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LoggerFactory.getLogger(ServeCommand.class).warn("did not stop in time: {}", e.toString());
    }
  }
}

package dev.carillon.load;

import dev.carillon.ops.Home;
import dev.carillon.ops.ServerOptions;
import dev.carillon.ops.StartException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Runs a school day with simulated people, for whoever wants to look at Carillon: one command, no
/// set-up, nothing left behind but the data folder.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    sortOptions = false,
    description = "Runs a school day with simulated people and prints where to look.")
final class DemoCommand implements Callable<Integer> {
  private static final List<Integer> SPEEDS = List.of(1, 10, 60, 300);

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on; 0 = a free one.")
  int port = 8420;

  @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on.")
  String host = ServerOptions.LOOPBACK;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "Speed of the school's clock: 1, 10, 60 or 300.")
  int speed = 1;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "Which day to run, as in 2026-09-14; without it the next school day.")
  @Nullable LocalDate date;

  @Option(
      names = "--at",
      paramLabel = "HH:MM",
      description = "When to start; without it five minutes before the first bell.")
  @Nullable LocalTime at;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed peoples the school with the same people.")
  long seed = 42;

  @Option(names = "--school", paramLabel = "DIR", description = "Folder of the school.")
  Path school = Home.path("config/schools/desert-ridge");

  @Option(
      names = "--redis",
      paramLabel = "URL",
      description = "A Redis of your own, as in redis://127.0.0.1:6379; without it one is started.")
  @Nullable String redis;

  @Option(
      names = "--sources",
      paramLabel = "FILE",
      description = "Which programs may tell what students do in them: docs/operations.md.")
  @Nullable Path sources;

  @Option(names = "--data", paramLabel = "DIR", description = "Where the day is kept.")
  Path data = Home.path("data/demo");

  @Option(names = "--reset", description = "Begin the day anew.")
  boolean reset;

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Written, as JSON, once the demo takes connections.")
  @Nullable Path readyFile;

  @Override
  public Integer call() throws InterruptedException {
    var line = commandLine();
    if (!SPEEDS.contains(speed)) {
      throw new ParameterException(line, "--speed is 1, 10, 60 or 300, not " + speed + ".");
    }
    if (readyFile != null) {
      // One of an earlier run would say ready too early.
      ReadyFile.remove(readyFile);
    }
    try {
      run(line.getOut());
      return CommandLine.ExitCode.OK;
    } catch (StartException cannot) {
      line.getErr().println(cannot.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    return spec.commandLine();
  }

  private void run(PrintWriter out) throws InterruptedException {
    // Read when the first line is logged, which is after this.
    System.setProperty("carillon.audit", "WARN");
    if (date != null) {
      DemoDay.check(school, date);
    }
    var demo = Demo.start(options(), seed);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo), "demo-stop"));
    announce(demo, out);
    if (readyFile != null) {
      ReadyFile.write(readyFile, demo.facts());
    }
    // Until Ctrl-C or SIGTERM, which run the hook.
    new CountDownLatch(1).await();
  }

  private void stop(Demo demo) {
    try {
      demo.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (readyFile != null) {
      ReadyFile.remove(readyFile);
    }
  }

  private ServerOptions options() {
    var demo = new ServerOptions.Demo(speed, Optional.ofNullable(date), Optional.ofNullable(at));
    var options =
        ServerOptions.onLoopback(school, data)
            .at(host, port)
            .withRedis(Optional.ofNullable(redis))
            .withReset(reset)
            .withDemo(demo);
    return sources == null ? options : options.withSources(sources);
  }

  private static void announce(Demo demo, PrintWriter out) {
    var server = demo.server();
    out.printf("%s runs %s.%n%n", server.school().name(), server.floor().date());
    out.printf("  %-18s %s%n", "all at once", server.url());
    server.signIn().forEach((role, link) -> out.printf("  %-18s %s%n", role, link));
    out.printf("%nCtrl-C stops it; the same command goes on from there.%n");
    out.flush();
  }
}

package dev.carillon.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures what Carillon is for: a bell on every device at the same instant, and a call for help
/// on an adult's screen. Prints figures and judges none.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    subcommands = {
      BenchFloorCommand.class,
      BenchHelpCommand.class,
      BenchPlanCommand.class,
      BenchStormCommand.class
    },
    description = "Measures bells and help with many devices on this machine, in under a minute.")
final class BenchCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(names = "--devices", paramLabel = "N", description = "How many devices connect.")
  int devices = 1_000;

  @Option(names = "--asks-per-second", paramLabel = "N", description = "How often help is asked.")
  int asksPerSecond = 20;

  @Option(names = "--bells", paramLabel = "N", description = "How many bells are measured.")
  int bells = 4;

  @Option(
      names = "--warm-up-bells",
      paramLabel = "N",
      description = "How many ring before, unmeasured; each half a minute after the other.")
  int warmUpBells = 2;

  @Option(names = "--asking", paramLabel = "SECONDS", description = "How long help is asked.")
  int asking = 8;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the made-up school.")
  long seed = 42;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    var out = spec.commandLine().getOut();
    var folder = Files.createTempDirectory("carillon-bench");
    try {
      new Bench(
              new Bench.Size(devices, asksPerSecond, bells, warmUpBells, asking, seed), folder, out)
          .run();
    } finally {
      delete(folder);
    }
    return 0;
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException vanished) {
      // A file that went away by itself need not be deleted.
      if (!(vanished.getCause() instanceof java.nio.file.NoSuchFileException)) {
        throw vanished;
      }
    }
  }
}

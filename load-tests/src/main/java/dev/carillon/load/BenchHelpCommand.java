package dev.carillon.load;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lets a whole floor ask for help and all helpers press *next* at once. Prints figures beside what
/// they are meant to be and judges none of them; fails when two helpers get one student or two
/// screens disagree.
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures a burst of calls for help and many helpers who press next at once.")
final class BenchHelpCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(names = "--students", paramLabel = "N", description = "How many ask.")
  int students = 300;

  @Option(names = "--helpers", paramLabel = "N", description = "How many press next.")
  int helpers = 15;

  @Option(names = "--burst", paramLabel = "SECONDS", description = "Within which all ask.")
  int burst = 120;

  @Option(names = "--rounds", paramLabel = "N", description = "How often all press next.")
  int rounds = 5;

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
      new Rush(new Rush.Size(students, helpers, burst, rounds, seed), folder, out).run();
    } finally {
      BenchCommand.delete(folder);
    }
    return 0;
  }
}

package dev.carillon.load;

import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lets every student's device lose the line around a bell (D46). Prints figures; fails when
/// somebody does not come back, or not to the truth.
@Command(
    name = "storm",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Cuts every device around a bell and waits until all are back.")
final class BenchStormCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(names = "--devices", paramLabel = "N", description = "How many devices are cut.")
  int devices = 1_000;

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
      Machine.print(out, seed);
      new Storm(new Storm.Size(devices, seed, Optional.empty()), folder, out).run();
    } finally {
      BenchCommand.delete(folder);
    }
    return 0;
  }
}

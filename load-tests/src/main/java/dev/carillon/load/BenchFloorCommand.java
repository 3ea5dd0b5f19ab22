package dev.carillon.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures the rules and the views without a server (P8): what one command costs in schools of
/// three sizes, so that one can see whether the cost grows with the change or with the school.
/// Prints figures and judges none.
@Command(
    name = "floor",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures deciding one command and cutting what it changed, by size of school.")
final class BenchFloorCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(names = "--students", paramLabel = "N", split = ",", description = "Schools to compare.")
  List<Integer> students = List.of(300, 1_200, 4_800);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each command is measured, after as often to warm up.")
  int rounds = 3_000;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the made-up school.")
  long seed = 42;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    var out = spec.commandLine().getOut();
    Machine.print(out, seed);
    Map<String, List<BenchFloor.Cost>> costs = new LinkedHashMap<>();
    for (int size : students) {
      for (var cost : new BenchFloor(BenchSchool.of(size, seed), rounds).run()) {
        costs.computeIfAbsent(cost.what(), _ -> new ArrayList<>()).add(cost);
      }
    }
    out.printf(
        "%nmicroseconds of CPU, median (p99), and KiB allocated, for %s students;"
            + " last against first%n",
        students);
    costs.forEach(
        (what, each) -> {
          var cells = new StringBuilder();
          each.forEach(
              cost ->
                  cells.append("%9.1f (%7.1f)%7.0f".formatted(cost.p50(), cost.p99(), cost.kib())));
          double ratio = each.getLast().p50() / each.getFirst().p50();
          out.printf("  %-24s%s   × %.1f%n", what, cells, ratio);
        });
    out.flush();
    return 0;
  }
}

package dev.carillon.load;

import dev.carillon.floor.Command.AcceptPlan;
import dev.carillon.floor.Event.PlanProposed;
import dev.carillon.floor.Event.StationClosed;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Proposal;
import dev.carillon.floor.RePlan;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.floor.RePlan.Request;
import dev.carillon.floor.Stamp;
import dev.carillon.plan.Circumstances;
import dev.carillon.plan.DayPlanner;
import dev.carillon.plan.RePlanner;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Role;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures the planners (P9): a whole day, and what becomes of it when a workshop closes. Prints
/// figures and judges none.
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Measures planning a day and planning anew after a closure.")
final class BenchPlanCommand implements Callable<Integer> {
  private static final StationId CLOSED = new StationId("work-0");

  private static final ProposalId PROPOSAL = new ProposalId("p1");

  /// In the fifth of twelve blocks of 35 minutes.
  private static final int CLOSED_AFTER_MIN = 4 * 35 + 5;

  private static final long NS_MAX = 6_000_000_000L;

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--students", paramLabel = "N", split = ",", description = "How large a school.")
  List<Integer> students = List.of(300, 1_200);

  @Option(names = "--rounds", paramLabel = "N", description = "How often each is measured.")
  int rounds = 15;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the made-up school.")
  long seed = 42;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    var out = spec.commandLine().getOut();
    Machine.print(out, seed);
    out.printf("%nmilliseconds of CPU, median and worst of up to %d, warmed up%n", rounds);
    for (int size : students) {
      var bench = BenchSchool.of(size, seed);
      var planned =
          measured(
              "day of %,d × %d".formatted(size, blocks(bench)),
              () -> DayPlanner.planned(bench.school(), bench.day(), Circumstances.USUAL));
      out.printf(
          "    unmet %d, in overflow %d%n",
          planned.report().unmet().size(), planned.report().overflow());
      replanned(bench, planned.assignments());
    }
    out.flush();
    return 0;
  }

  private static int blocks(BenchSchool bench) {
    return bench.day().schedules().getFirst().blocks().size();
  }

  private void replanned(BenchSchool bench, List<Assignment> plan) {
    var open = bench.floor(plan, CLOSED_AFTER_MIN);
    var leader = new PersonId(MadeUpSchool.LEADER);
    var floor =
        BenchSchool.after(open, List.of(new StationClosed(CLOSED, true, leader, "", open.at())));
    for (int others : new int[] {0, Request.OTHERS_MAX}) {
      var request = new Request(new Cause.OfStation(CLOSED), others, false);
      RePlan anew =
          measured(
              "  a workshop closes, k = " + others,
              () -> RePlanner.plan(floor, request, floor.at()));
      print(
          "    %d stops change, %d others moved, %d needs unmet%n"
              .formatted(anew.changes().size(), anew.others(), anew.unmet().size()));
      accepted(floor, new Proposal(PROPOSAL, request, leader, floor.at(), anew));
    }
  }

  /// This a desk does on its event loop.
  private void accepted(Floor floor, Proposal proposal) {
    var proposed = BenchSchool.after(floor, List.of(new PlanProposed(proposal, floor.at())));
    var stamp = new Stamp(proposal.by(), Role.LEADER, floor.at());
    measured("  and is accepted", () -> proposed.decide(new AcceptPlan(PROPOSAL), stamp));
  }

  /// As often as was asked, but not longer than [#NS_MAX], once to warm up at least.
  private <T> T measured(String what, Supplier<T> work) {
    var took = new Histogram(3);
    long untilNs = System.nanoTime() + NS_MAX;
    T result = work.get();
    for (int i = 0; i < 2 * rounds && (i < 2 || System.nanoTime() < untilNs); i++) {
      if (i == rounds) {
        took.reset();
      }
      long startNs = cpuNs();
      result = work.get();
      took.recordValue(cpuNs() - startNs);
    }
    print(
        "  %-30s %8.1f  %8.1f%n"
            .formatted(what, took.getValueAtPercentile(50) / 1e6, took.getMaxValue() / 1e6));
    return result;
  }

  /// Of this thread, so that what else runs on the machine does not count.
  private static long cpuNs() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void print(String line) {
    if (spec != null) {
      spec.commandLine().getOut().print(line);
      spec.commandLine().getOut().flush();
    }
  }
}

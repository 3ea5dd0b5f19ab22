package dev.carillon.load;

import com.sun.management.ThreadMXBean;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Control;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.Ripple;
import dev.carillon.floor.Scope;
import dev.carillon.floor.Stamp;
import dev.carillon.floor.Touched;
import dev.carillon.plan.DayPlanner;
import dev.carillon.school.Assignment;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.view.Audience;
import dev.carillon.view.Patch;
import dev.carillon.view.View;
import dev.carillon.view.Views;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/// What single commands cost on one floor. Each is decided on the same floor again and again, by
/// one student after the other; floors share what did not change, so nothing piles up.
///
/// "Decide" is what a desk does: decide, apply every event, and look for what falls due next. "Cut"
/// is the leader's view, a helper's, and that of the student concerned, each as a patch. Time is
/// this thread's own on the CPU, so that whatever else the machine does counts for little; what is
/// allocated is the same in every run.
final class BenchFloor {
  /// A kind of command that is dear is not measured longer than this, warming up included.
  private static final long NS_MAX = 3_000_000_000L;

  private static final PersonId LEADER = new PersonId(MadeUpSchool.LEADER);
  private static final PersonId HELPER = new PersonId(MadeUpSchool.helper(0));
  private static final StationId CENTRE = new StationId("centre");
  private static final StationId WORKSHOP = new StationId("work-1");
  private static final int MINUTES = 10;

  private final int rounds;
  private final Floor floor;
  private final List<PersonId> inCentre;
  private final Views views = new Views();

  BenchFloor(BenchSchool bench, int rounds) {
    this.rounds = rounds;
    floor = bench.floor(DayPlanner.plan(bench.school(), bench.day()), MINUTES);
    inCentre =
        bench.school().students().stream()
            .map(student -> student.id())
            .filter(student -> isInCentre(floor, student))
            .toList();
  }

  private static boolean isInCentre(Floor floor, PersonId student) {
    return floor.assignmentNow(student).map(Assignment::station).filter(CENTRE::equals).isPresent();
  }

  /// In microseconds of CPU, and the median of what is allocated in KiB.
  record Cost(String what, double p50, double p99, double kib) {
    private static Cost of(String what, Meter meter) {
      return new Cost(
          what,
          meter.ns.getValueAtPercentile(50) / 1e3,
          meter.ns.getValueAtPercentile(99) / 1e3,
          meter.bytes.getValueAtPercentile(50) / 1024.0);
    }
  }

  /// What steps cost this thread.
  private static final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Histogram ns = new Histogram(3);
    private final Histogram bytes = new Histogram(3);

    <T> T of(Supplier<T> step) {
      long startBytes = THREADS.getCurrentThreadAllocatedBytes();
      long startNs = THREADS.getCurrentThreadCpuTime();
      var result = step.get();
      ns.recordValue(THREADS.getCurrentThreadCpuTime() - startNs);
      bytes.recordValue(THREADS.getCurrentThreadAllocatedBytes() - startBytes);
      return result;
    }

    void reset() {
      ns.reset();
      bytes.reset();
    }

    static long cpuNs() {
      return THREADS.getCurrentThreadCpuTime();
    }
  }

  /// Somebody asks something.
  private record Asked(PersonId who, PersonId about, Command command) {}

  List<Cost> run() {
    var costs = new ArrayList<Cost>();
    costs.addAll(measured("arrival", floor, i -> own(i, new ReportHere())));
    costs.addAll(measured("help ask", floor, i -> own(i, ask(i))));
    costs.addAll(measured("help claim", asked(), this::claim));
    costs.addAll(measured("retarget", floor, this::retarget));
    costs.addAll(measured("extend", floor, this::extend));
    return costs;
  }

  private PersonId student(int round) {
    return inCentre.get(round % inCentre.size());
  }

  private Asked own(int round, Command command) {
    return new Asked(student(round), student(round), command);
  }

  private Command ask(int round) {
    return new AskForHelp(new HelpId("h" + round), student(round), HelpKind.WORK, "");
  }

  /// A line of ten who wait.
  private Floor asked() {
    return IntStream.range(0, 10)
        .boxed()
        .reduce(floor, (before, i) -> decided(before, own(i, ask(i))).floor(), (_, last) -> last);
  }

  private Asked claim(int round) {
    return new Asked(HELPER, student(round % 10), new ClaimHelp(new HelpId("h" + round % 10)));
  }

  private Asked retarget(int round) {
    var next = floor.timelines().values().iterator().next().blocks().get(2).id();
    var student = student(round);
    var command =
        new Retarget(
            List.of(student), Optional.empty(), WORKSHOP, Optional.of(next), true, "bench");
    return new Asked(LEADER, student, command);
  }

  private Asked extend(int round) {
    var schedule = new Scope.OfSchedule(new ScheduleId("main"));
    var control = new Control.Extend(1 + round % 3, new Ripple.Compress());
    return new Asked(LEADER, student(round), new Steer(schedule, control, "", Command.ANY_VERSION));
  }

  private static Floor.Evolved decided(Floor before, Asked asked) {
    var who = Objects.requireNonNull(before.school().people().get(asked.who()));
    var role = who.role();
    var touched = Touched.NOTHING;
    var next = before;
    if (before.decide(asked.command(), new Stamp(asked.who(), role, before.at()))
        instanceof Accepted(var events, _)) {
      for (var event : events) {
        var evolved = next.evolve(event);
        next = evolved.floor();
        touched = touched.and(evolved.touched());
      }
    }
    next.nextDue();
    return new Floor.Evolved(next, touched);
  }

  private List<Cost> measured(String what, Floor base, IntFunction<Asked> asks) {
    var deciding = new Meter();
    var cutting = new Meter();
    var leader = views.cut(new Audience.OfLeaders(), base);
    var helper = views.cut(new Audience.OfHelper(HELPER), base);
    long untilNs = Meter.cpuNs() + NS_MAX;
    for (int i = 0; i < 2 * rounds && Meter.cpuNs() < untilNs; i++) {
      if (i == rounds) {
        deciding.reset();
        cutting.reset();
      }
      var asked = asks.apply(i);
      var own = new Audience.OfStudent(asked.about());
      var before = views.cut(own, base);
      var after = deciding.of(() -> decided(base, asked));
      cutting.of(
          () ->
              List.of(
                  patch(new Audience.OfLeaders(), leader, after),
                  patch(new Audience.OfHelper(HELPER), helper, after),
                  patch(own, before, after)));
    }
    return List.of(Cost.of(what + ": decide", deciding), Cost.of(what + ": cut", cutting));
  }

  private Optional<Patch> patch(Audience audience, View before, Floor.Evolved after) {
    return views.touches(audience, after.floor(), after.touched())
        ? Optional.of(views.recut(before, audience, after.floor(), after.touched()).patch())
        : Optional.empty();
  }
}

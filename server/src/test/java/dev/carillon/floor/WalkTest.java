package dev.carillon.floor;

import static dev.carillon.Fixtures.MAIN;
import static dev.carillon.floor.Command.ANY_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.AcknowledgePrompt;
import dev.carillon.floor.Command.AdoptSchool;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.JumpToNextBell;
import dev.carillon.floor.Command.MarkAllHere;
import dev.carillon.floor.Command.MarkArrival;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ReportArrival;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SetSpeed;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.ScheduleChanged;
import dev.carillon.floor.Event.SchedulePaused;
import dev.carillon.floor.Event.ScheduleResumed;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: whatever is asked, in whatever order and by whomever, the floor keeps its promises.
///
/// Method: days of 3,000 commands drawn from a named seed, with time passing in between, sometimes
/// in steps so long that bells are missed, and old due commands coming again. Every promise is
/// checked after each command, and a dry run of each changes nothing.
final class WalkTest {
  private static final int COMMANDS = 3_000;

  private final Set<BellId> settled = new HashSet<>();
  private final List<DueCommand> past = new ArrayList<>();
  private int taken;
  private HelpRecount recount = new HelpRecount();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void no_order_of_commands_breaks_a_promise(long seed) {
    var dice = new SplittableRandom(seed);
    var floor = nextMorning();
    var now = floor.at();
    for (int n = 0; n < COMMANDS; n++) {
      var where = "seed " + seed + ", command " + n;
      now = now.plusMillis(dice.nextLong(dice.nextInt(40) == 0 ? 120_000 : 17_000));
      floor = dued(floor, now, dice, where);
      var person = who(dice);
      var stamp = new Stamp(person, role(person), now);
      floor = decided(floor, command(floor, person, dice), stamp, where);
      now = floor.at().isAfter(now) ? floor.at() : now;
      floor = dued(floor, now, dice, where);
      promised(floor, now, where);
      if (timeline(floor).ended()) {
        recount.isWhatIsKnown(floor, where);
        floor = nextMorning();
        now = floor.at();
      }
    }
    assertThat(taken).as("seed %d: commands mean something", seed).isGreaterThan(COMMANDS / 5);
  }

  private Floor nextMorning() {
    recount = new HelpRecount();
    settled.clear();
    past.clear();
    var day = Fixtures.dayOpened();
    return Floor.opened(
        new Event.DayOpened(
            day.school(),
            day.plan(),
            day.assignments(),
            day.carry(),
            1,
            true,
            Fixtures.at("07:58")));
  }

  /// Decides what fell due, each at its instant or, as after an outage, all of it now.
  private Floor dued(Floor start, Instant now, SplittableRandom dice, String where) {
    var floor = start;
    boolean isLate = dice.nextInt(10) == 0;
    var due = floor.nextDue();
    while (due.isPresent() && !due.get().dueAt().isAfter(now)) {
      var stamp = Stamp.system(isLate ? now : due.get().dueAt());
      var accepted = (Accepted) floor.decide(due.get(), stamp);
      assertThat(accepted.events()).as("%s: %s moves on", where, due.get()).isNotEmpty();
      past.add(due.get());
      floor = applied(floor, accepted, where);
      due = floor.nextDue();
    }
    if (!past.isEmpty()) {
      var again = floor.decide(past.get(dice.nextInt(past.size())), Stamp.system(now));
      assertThat(again).as("%s: decided again", where).isEqualTo(Decision.accept());
    }
    return floor;
  }

  private Floor decided(Floor floor, Command command, Stamp stamp, String where) {
    var dry = floor.decide(command, stamp);
    assertThat(floor.decide(command, stamp)).as("%s: dry %s", where, command).isEqualTo(dry);
    if (!(dry instanceof Accepted accepted) || accepted.events().isEmpty()) {
      return floor;
    }
    taken++;
    return applied(floor, accepted, where + " " + command);
  }

  private Floor applied(Floor start, Accepted accepted, String where) {
    var floor = start;
    recount.saw(start, accepted.events());
    for (var event : accepted.events()) {
      onlyOnce(event, where);
      var next = floor.evolve(event).floor();
      versionGrows(floor, next, event, where);
      HelpPromises.grown(floor, next, event, where);
      floor = next;
    }
    return floor;
  }

  private void onlyOnce(Event event, String where) {
    switch (event) {
      case BellRang rang -> assertThat(settled.add(rang.bell())).as("%s: %s", where, rang).isTrue();
      case BellMissed missed ->
          assertThat(settled.add(missed.bell())).as("%s: %s", where, missed).isTrue();
      default -> {}
    }
  }

  private static void versionGrows(Floor before, Floor after, Event event, String where) {
    boolean isControl =
        event instanceof SchedulePaused
            || event instanceof ScheduleResumed
            || event instanceof ScheduleChanged;
    assertThat(timeline(after).version() - timeline(before).version())
        .as("%s: version after %s", where, event)
        .isEqualTo(isControl ? 1 : 0);
  }

  private static Timeline timeline(Floor floor) {
    return floor.timelines().get(MAIN);
  }

  private void promised(Floor floor, Instant now, String where) {
    boundariesHold(floor, where);
    agendaIsInOrder(floor, where);
    everybodyHasOnePlace(floor, where);
    countsAreRight(floor, where);
    Recount.check(floor, () -> where);
    HelpPromises.kept(floor, where);
    boolean isDone = floor.nextDue().filter(due -> !due.dueAt().isAfter(now)).isEmpty();
    check(isDone, "nothing stays due", where);
  }

  private static void boundariesHold(Floor floor, String where) {
    var blocks = timeline(floor).blocks();
    var published = timeline(floor).published();
    check(blocks.size() == published.size(), "no block comes or goes", where);
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      var was = published.get(i);
      check(block.id().equals(was.id()), "blocks keep their order", where);
      check(block.start().isBefore(block.end()), "boundaries increase", where);
      check(i == 0 || !block.start().isBefore(blocks.get(i - 1).end()), "blocks are apart", where);
      check(!block.anchorStart() || block.start().equals(was.start()), "lunch holds", where);
      check(!block.anchorEnd() || block.end().equals(was.end()), "buses hold", where);
    }
  }

  private static void agendaIsInOrder(Floor floor, String where) {
    var edges = floor.agenda(MAIN).edges();
    for (int i = 1; i < edges.size(); i++) {
      check(edges.get(i - 1).at().isBefore(edges.get(i).at()), "edges increase", where);
    }
  }

  private static void everybodyHasOnePlace(Floor floor, String where) {
    for (var student : floor.school().students()) {
      var place = floor.assignmentNow(student.id());
      var arrival = floor.arrivals().get(student.id());
      check(place.isPresent(), "everybody has a place", where);
      check(arrival.due().equals(place.get().station()), "and is due there", where);
      check(arrival.block().equals(place.get().block()), "in that block", where);
    }
  }

  /// What is counted step by step is what a count of everybody gives.
  private static void countsAreRight(Floor floor, String where) {
    var counted = Attendance.NONE;
    for (var entry : floor.arrivals().entrySet()) {
      counted = counted.with(entry.getKey(), entry.getValue());
    }
    var attendance = floor.attendance();
    check(attendance.everyone().equals(counted.everyone()), "the counts are right", where);
    check(attendance.everyone().planned() == 4, "the counts sum to the students", where);
    for (var station : floor.school().stations().keySet()) {
      check(attendance.at(station).equals(counted.at(station)), "at each station", where);
      check(attendance.roster(station).equals(counted.roster(station)), "by name", where);
    }
  }

  private static void check(boolean holds, String promise, String where) {
    if (!holds) {
      fail("%s: broken: %s", where, promise);
    }
  }

  private static PersonId who(SplittableRandom dice) {
    return pick(
        dice,
        List.of(
            Fixtures.MIRA,
            Fixtures.NOAH,
            Fixtures.TARIQ,
            Fixtures.JUNE,
            Fixtures.ABEL,
            Fixtures.ABEL,
            Fixtures.PIA,
            Fixtures.ROSA,
            Fixtures.LENA));
  }

  private static Role role(PersonId who) {
    return Fixtures.stamp(who, "08:00").role();
  }

  /// What this person would ask in this role, and now and then what she may not.
  private Command command(Floor floor, PersonId who, SplittableRandom dice) {
    var role = dice.nextInt(15) == 0 ? pick(dice, List.of(Role.values())) : role(who);
    return switch (role) {
      case STUDENT -> ofStudent(floor, who, dice);
      case PARAPROFESSIONAL, TEACHER -> ofHelper(floor, who, dice);
      case LEADER, ADMINISTRATOR, BOARD, SYSTEM, SOURCE -> ofLeader(floor, dice);
    };
  }

  private static Command ofStudent(Floor floor, PersonId who, SplittableRandom dice) {
    return switch (dice.nextInt(7)) {
      case 0, 1 ->
          new AskForHelp(
              new HelpId("h" + dice.nextInt(1_000_000)),
              who,
              pick(dice, List.of(HelpKind.values())),
              "");
      case 2 -> new CancelHelp(help(floor, dice));
      case 3 -> new ReportHere();
      case 4 -> new ReportArrival(station(dice), pick(dice, List.of(Evidence.values())));
      case 5 -> new ResolveHelp(help(floor, dice), ANY_VERSION);
      default -> new AcknowledgePrompt(pick(dice, Fixtures.blocks()).id());
    };
  }

  private static Command ofHelper(Floor floor, PersonId who, SplittableRandom dice) {
    return switch (dice.nextInt(11)) {
      case 0 -> new ClaimHelp(help(floor, dice));
      case 1, 2 -> new ClaimNext();
      case 3, 4 -> new ArriveAtHelp(held(floor, who, dice), dice.nextInt(1, 3));
      case 5 -> new ReleaseHelp(held(floor, who, dice), dice.nextInt(1, 3));
      case 6 -> new ResolveHelp(held(floor, who, dice), dice.nextInt(1, 3));
      case 7 -> new MarkArrival(student(dice), station(dice));
      case 8 -> new MarkAllHere(station(dice));
      case 9 -> dice.nextBoolean() ? new StartDuty() : new EndDuty();
      default ->
          new AskForHelp(
              new HelpId("p" + dice.nextInt(1_000_000)), student(dice), HelpKind.PERSON, "");
    };
  }

  private static Command ofLeader(Floor floor, SplittableRandom dice) {
    long expect = dice.nextInt(3) == 0 ? timeline(floor).version() : ANY_VERSION;
    return switch (dice.nextInt(12)) {
      case 0 -> new Steer(new Scope.OfSchedule(MAIN), new Control.Pause(), "", expect);
      case 1, 2, 3 ->
          new Steer(new Scope.OfSchedule(MAIN), new Control.Resume(Ripple.COMPRESS), "", expect);
      case 4 ->
          new Steer(
              new Scope.OfSchedule(MAIN),
              new Control.Resume(new Ripple.AbsorbCurrent()),
              "",
              expect);
      case 5 ->
          dice.nextBoolean()
              ? new Steer(
                  new Scope.OfSchedule(MAIN),
                  new Control.Extend(dice.nextInt(12), Ripple.COMPRESS),
                  "",
                  expect)
              : new Steer(
                  new Scope.OfSchedule(MAIN), new Control.Trim(dice.nextInt(12)), "", expect);
      case 6 ->
          dice.nextInt(4) == 0
              ? new Steer(new Scope.OfSchedule(MAIN), new Control.Advance(false), "", expect)
              : new JumpToNextBell();
      case 7 -> new Steer(new Scope.OfSchedule(MAIN), new Control.Ring(), "", expect);
      case 8 -> new MarkArrival(student(dice), station(dice));
      case 9 -> new SetSpeed(pick(dice, List.of(0, 1, 1, 1, 10, 60)));
      case 10 -> new AdoptSchool(Fixtures.school());
      default -> new ReleaseHelp(help(floor, dice), ANY_VERSION);
    };
  }

  private static HelpId held(Floor floor, PersonId who, SplittableRandom dice) {
    return floor.help().heldBy(who).map(HelpRequest::id).orElseGet(() -> help(floor, dice));
  }

  /// Mostly an open request, sometimes one that is over or never was.
  private static HelpId help(Floor floor, SplittableRandom dice) {
    var open = new ArrayList<>(floor.help().orders().keySet());
    var over = new ArrayList<>(floor.help().over().keySet());
    if (dice.nextInt(8) == 0 && !over.isEmpty()) {
      return pick(dice, over);
    }
    return open.isEmpty() ? new HelpId("never") : pick(dice, open);
  }

  private static PersonId student(SplittableRandom dice) {
    return pick(dice, Fixtures.school().students()).id();
  }

  private static StationId station(SplittableRandom dice) {
    return pick(dice, List.copyOf(Fixtures.school().stations().keySet()));
  }

  private static <T> T pick(SplittableRandom dice, List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }
}

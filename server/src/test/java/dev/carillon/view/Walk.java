package dev.carillon.view;

import dev.carillon.Fixtures;
import dev.carillon.floor.AwayKind;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AcknowledgePrompt;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.BorrowSeat;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.MarkAllHere;
import dev.carillon.floor.Command.MarkArrival;
import dev.carillon.floor.Command.MergeTurns;
import dev.carillon.floor.Command.Rebalance;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ReportArrival;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Command.TakeSignal;
import dev.carillon.floor.Command.TellHelp;
import dev.carillon.floor.Command.UnmergeTurns;
import dev.carillon.floor.Control;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event;
import dev.carillon.floor.Evidence;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.Hint;
import dev.carillon.floor.Ripple;
import dev.carillon.floor.Signal;
import dev.carillon.floor.SourceTerms;
import dev.carillon.floor.Stamp;
import dev.carillon.floor.StudioTurns;
import dev.carillon.floor.Touched;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SourceId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person;
import dev.carillon.school.Programme;
import dev.carillon.school.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A day in which anybody does anything at any time. What falls due is decided first, as a desk
/// does it.
final class Walk {
  /// Told of each event that became true.
  interface Watcher {
    void changed(Floor floor, Touched touched, What what);
  }

  /// Which step and event: words are made only when something is wrong.
  record What(int step, Event event) {}

  static final SourceTerms SOURCE =
      new SourceTerms(
          new SourceId("practice"), "Canary Hall", EnumSet.allOf(Hint.Rule.class), 2, 10);

  private final SplittableRandom dice;
  private final SplittableRandom talk;
  private final Watcher watcher;
  private final List<HelpId> asked = new ArrayList<>();
  private Floor floor;
  private Instant now;
  private int step;

  Walk(long seed, Floor floor, Watcher watcher) {
    this.dice = new SplittableRandom(seed);
    this.talk = new SplittableRandom(~seed);
    this.floor = floor;
    this.watcher = watcher;
    this.now = Fixtures.at("07:50");
  }

  Floor floor() {
    return floor;
  }

  void take(int steps) {
    for (int i = 0; i < steps; i++) {
      step++;
      now = now.plusMillis(dice.nextInt(60_000));
      catchUp();
      if (dice.nextInt(8) == 0) {
        apply(told(), new Stamp(SOURCE.id().actor(), Role.SOURCE, now));
      } else {
        var who = anybody();
        apply(command(who), new Stamp(who.id(), who.role(), now));
      }
      talk();
    }
  }

  /// Drawn beside the rest of the day, which goes on as if nobody talked.
  private void talk() {
    var talker = any(List.copyOf(floor.school().people().values()), talk);
    if (talker.role() != Role.STUDENT && talk.nextBoolean()) {
      var said = new MessageCommands(talk, step).ofStaff(floor);
      apply(said, new Stamp(talker.id(), talker.role(), now));
    }
  }

  private void catchUp() {
    for (var due = floor.nextDue();
        due.isPresent() && !due.get().dueAt().isAfter(now);
        due = floor.nextDue()) {
      apply(due.get(), Stamp.system(due.get().dueAt()));
    }
  }

  private void apply(Command command, Stamp stamp) {
    if (floor.decide(command, stamp) instanceof Accepted(var events, _)) {
      for (var event : events) {
        var evolved = floor.evolve(event);
        floor = evolved.floor();
        watcher.changed(floor, evolved.touched(), new What(step, event));
      }
    }
  }

  private Command command(Person who) {
    if (steersItself() && dice.nextBoolean()) {
      var learning = new LearningCommands(dice, step);
      if (who.role() == Role.STUDENT) {
        return learning.ofStudent(who.id(), any(List.of(Fixtures.CLAY, Fixtures.LOOM)));
      }
      if (who.role().helps()) {
        return learning.ofHelper(anyStudent());
      }
    }
    if (!floor.school().arrangements().localRotations().isEmpty()
        && who.role().leads()
        && dice.nextBoolean()) {
      return ofTurns();
    }
    return switch (who.role()) {
      case STUDENT -> ofStudent(who.id());
      case PARAPROFESSIONAL, TEACHER -> ofHelper();
      case LEADER, ADMINISTRATOR -> ofLeader();
      case BOARD, SYSTEM, SOURCE -> new ReportHere();
    };
  }

  /// Of a program; what it says of places ends in the number of the step.
  private Command told() {
    var tests = List.copyOf(floor.school().arrangements().programme().assessments().keySet());
    var place = "told " + step;
    Signal what =
        switch (dice.nextInt(5)) {
          case 0 -> new Signal.Stuck(place, List.of());
          case 1 -> new Signal.Succeeded("anything");
          case 2, 3 -> tests.isEmpty() ? new Signal.Hand(place) : failed(tests);
          default -> new Signal.Hand(place);
        };
    return new TakeSignal("s" + step, SOURCE, anyStudent(), what);
  }

  private Signal failed(List<AssessmentId> tests) {
    return new Signal.Failed(any(tests).value(), 2);
  }

  private Command ofStudent(PersonId student) {
    return switch (dice.nextInt(9)) {
      case 8 -> new BorrowSeat("T" + (1 + dice.nextInt(9)), Optional.empty());
      case 7 -> tell();
      case 0, 1 -> ask(student);
      case 2 -> new CancelHelp(anyHelp());
      case 3 -> new ResolveHelp(anyHelp(), Command.ANY_VERSION);
      case 4 -> new ReportArrival(anyStation(), Evidence.CODE);
      case 5 -> new AcknowledgePrompt(anyBlock());
      default -> new ReportHere();
    };
  }

  private Command tell() {
    var kinds = HelpKind.values();
    return new TellHelp(
        anyHelp(), kinds[dice.nextInt(kinds.length)], "text " + step, true, Optional.empty());
  }

  private Command ask(PersonId student) {
    var help = new HelpId("h" + step);
    asked.add(help);
    var kinds = HelpKind.values();
    return new AskForHelp(help, student, kinds[dice.nextInt(kinds.length)], "text " + step);
  }

  private Command ofHelper() {
    return switch (dice.nextInt(10)) {
      case 0, 1 -> new ClaimNext();
      case 2 -> new ClaimHelp(anyHelp());
      case 3, 4 -> new ArriveAtHelp(anyHelp(), dice.nextInt(3));
      case 5 -> new ReleaseHelp(anyHelp(), dice.nextInt(3));
      case 6 -> new ResolveHelp(anyHelp(), dice.nextInt(3));
      case 7 -> dice.nextBoolean() ? new StartDuty() : new EndDuty();
      case 8 -> new MarkArrival(anyStudent(), anyStation());
      default -> dice.nextBoolean() ? ask(anyStudent()) : new MarkAllHere(anyStation());
    };
  }

  private Command ofTurns() {
    var joint = StudioTurns.joint(dice.nextInt(4));
    return switch (dice.nextInt(5)) {
      case 0, 1 -> new MergeTurns(StudioTurns.IN_B3, joint, dice.nextBoolean());
      case 2 -> new UnmergeTurns(StudioTurns.IN_B3, joint.part(), dice.nextBoolean());
      case 3 -> new StartAway(anyStudent(), AwayKind.ABSENT);
      default -> new Rebalance(StudioTurns.IN_B3, dice.nextBoolean(), List.of());
    };
  }

  private Command ofLeader() {
    return switch (dice.nextInt(12)) {
      case 0, 1, 2, 3, 4, 5 -> new PlacingCommands(dice, step).ofLeader(floor);
      case 6 -> Fixtures.steer(new Control.Pause());
      case 7, 8 -> Fixtures.steer(new Control.Resume(Ripple.COMPRESS));
      case 9 -> Fixtures.steer(new Control.Extend(1 + dice.nextInt(5), Ripple.COMPRESS));
      case 10 ->
          dice.nextInt(4) == 0 ? Fixtures.steer(new Control.Advance(false)) : new ReportHere();
      default -> new MarkArrival(anyStudent(), anyStation());
    };
  }

  /// Whether students steer something themselves in this school.
  private boolean steersItself() {
    return !floor.school().arrangements().programme().equals(Programme.NONE);
  }

  private Person anybody() {
    return any(List.copyOf(floor.school().people().values()));
  }

  private PersonId anyStudent() {
    return any(
        floor.school().people().values().stream()
            .filter(person -> person.role() == Role.STUDENT)
            .map(Person::id)
            .toList());
  }

  private StationId anyStation() {
    return any(List.copyOf(floor.school().stations().keySet()));
  }

  private BlockId anyBlock() {
    return any(floor.plan().schedules().getFirst().blocks()).id();
  }

  /// Mostly a late one, as early ones are over.
  private HelpId anyHelp() {
    int last = asked.size();
    return last == 0 ? new HelpId("h0") : asked.get(Math.max(0, last - 1 - dice.nextInt(6)));
  }

  private <T> T any(List<T> all) {
    return any(all, dice);
  }

  private static <T> T any(List<T> all, SplittableRandom dice) {
    return all.get(dice.nextInt(all.size()));
  }
}

package dev.carillon.desk;

import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.STUDIO;

import dev.carillon.floor.AtBell;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ArrangeBell;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimGroup;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.ClearLine;
import dev.carillon.floor.Command.DeclineGroup;
import dev.carillon.floor.Command.DismissHelp;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.KeepHeld;
import dev.carillon.floor.Command.KeepTrying;
import dev.carillon.floor.Command.LowerUrgent;
import dev.carillon.floor.Command.PinHelp;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.RenewHelp;
import dev.carillon.floor.Command.ReopenHelp;
import dev.carillon.floor.Command.ReportArrival;
import dev.carillon.floor.Command.ResolveAll;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SayHere;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Command.SayStuck;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Command.TakeOverHelp;
import dev.carillon.floor.Command.TakeSignal;
import dev.carillon.floor.Command.TellHelp;
import dev.carillon.floor.Command.UnclearLine;
import dev.carillon.floor.Command.UndoHelp;
import dev.carillon.floor.Evidence;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.HelpReason;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.Signal;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Draws what somebody may say of calls for help when she sees a floor, or saw one a while ago:
/// most of it fits, some of it comes too late.
record HelpCommands(SplittableRandom dice) {
  record Drawn(PersonId who, Command command) {}

  private static final List<HelpKind> KINDS =
      List.of(HelpKind.WORK, HelpKind.WORK, HelpKind.WORK, HelpKind.PERSON, HelpKind.EQUIPMENT);

  Drawn draw(Floor floor, int number) {
    int who = dice.nextInt(20);
    if (who == 0) {
      return dice.nextBoolean() ? new Drawn(LENA, leader(floor)) : source(number);
    }
    return who < 8 ? student(floor, number) : helper(floor);
  }

  /// What a program tells: most of it that somebody fails.
  private Drawn source(int number) {
    var test = HelpHouse.TEST.value();
    Signal what =
        switch (dice.nextInt(8)) {
          case 0 -> new Signal.Hand("");
          case 1 -> new Signal.Succeeded(test);
          case 2 -> new Signal.Stuck("slow", List.of());
          default -> new Signal.Failed(test, 0);
        };
    var signal = new TakeSignal("s" + number, HelpHouse.SOURCE, pick(HelpHouse.STUDENTS), what);
    return new Drawn(HelpHouse.SOURCE.id().actor(), signal);
  }

  private Drawn student(Floor floor, int number) {
    var who = pick(HelpHouse.STUDENTS);
    var help = new HelpId("a" + number);
    var own = floor.help().activeOf(who);
    var id = own.map(HelpRequest::id).or(() -> latest(floor, who)).orElse(help);
    if (own.isEmpty() && dice.nextInt(4) > 0) {
      return new Drawn(who, ask(help, who));
    }
    Command command =
        switch (dice.nextInt(15)) {
          case 0 -> ask(help, who);
          case 1 -> dice.nextBoolean() ? new CancelHelp(id) : new SayHere(id);
          case 2 -> new ResolveHelp(id, Command.ANY_VERSION);
          case 3, 4 -> new SayHere(id);
          case 5, 6 -> new SayStuck(id);
          case 7 -> new KeepTrying(id, dice.nextBoolean());
          case 8 -> new UndoHelp(id);
          case 9 -> new ReopenHelp(id, help);
          case 10 -> new DeclineGroup(id);
          case 11 ->
              new TellHelp(id, pick(KINDS), "more " + number, dice.nextBoolean(), wish(number));
          default -> new ReportArrival(dice.nextInt(3) == 0 ? CLAY : CENTRE, Evidence.SELF);
        };
    return new Drawn(who, command);
  }

  private Command ask(HelpId help, PersonId who) {
    var kind = dice.nextInt(40) == 0 ? HelpKind.URGENT : pick(KINDS);
    var to =
        dice.nextInt(12) == 0 ? Optional.of(pick(HelpHouse.HELPERS)) : Optional.<PersonId>empty();
    return new AskForHelp(help, who, kind, "", dice.nextBoolean(), to);
  }

  /// Now and then somebody by name.
  private static Optional<PersonId> wish(int number) {
    var helpers = HelpHouse.HELPERS;
    return number % 3 == 0 ? Optional.of(helpers.get(number % helpers.size())) : Optional.empty();
  }

  private Drawn helper(Floor floor) {
    var who = dice.nextBoolean() ? pick(HelpHouse.HELPERS) : owner(floor);
    var held = floor.help().heldBy(who);
    boolean isOnDuty = floor.onDuty().contains(who);
    if (!isOnDuty || dice.nextInt(60) == 0) {
      return new Drawn(who, isOnDuty ? new EndDuty() : new StartDuty());
    }
    if (held.isEmpty() || dice.nextInt(12) == 0) {
      return new Drawn(who, without(floor, who));
    }
    long stale = dice.nextInt(15) == 0 ? 1 : 0;
    return new Drawn(who, with(held.get().id(), held.get().epoch() - stale));
  }

  private PersonId owner(Floor floor) {
    return floor.help().holds().keySet().stream()
        .filter(HelpHouse.HELPERS::contains)
        .sorted(Comparator.comparing(PersonId::value))
        .findFirst()
        .orElseGet(() -> pick(HelpHouse.HELPERS));
  }

  private Command without(Floor floor, PersonId who) {
    var any = any(floor);
    return switch (dice.nextInt(13)) {
      case 9 -> new ArrangeBell(any, pick(List.of(AtBell.values())));
      case 0, 1 -> new ClaimHelp(any);
      case 2, 3 -> new ClaimGroup(List.of(any, any(floor), any(floor)));
      case 4 -> new TakeOverHelp(any, HelpReason.OFFLINE);
      case 5 -> new PinHelp(any, dice.nextBoolean());
      case 6 -> new LowerUrgent(urgent(floor), HelpKind.WORK, HelpReason.NOT_URGENT);
      case 7 ->
          dice.nextInt(3) > 0
              ? new UndoHelp(latest(floor, pick(HelpHouse.STUDENTS)).orElse(any))
              : new DismissHelp(any, Command.ANY_VERSION, HelpReason.DUPLICATE);
      case 8 -> {
        var student = pick(HelpHouse.STUDENTS);
        yield new AskForHelp(
            new HelpId(who.value() + floor.help().nextOrder()), student, HelpKind.WORK, "");
      }
      default -> new ClaimNext();
    };
  }

  private Command with(HelpId help, long epoch) {
    return switch (dice.nextInt(16)) {
      case 0 -> new ReleaseHelp(help, epoch);
      case 1 -> new SayNotHere(help, epoch);
      case 2, 3 -> new HoldHelp(help, epoch, 0, "");
      case 4 ->
          new HandOffHelp(help, epoch, Optional.of(pick(HelpHouse.HELPERS)), Optional.empty());
      case 5 -> new KeepHeld(help, epoch);
      case 6 -> new RenewHelp(help, epoch);
      case 7 -> new ResolveAll(help, epoch);
      case 8, 9, 10 -> new ResolveHelp(help, epoch);
      case 11 -> new DismissHelp(help, epoch, HelpReason.ANSWERED);
      default -> new ArriveAtHelp(help, epoch);
    };
  }

  private Command leader(Floor floor) {
    var any = any(floor);
    var room = dice.nextBoolean() ? CENTRE_ROOM : STUDIO;
    return switch (dice.nextInt(7)) {
      case 0 -> new ClearLine(room, dice.nextInt(1, 4), HelpReason.DRILL);
      case 1 -> new UnclearLine(room);
      case 2 -> new TakeOverHelp(any, HelpReason.OTHER_TASK);
      case 3 -> new DismissHelp(any, Command.ANY_VERSION, HelpReason.MISTAKE);
      case 4 -> new UndoHelp(latest(floor, pick(HelpHouse.STUDENTS)).orElse(any));
      case 5 -> new ReleaseHelp(any, Command.ANY_VERSION);
      default -> new PinHelp(any, dice.nextBoolean());
    };
  }

  private HelpId urgent(Floor floor) {
    return floor.help().open().values().stream()
        .filter(request -> request.asked().kind() == HelpKind.URGENT)
        .findFirst()
        .map(HelpRequest::id)
        .orElseGet(() -> any(floor));
  }

  private HelpId any(Floor floor) {
    var all = List.copyOf(floor.help().open().values());
    return all.isEmpty() ? new HelpId("none") : pick(all).id();
  }

  private static Optional<HelpId> latest(Floor floor, PersonId student) {
    return Optional.ofNullable(floor.help().latest().get(student));
  }

  private <T> T pick(List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }
}

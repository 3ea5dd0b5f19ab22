package dev.carillon.wire;

import dev.carillon.floor.AtBell;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ArrangeBell;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimGroup;
import dev.carillon.floor.Command.ClearLine;
import dev.carillon.floor.Command.DeclineGroup;
import dev.carillon.floor.Command.DismissHelp;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.KeepHeld;
import dev.carillon.floor.Command.KeepTrying;
import dev.carillon.floor.Command.LowerUrgent;
import dev.carillon.floor.Command.NoteLost;
import dev.carillon.floor.Command.PinHelp;
import dev.carillon.floor.Command.RenewHelp;
import dev.carillon.floor.Command.ReopenHelp;
import dev.carillon.floor.Command.ResolveAll;
import dev.carillon.floor.Command.SayHere;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Command.SayStuck;
import dev.carillon.floor.Command.TakeOverHelp;
import dev.carillon.floor.Command.TellHelp;
import dev.carillon.floor.Command.TellWait;
import dev.carillon.floor.Command.UnclearLine;
import dev.carillon.floor.Command.UndoHelp;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.HelpReason;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Role;
import java.util.List;

/// Reads the bodies of commands about calls for help, beside the plainest of them.
///
/// @param id of the command: a call for help is named by it
/// @param who a call for help that names nobody is for her
record HelpReader(String id, PersonId who) {
  /// One line on a card.
  private static final int TEXT_CHARS_MAX = 80;

  /// Nobody tries by herself for longer than a block.
  private static final int HOLD_MINUTES_MAX = 60;

  /// A wait as long as a block is none.
  private static final int WAIT_MINUTES_MAX = 30;

  /// Nobody helps a whole class at once: that is a lesson.
  private static final int GROUP_MAX = 12;

  private static final int LINE_MAX = 1_000;

  private static final List<HelpKind> NOT_URGENT =
      List.of(HelpKind.WORK, HelpKind.EQUIPMENT, HelpKind.PERSON);

  private static final List<Role> HELPING = List.of(Role.PARAPROFESSIONAL, Role.TEACHER);

  Command read(CommandKind kind, Fields body) throws WireFault {
    return switch (kind) {
      case HELP_TELL ->
          new TellHelp(
              help(body),
              body.oneOf("kind", List.of(HelpKind.values())),
              body.maybeText("text", TEXT_CHARS_MAX).orElse(""),
              !body.yesNo("alone"),
              body.maybeId("to", PersonId::new));
      case HELP_TRYING -> new KeepTrying(help(body), body.yesNo("on"));
      case HELP_HERE -> new SayHere(help(body));
      case HELP_STUCK -> new SayStuck(help(body));
      case HELP_REOPEN -> new ReopenHelp(help(body), new HelpId(id));
      case HELP_UNDO -> new UndoHelp(help(body));
      case HELP_GROUP -> new ClaimGroup(body.ids("helps", GROUP_MAX, HelpId::new));
      case HELP_DECLINE -> new DeclineGroup(help(body));
      case HELP_NOTED -> new NoteLost(body.ids("helps", GROUP_MAX, HelpId::new));
      case HELP_RENEW -> new RenewHelp(help(body), epoch(body));
      case HELP_NOT_HERE -> new SayNotHere(help(body), epoch(body));
      case HELP_HOLD -> hold(body);
      case HELP_HAND_OFF -> handOff(body);
      case HELP_TAKE_OVER -> new TakeOverHelp(help(body), reason(body));
      case HELP_KEEP -> new KeepHeld(help(body), epoch(body));
      case HELP_DONE_ALL -> new ResolveAll(help(body), epoch(body));
      case HELP_DISMISS -> new DismissHelp(help(body), maybeEpoch(body), reason(body));
      case HELP_LOWER -> new LowerUrgent(help(body), body.oneOf("kind", NOT_URGENT), reason(body));
      case HELP_PIN -> new PinHelp(help(body), body.yesNo("on"));
      case HELP_AT_BELL ->
          new ArrangeBell(help(body), body.oneOf("what", List.of(AtBell.values())));
      case HELP_CLEAR ->
          new ClearLine(
              body.id("room", RoomId::new), (int) body.whole("count", 1, LINE_MAX), reason(body));
      case HELP_TELL_WAIT ->
          new TellWait(
              body.id("room", RoomId::new), (int) body.whole("minutes", 1, WAIT_MINUTES_MAX));
      case HELP_UNCLEAR -> new UnclearLine(body.id("room", RoomId::new));
      default -> throw new IllegalArgumentException(kind + " is not about help");
    };
  }

  Command ask(Fields body) throws WireFault {
    return new AskForHelp(
        new HelpId(id),
        body.maybeId("student", PersonId::new).orElse(who),
        body.oneOf("kind", List.of(HelpKind.values())),
        body.maybeText("text", TEXT_CHARS_MAX).orElse(""),
        !body.yesNo("alone"),
        body.maybeId("to", PersonId::new));
  }

  private static Command hold(Fields body) throws WireFault {
    return new HoldHelp(
        help(body),
        epoch(body),
        (int) body.maybeWhole("minutes", 1, HOLD_MINUTES_MAX).orElse(0),
        body.maybeText("note", TEXT_CHARS_MAX).orElse(""));
  }

  private static Command handOff(Fields body) throws WireFault {
    var to = body.maybeId("to", PersonId::new);
    var role = body.maybeOneOf("role", HELPING);
    if (to.isPresent() == role.isPresent()) {
      throw body.wrong("to", "a helper, or `role` instead of it");
    }
    return new HandOffHelp(help(body), maybeEpoch(body), to, role);
  }

  private static HelpReason reason(Fields body) throws WireFault {
    return body.oneOf("reason", List.of(HelpReason.values()));
  }

  private static HelpId help(Fields body) throws WireFault {
    return body.id("help", HelpId::new);
  }

  private static long epoch(Fields body) throws WireFault {
    return body.whole("epoch");
  }

  private static long maybeEpoch(Fields body) throws WireFault {
    return body.maybeWhole("epoch", 0, Long.MAX_VALUE).orElse(Command.ANY_VERSION);
  }
}

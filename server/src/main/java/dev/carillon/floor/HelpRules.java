package dev.carillon.floor;

import static dev.carillon.floor.Decision.refuse;

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
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.HelpCommand;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.KeepHeld;
import dev.carillon.floor.Command.KeepTrying;
import dev.carillon.floor.Command.LowerUrgent;
import dev.carillon.floor.Command.OfHelp;
import dev.carillon.floor.Command.PinHelp;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.RenewHelp;
import dev.carillon.floor.Command.ReopenHelp;
import dev.carillon.floor.Command.ResolveAll;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SayHere;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Command.SayStuck;
import dev.carillon.floor.Command.TakeOverHelp;
import dev.carillon.floor.Command.TellHelp;
import dev.carillon.floor.Command.TellWait;
import dev.carillon.floor.Command.UnclearLine;
import dev.carillon.floor.Command.UndoHelp;

/// The help queue. Whoever claims first wins, because the commands of one floor are decided one at
/// a time. What is said of asking, of claiming, by an owner and of ending has rules of its own;
/// here they meet.
record HelpRules(Floor floor, Stamp stamp) {
  Decision decide(HelpCommand command) {
    return switch (command) {
      case AskForHelp ask -> new HelpAsking(floor, stamp).ask(ask);
      case ClaimNext() -> new HelpClaiming(floor, stamp).next();
      case ClaimGroup group -> new HelpGroups(floor, stamp).claim(group.helps());
      case ClearLine clear -> new HelpEnds(floor, stamp).clear(clear);
      case UnclearLine(var room) -> new HelpEnds(floor, stamp).unclear(room);
      case TellWait(var room, var minutes) -> new HelpTelling(floor, stamp).tellWait(room, minutes);
      case OfHelp said ->
          floor
              .help()
              .find(said.help())
              .map(request -> decide(said, request))
              .orElseGet(() -> refuse(Refusal.HELP_UNKNOWN));
    };
  }

  private Decision decide(OfHelp said, HelpRequest request) {
    var asking = new HelpAsking(floor, stamp);
    var claiming = new HelpClaiming(floor, stamp);
    var owning = new HelpOwning(floor, stamp);
    var ends = new HelpEnds(floor, stamp);
    return switch (said) {
      case TellHelp tell -> new HelpTelling(floor, stamp).tell(request, tell);
      case KeepTrying(_, var trying) -> asking.trying(request, trying);
      case SayHere _ -> asking.here(request);
      case SayStuck _ -> asking.stuck(request);
      case ReopenHelp(_, var reopened) -> asking.reopen(request, reopened);
      case ClaimHelp _ -> claiming.claim(request);
      case TakeOverHelp(_, var reason) -> claiming.takeOver(request, reason);
      case LowerUrgent(_, var kind, var reason) -> claiming.lower(request, kind, reason);
      case PinHelp(_, var pinned) -> claiming.pin(request, pinned);
      case ArrangeBell(_, var what) -> new HelpArranging(floor).arrange(request, what, stamp);
      case DeclineGroup _ -> new HelpGroups(floor, stamp).decline(request);
      case ArriveAtHelp(_, var epoch) -> owning.arrive(request, epoch);
      case RenewHelp(_, var epoch) -> owning.renew(request, epoch);
      case ReleaseHelp(_, var epoch, var reason) -> owning.release(request, epoch, reason);
      case SayNotHere(_, var epoch) -> owning.notHere(request, epoch);
      case HoldHelp hold -> owning.hold(request, hold);
      case HandOffHelp handOff -> owning.handOff(request, handOff);
      case KeepHeld(_, var epoch) -> owning.keep(request, epoch);
      case CancelHelp _ -> ends.cancel(request);
      case ResolveHelp(_, var epoch) -> ends.resolve(request, epoch);
      case ResolveAll(_, var epoch) -> ends.resolveAll(request, epoch);
      case DismissHelp(_, var epoch, var reason) -> ends.dismiss(request, epoch, reason);
      case UndoHelp _ -> ends.undo(request);
    };
  }
}

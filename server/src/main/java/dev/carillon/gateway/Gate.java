package dev.carillon.gateway;

import dev.carillon.access.Act;
import dev.carillon.access.Authority;
import dev.carillon.floor.Command.AckChange;
import dev.carillon.floor.Command.AcknowledgePrompt;
import dev.carillon.floor.Command.AllowStay;
import dev.carillon.floor.Command.ApproveUnlock;
import dev.carillon.floor.Command.ArrangeBell;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.AskUnlock;
import dev.carillon.floor.Command.AwardMerit;
import dev.carillon.floor.Command.BorrowSeat;
import dev.carillon.floor.Command.CallUp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimGroup;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.ClearLine;
import dev.carillon.floor.Command.CloseStation;
import dev.carillon.floor.Command.DayCommand;
import dev.carillon.floor.Command.DeclineGroup;
import dev.carillon.floor.Command.DismissHelp;
import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.EndAway;
import dev.carillon.floor.Command.EndCall;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.EndStay;
import dev.carillon.floor.Command.FinishItem;
import dev.carillon.floor.Command.HandOffHelp;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.JoinFlex;
import dev.carillon.floor.Command.KeepHeld;
import dev.carillon.floor.Command.KeepTrying;
import dev.carillon.floor.Command.LeaveFlex;
import dev.carillon.floor.Command.LowerUrgent;
import dev.carillon.floor.Command.MarkAllHere;
import dev.carillon.floor.Command.MarkArrival;
import dev.carillon.floor.Command.MoveSchedule;
import dev.carillon.floor.Command.NoteLost;
import dev.carillon.floor.Command.NoteMet;
import dev.carillon.floor.Command.NotePresence;
import dev.carillon.floor.Command.OpenStation;
import dev.carillon.floor.Command.OpenUnlock;
import dev.carillon.floor.Command.PassOffer;
import dev.carillon.floor.Command.PinHelp;
import dev.carillon.floor.Command.PlanCommand;
import dev.carillon.floor.Command.ReadMessage;
import dev.carillon.floor.Command.RefuseUnlock;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.RenewHelp;
import dev.carillon.floor.Command.ReopenHelp;
import dev.carillon.floor.Command.ReportArrival;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.ReportSince;
import dev.carillon.floor.Command.ResolveAll;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.ReturnHelper;
import dev.carillon.floor.Command.RunOver;
import dev.carillon.floor.Command.SayHere;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Command.SayPrepared;
import dev.carillon.floor.Command.SayStuck;
import dev.carillon.floor.Command.SendHelper;
import dev.carillon.floor.Command.SendMessage;
import dev.carillon.floor.Command.SetAway;
import dev.carillon.floor.Command.SetGoal;
import dev.carillon.floor.Command.SignalCommand;
import dev.carillon.floor.Command.StartAway;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Command.SubmitUnlock;
import dev.carillon.floor.Command.TakeChoice;
import dev.carillon.floor.Command.TakeOffer;
import dev.carillon.floor.Command.TakeOverHelp;
import dev.carillon.floor.Command.TellHelp;
import dev.carillon.floor.Command.TellWait;
import dev.carillon.floor.Command.TurningCommand;
import dev.carillon.floor.Command.UnclearLine;
import dev.carillon.floor.Command.UndoHelp;
import dev.carillon.floor.Command.UndoUnlock;
import dev.carillon.floor.Command.WithdrawMessage;
import dev.carillon.floor.Command.WriteReflection;
import dev.carillon.floor.Refusal;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import dev.carillon.wire.ClientFrame.Ask;
import java.util.Optional;

/// Asks the authority table before a command reaches a desk. Whose room or claim something is, only
/// the floor knows; it refuses that itself.
final class Gate {
  private Gate() {}

  /// Empty = let it pass.
  static Optional<Refusal> denies(Ask ask, PersonId who, Role role, boolean isDemo) {
    var relation = Act.of(ask.kind().word()).flatMap(act -> Authority.relation(role, act));
    if (relation.isEmpty()) {
      return Optional.of(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (relation.get()) {
      case OWN -> isOwn(ask, who) ? Optional.empty() : Optional.of(Refusal.NOT_YOURS_TO_DO);
      case DEMO -> isDemo ? Optional.empty() : Optional.of(Refusal.DEMO_ONLY);
      case HELD, ROOMS, TEAM, MENTEES, ANY -> Optional.empty();
    };
  }

  /// Whether a command somebody may only give for herself names nobody else. Every command is named
  /// here, so that one that is new does not compile until somebody has said whom it is about.
  private static boolean isOwn(Ask ask, PersonId who) {
    return switch (ask.command()) {
      case AskForHelp(_, var student, _, _, _, _) -> student.equals(who);
      case SayPrepared(var student, _, _) -> student.equals(who);
      case FinishItem(var student, _, _) -> student.equals(who);
      // They name nobody: the floor takes whoever asks, and knows whose the request is.
      case ReportArrival _,
          ReportHere _,
          ReportSince _,
          BorrowSeat _,
          AcknowledgePrompt _,
          TakeChoice _,
          AckChange _,
          CancelHelp _,
          ResolveHelp _,
          KeepTrying _,
          SayHere _,
          SayStuck _,
          ReopenHelp _,
          UndoHelp _,
          DeclineGroup _,
          TellHelp _,
          SetAway _,
          NoteLost _,
          ReadMessage _,
          WithdrawMessage _,
          JoinFlex _,
          LeaveFlex _,
          TakeOffer _,
          PassOffer _,
          AskUnlock _,
          OpenUnlock _,
          SubmitUnlock _,
          SetGoal _,
          WriteReflection _,
          StartDuty _,
          EndDuty _ ->
          true;
      // Nothing that is somebody's own.
      case DayCommand _,
          DueCommand _,
          Steer _,
          PlanCommand _,
          TurningCommand _,
          SignalCommand _,
          SendMessage _,
          SendHelper _,
          ReturnHelper _,
          MarkArrival _,
          MarkAllHere _,
          Retarget _,
          CallUp _,
          EndCall _,
          AllowStay _,
          EndStay _,
          RunOver _,
          StartAway _,
          EndAway _,
          MoveSchedule _,
          CloseStation _,
          OpenStation _,
          ClaimHelp _,
          ClaimNext _,
          ArriveAtHelp _,
          ReleaseHelp _,
          ClaimGroup _,
          RenewHelp _,
          SayNotHere _,
          HoldHelp _,
          HandOffHelp _,
          TakeOverHelp _,
          KeepHeld _,
          ResolveAll _,
          DismissHelp _,
          LowerUrgent _,
          PinHelp _,
          ArrangeBell _,
          ClearLine _,
          UnclearLine _,
          TellWait _,
          NotePresence _,
          ApproveUnlock _,
          RefuseUnlock _,
          UndoUnlock _,
          NoteMet _,
          AwardMerit _ ->
          false;
    };
  }
}

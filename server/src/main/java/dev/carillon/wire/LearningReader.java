package dev.carillon.wire;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ApproveUnlock;
import dev.carillon.floor.Command.AskUnlock;
import dev.carillon.floor.Command.AwardMerit;
import dev.carillon.floor.Command.DismissHint;
import dev.carillon.floor.Command.FinishItem;
import dev.carillon.floor.Command.JoinFlex;
import dev.carillon.floor.Command.LeaveFlex;
import dev.carillon.floor.Command.NoteMet;
import dev.carillon.floor.Command.OpenUnlock;
import dev.carillon.floor.Command.PassOffer;
import dev.carillon.floor.Command.RefuseUnlock;
import dev.carillon.floor.Command.SayPrepared;
import dev.carillon.floor.Command.SetGoal;
import dev.carillon.floor.Command.SubmitUnlock;
import dev.carillon.floor.Command.TakeOffer;
import dev.carillon.floor.Command.UndoUnlock;
import dev.carillon.floor.Command.WriteReflection;
import dev.carillon.floor.Diary.Thought;
import dev.carillon.floor.HowFinished;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HintId;
import dev.carillon.school.Id.MeritId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Id.UnlockId;
import java.util.List;
import java.util.Optional;

/// Reads the body of a command about what students steer themselves.
///
/// @param id of the command: an unlock is named by it
/// @param who speaks of herself when the body names nobody
record LearningReader(String id, PersonId who) {
  /// One line on a card.
  private static final int THOUGHT_CHARS_MAX = 80;

  private static final int REASON_CHARS_MAX = 120;

  Command read(CommandKind kind, Fields body) throws WireFault {
    return switch (kind) {
      case FLEX_JOIN -> new JoinFlex(station(body));
      case FLEX_LEAVE -> new LeaveFlex(station(body));
      case FLEX_ACCEPT -> new TakeOffer(station(body));
      case FLEX_PASS -> new PassOffer(station(body));
      case UNLOCK_ASK -> new AskUnlock(new UnlockId(id), body.id("assessment", AssessmentId::new));
      case UNLOCK_APPROVE -> new ApproveUnlock(unlock(body));
      case UNLOCK_REFUSE ->
          new RefuseUnlock(unlock(body), body.maybeText("reason", REASON_CHARS_MAX).orElse(""));
      case UNLOCK_UNDO -> new UndoUnlock(unlock(body));
      case UNLOCK_OPEN -> new OpenUnlock(unlock(body));
      case UNLOCK_SUBMIT -> new SubmitUnlock(unlock(body));
      case GOAL_SET -> new SetGoal(thought(body));
      case REFLECTION_WRITE -> new WriteReflection(thought(body), block(body));
      case HINT_DISMISS -> new DismissHint(body.id("hint", HintId::new));
      case MENTOR_MET -> new NoteMet(body.id("student", PersonId::new));
      case PREPARED_SET -> new SayPrepared(student(body), body.yesNo("prepared"), block(body));
      case BADGE_AWARD ->
          new AwardMerit(body.id("student", PersonId::new), body.id("badge", MeritId::new));
      case LEARNING_FINISH ->
          new FinishItem(
              student(body),
              body.text("item", Fields.TEXT_CHARS_MAX),
              body.maybeOneOf("how", List.of(HowFinished.values())).orElse(HowFinished.FINISHED));
      default -> throw new IllegalArgumentException(kind + " is not about learning");
    };
  }

  private static Thought thought(Fields body) throws WireFault {
    var choice = body.maybeText("choice", THOUGHT_CHARS_MAX);
    var text = body.maybeText("text", THOUGHT_CHARS_MAX).map(String::strip);
    if (choice.isPresent() == text.isPresent() || text.filter(String::isEmpty).isPresent()) {
      throw body.wrong("text", "what was written, or `choice` instead of it");
    }
    return choice
        .<Thought>map(Thought.Chosen::new)
        .orElseGet(() -> new Thought.Written(text.get()));
  }

  private PersonId student(Fields body) throws WireFault {
    return body.maybeId("student", PersonId::new).orElse(who);
  }

  private static Optional<BlockId> block(Fields body) throws WireFault {
    return body.maybeId("block", BlockId::new);
  }

  private static UnlockId unlock(Fields body) throws WireFault {
    return body.id("unlock", UnlockId::new);
  }

  private static StationId station(Fields body) throws WireFault {
    return body.id("station", StationId::new);
  }
}

package dev.carillon.view;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ApproveUnlock;
import dev.carillon.floor.Command.AskUnlock;
import dev.carillon.floor.Command.AwardMerit;
import dev.carillon.floor.Command.FinishItem;
import dev.carillon.floor.Command.JoinFlex;
import dev.carillon.floor.Command.LeaveFlex;
import dev.carillon.floor.Command.NoteMet;
import dev.carillon.floor.Command.OpenUnlock;
import dev.carillon.floor.Command.RefuseUnlock;
import dev.carillon.floor.Command.SayPrepared;
import dev.carillon.floor.Command.SetGoal;
import dev.carillon.floor.Command.SubmitUnlock;
import dev.carillon.floor.Command.TakeOffer;
import dev.carillon.floor.Command.UndoUnlock;
import dev.carillon.floor.Command.WriteReflection;
import dev.carillon.floor.Diary.Thought;
import dev.carillon.floor.FlexSchool;
import dev.carillon.floor.HowFinished;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Id.UnlockId;
import java.util.Optional;
import java.util.SplittableRandom;

/// Draws what students and staff of [FlexSchool] may say of what students steer themselves.
///
/// @param step makes what is written another text each time
record LearningCommands(SplittableRandom dice, int step) {
  /// @param student herself
  Command ofStudent(PersonId student, StationId station) {
    return switch (dice.nextInt(11)) {
      case 0, 1, 2 -> new JoinFlex(station);
      case 3 -> new LeaveFlex(station);
      case 4 -> new TakeOffer(station);
      case 5 -> new AskUnlock(unlock(), FlexSchool.FRACTIONS);
      case 6 -> dice.nextBoolean() ? new OpenUnlock(unlock()) : new SubmitUnlock(unlock());
      case 7 -> new SetGoal(thought());
      case 8 -> new WriteReflection(thought(), Optional.empty());
      case 9 -> new SayPrepared(student, dice.nextBoolean(), Optional.empty());
      default -> finish(student);
    };
  }

  /// @param student of whom a helper speaks
  Command ofHelper(PersonId student) {
    return switch (dice.nextInt(7)) {
      case 0 -> new ApproveUnlock(unlock());
      case 5 -> new UndoUnlock(unlock());
      case 1 -> new RefuseUnlock(unlock(), "because");
      case 2 -> new NoteMet(student);
      case 3 -> new SayPrepared(student, dice.nextBoolean(), Optional.empty());
      case 4 -> new AwardMerit(student, FlexSchool.PERSISTENCE);
      default -> finish(student);
    };
  }

  private Command finish(PersonId student) {
    var item = dice.nextBoolean() ? FlexSchool.STORY : FlexSchool.POEM;
    return new FinishItem(
        student, item, dice.nextBoolean() ? HowFinished.FINISHED : HowFinished.TESTED_OUT);
  }

  private Thought thought() {
    return new Thought.Written("thought " + step);
  }

  private UnlockId unlock() {
    return new UnlockId("u" + dice.nextInt(12));
  }
}

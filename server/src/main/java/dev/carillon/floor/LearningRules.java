package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.ApproveUnlock;
import dev.carillon.floor.Command.AskUnlock;
import dev.carillon.floor.Command.AwardMerit;
import dev.carillon.floor.Command.FinishItem;
import dev.carillon.floor.Command.LearningCommand;
import dev.carillon.floor.Command.NoteMet;
import dev.carillon.floor.Command.OpenUnlock;
import dev.carillon.floor.Command.RefuseUnlock;
import dev.carillon.floor.Command.SayPrepared;
import dev.carillon.floor.Command.SetGoal;
import dev.carillon.floor.Command.SubmitUnlock;
import dev.carillon.floor.Command.UndoUnlock;
import dev.carillon.floor.Command.WriteReflection;
import dev.carillon.floor.Diary.Thought;
import dev.carillon.floor.Event.GoalSet;
import dev.carillon.floor.Event.MentorMet;
import dev.carillon.floor.Event.MeritAwarded;
import dev.carillon.floor.Event.PreparedSaid;
import dev.carillon.floor.Event.ReflectionWritten;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.MeritId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Programme;
import dev.carillon.school.Role;
import java.util.Optional;
import java.util.function.Function;

/// Goals, mentors, preparation and badges: what students say of their own learning, and what their
/// team says.
///
/// The team of a student are the teachers and paraprofessionals who cover the room where she is to
/// be, and her mentor.
record LearningRules(Floor floor, Stamp stamp) {
  Decision decide(LearningCommand command) {
    var unlocks = new UnlockRules(floor, stamp);
    return switch (command) {
      case AskUnlock(var unlock, var assessment) -> unlocks.ask(unlock, assessment);
      case ApproveUnlock(var unlock) -> unlocks.approve(unlock);
      case RefuseUnlock(var unlock, var reason) -> unlocks.refuseIt(unlock, reason);
      case UndoUnlock(var unlock) -> unlocks.undo(unlock);
      case OpenUnlock(var unlock) -> unlocks.open(unlock);
      case SubmitUnlock(var unlock) -> unlocks.submit(unlock);
      case SetGoal(var thought) -> write(thought, goalsNow(), block -> goal(block, thought));
      case WriteReflection(var thought, var block) ->
          write(thought, reflected(block), each -> reflection(each, thought));
      case NoteMet(var student) -> met(student);
      case SayPrepared prepared -> prepared(prepared);
      case AwardMerit(var student, var merit) -> award(student, merit);
      case FinishItem finish -> new FinishRules(floor, stamp).decide(finish);
    };
  }

  private Decision write(Thought thought, Optional<Block> block, Function<Block, Decision> rule) {
    if (stamp.role() != Role.STUDENT) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    if (block.isEmpty()) {
      return refuse(Refusal.NO_GOALS_NOW);
    }
    return switch (thought) {
      case Thought.Chosen(var choice) when !programme().goals().containsKey(choice) ->
          refuse(Refusal.CHOICE_UNKNOWN);
      case Thought.Written _ when !floor.school().rules().helpText() ->
          refuse(Refusal.TEXT_NOT_ALLOWED);
      case Thought _ -> rule.apply(block.get());
    };
  }

  private Programme programme() {
    return floor.school().arrangements().programme();
  }

  private Optional<Block> goalsNow() {
    return floor.blockNow(stamp.who(), stamp.at()).filter(this::hasGoals);
  }

  private boolean hasGoals(Block block) {
    return programme().of(block.id()).goals();
  }

  /// She may look back until the end of the day: the bell may have moved her before she was done.
  private Optional<Block> reflected(Optional<BlockId> named) {
    var begun =
        floor.dayOf(stamp.who()).stream()
            .filter(this::hasGoals)
            .filter(block -> !block.start().isAfter(stamp.at()))
            .toList();
    return named.isPresent()
        ? begun.stream().filter(block -> block.id().equals(named.get())).findFirst()
        : goalsNow().or(() -> begun.stream().reduce((_, last) -> last));
  }

  private Decision goal(Block block, Thought thought) {
    return diary(block).goal().filter(thought::equals).isPresent()
        ? accept()
        : accept(new GoalSet(stamp.who(), block.id(), thought, stamp.at()));
  }

  private Decision reflection(Block block, Thought thought) {
    return diary(block).reflection().filter(thought::equals).isPresent()
        ? accept()
        : accept(new ReflectionWritten(stamp.who(), block.id(), thought, stamp.at()));
  }

  private Diary diary(Block block) {
    return floor.learning().diary(stamp.who(), block.id()).orElse(Diary.EMPTY);
  }

  private Decision met(PersonId student) {
    if (floor.student(student).isEmpty()) {
      return refuse(Refusal.STUDENT_UNKNOWN);
    }
    boolean isHers = floor.mentorOf(student).filter(stamp.who()::equals).isPresent();
    if (!isHers || !stamp.role().helps()) {
      return refuse(stamp.role().helps() ? Refusal.NOT_YOUR_STUDENT : Refusal.NOT_YOURS_TO_DO);
    }
    return floor.learning().meetings().isMet(student)
        ? accept()
        : accept(new MentorMet(student, stamp.who(), stamp.at()));
  }

  /// What a teacher says stands above what the student says. Each lesson is prepared by itself.
  private Decision prepared(SayPrepared said) {
    boolean own = stamp.role() == Role.STUDENT && said.student().equals(stamp.who());
    var refusal = own ? Optional.<Decision>empty() : notTaughtBy(floor, stamp, said.student());
    return refusal.orElseGet(
        () ->
            new FlippedLesson(floor)
                .open(said.student(), said.block())
                .map(lesson -> prepared(said, lesson.id(), own))
                .orElseGet(() -> refuse(Refusal.NO_LESSON)));
  }

  private Decision prepared(SayPrepared asked, BlockId lesson, boolean own) {
    var said = floor.learning().preparation(asked.student(), lesson);
    if (own && said.filter(Learning.Preparation::byStaff).isPresent()) {
      return said.get().prepared() == asked.prepared() ? accept() : refuse(Refusal.SAID_BY_STAFF);
    }
    var next = new Learning.Preparation(asked.prepared(), !own);
    return said.filter(next::equals).isPresent()
        ? accept()
        : accept(
            new PreparedSaid(
                asked.student(), lesson, asked.prepared(), !own, stamp.who(), stamp.at()));
  }

  private Decision award(PersonId student, MeritId merit) {
    var refusal = stamp.role().leads() ? unknown(floor, student) : notOfTeam(floor, stamp, student);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return floor.school().arrangements().programme().merits().containsKey(merit)
        ? accept(new MeritAwarded(student, merit, stamp.who(), stamp.at()))
        : refuse(Refusal.BADGE_UNKNOWN);
  }

  /// Why somebody may not speak for a student; empty when she is of her team.
  static Optional<Decision> notOfTeam(Floor floor, Stamp stamp, PersonId student) {
    if (!stamp.role().helps()) {
      return Optional.of(refuse(Refusal.NOT_YOURS_TO_DO));
    }
    var unknown = unknown(floor, student);
    return unknown.isPresent() || floor.isOfTeam(stamp.who(), student)
        ? unknown
        : Optional.of(refuse(Refusal.NOT_YOUR_STUDENT));
  }

  /// The same, of teachers only.
  static Optional<Decision> notTaughtBy(Floor floor, Stamp stamp, PersonId student) {
    return stamp.role() == Role.TEACHER
        ? notOfTeam(floor, stamp, student)
        : Optional.of(refuse(Refusal.NOT_YOURS_TO_DO));
  }

  private static Optional<Decision> unknown(Floor floor, PersonId student) {
    return floor.student(student).isPresent()
        ? Optional.empty()
        : Optional.of(refuse(Refusal.STUDENT_UNKNOWN));
  }
}

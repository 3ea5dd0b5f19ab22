package dev.carillon.floor;

import dev.carillon.floor.Event.AppointmentDue;
import dev.carillon.floor.Event.GoalSet;
import dev.carillon.floor.Event.ItemClaimed;
import dev.carillon.floor.Event.ItemFinished;
import dev.carillon.floor.Event.LearningEvent;
import dev.carillon.floor.Event.MentorMet;
import dev.carillon.floor.Event.MeritAwarded;
import dev.carillon.floor.Event.PreparedSaid;
import dev.carillon.floor.Event.ReflectionWritten;
import dev.carillon.floor.Event.UnlockApproved;
import dev.carillon.floor.Event.UnlockAsked;
import dev.carillon.floor.Event.UnlockExpired;
import dev.carillon.floor.Event.UnlockOpened;
import dev.carillon.floor.Event.UnlockRefused;
import dev.carillon.floor.Event.UnlockRelocked;
import dev.carillon.floor.Event.UnlockSubmitted;
import dev.carillon.floor.Event.UnlockUndone;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.floor.Learning.Award;
import dev.carillon.floor.Learning.Finish;
import dev.carillon.floor.Learning.Preparation;
import dev.carillon.floor.Touched.Part;
import dev.carillon.floor.Unlock.Approved;
import dev.carillon.floor.Unlock.Asked;
import dev.carillon.floor.Unlock.Expired;
import dev.carillon.floor.Unlock.Opened;
import dev.carillon.floor.Unlock.Refused;
import dev.carillon.floor.Unlock.Submitted;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.UnlockId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What unlocks, goals, mentors, preparation and badges change.
record LearningFacts(Floor floor) {
  Evolved evolve(LearningEvent event) {
    var learning = floor.learning();
    return switch (event) {
      case UnlockAsked(var id, var student, var assessment, var why, var at) ->
          of(
              student,
              learning.with(new Asked(id, student, assessment, why, Optional.empty(), at)),
              at);
      case UnlockApproved(var id, var by, var block, var until, var at) ->
          unlock(id, old -> new Approved(old.asked(), by, block, until), at);
      case UnlockRefused(var id, var by, var reason, var at) ->
          unlock(id, old -> new Refused(old.asked(), by, reason, at), at);
      case UnlockUndone(var id, _, var at) -> unlock(id, Unlock::asked, at);
      case UnlockOpened(var id, var at) -> unlock(id, old -> opened(old, at), at);
      case UnlockSubmitted(var id, var at) -> unlock(id, old -> new Submitted(old.asked(), at), at);
      case UnlockRelocked(var id, var at) -> unlock(id, old -> old.asked().relocked(at), at);
      case UnlockExpired(var id, var at) -> unlock(id, old -> new Expired(old.asked(), at), at);
      case GoalSet(var student, var block, var thought, var at) ->
          of(student, learning.with(student, block, diary(student, block).meaning(thought)), at);
      case ReflectionWritten(var student, var block, var thought, var at) ->
          of(student, learning.with(student, block, diary(student, block).looking(thought)), at);
      case MentorMet(var student, _, var at) -> of(student, learning.met(student, at), at);
      case AppointmentDue(var appointment, var at) -> due(appointment, at);
      case PreparedSaid said -> prepared(said);
      case MeritAwarded(var student, var merit, var by, var at) ->
          of(student, learning.with(student, new Award(merit, by, at)), at);
      case ItemClaimed(var student, var item, var at) ->
          of(student, learning.with(student, item, new Finish(HowFinished.TESTED_OUT, false)), at);
      case ItemFinished(var student, var item, var how, _, var at) ->
          of(student, learning.with(student, item, new Finish(how, true)), at);
    };
  }

  private static Unlock opened(Unlock old, Instant at) {
    return old instanceof Approved(var asked, var by, _, _) ? new Opened(asked, by, at) : old;
  }

  private Diary diary(PersonId student, BlockId block) {
    return floor.learning().diary(student, block).orElse(Diary.EMPTY);
  }

  private Evolved unlock(UnlockId id, UnaryOperator<Unlock> change, Instant at) {
    return switch (floor.learning().unlocks().get(id)) {
      case null -> new Evolved(floor, Touched.NOTHING);
      case Unlock old -> of(old.asked().student(), floor.learning().with(change.apply(old)), at);
    };
  }

  /// Something of one student's own changed, and where she is due with it if that follows from it.
  private Evolved of(PersonId student, Learning learning, Instant at) {
    return new Evolved(with(learning, at), touched(student));
  }

  private static Touched touched(PersonId student) {
    return Touched.part(Part.LEARNING).and(Touched.arrivals(Set.of(student), Set.of()));
  }

  private Evolved due(String appointment, Instant at) {
    var learning = floor.learning().kept(appointment);
    return new Appointments(floor)
        .studentOf(appointment)
        .map(student -> of(student, learning, at))
        .orElseGet(() -> new Evolved(with(learning, at), Touched.part(Part.LEARNING)));
  }

  private Evolved prepared(PreparedSaid said) {
    var next = new Preparation(said.prepared(), said.byStaff());
    var floor = with(this.floor.learning().with(said.student(), said.block(), next), said.at());
    return new Whereabouts(floor)
        .after(List.of(said.student()), said.at(), touched(said.student()));
  }

  private Floor with(Learning learning, Instant at) {
    return floor.next().learning(learning).at(at);
  }
}

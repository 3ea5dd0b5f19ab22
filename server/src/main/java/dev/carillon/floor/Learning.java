package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.MeritId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.UnlockId;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// What students steer themselves, and what staff say of it.
///
/// @param diaries what each student wrote of a block
/// @param kept appointments of today that have begun or could not be kept
/// @param preparations who is prepared for which lesson, by its block; of whom nothing was said is
///   not
/// @param awards badges of today, the first one first
/// @param finished what of her playlist each student is done with, by item
public record Learning(
    FlexLines flex,
    PMap<UnlockId, Unlock> unlocks,
    PMap<PersonId, PMap<BlockId, Diary>> diaries,
    Meetings meetings,
    PSet<String> kept,
    PMap<PersonId, PMap<BlockId, Preparation>> preparations,
    PMap<PersonId, PVector<Award>> awards,
    PMap<PersonId, PMap<String, Finish>> finished) {
  static final Learning NONE =
      new Learning(
          FlexLines.NONE,
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          Meetings.NONE,
          HashTreePSet.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty());

  /// @param byStaff whether a teacher said so, which a student cannot change
  public record Preparation(boolean prepared, boolean byStaff) {}

  public record Award(MeritId merit, PersonId by, Instant at) {}

  /// @param confirmed false while a student says she has tested out and nobody has looked
  public record Finish(HowFinished how, boolean confirmed) {}

  /// The day begins with whom mentors have met before.
  static Learning opened(Meetings before) {
    return NONE.met(before);
  }

  public Optional<Diary> diary(PersonId student, BlockId block) {
    return Optional.ofNullable(diaries.getOrDefault(student, HashTreePMap.empty()).get(block));
  }

  /// What was said of a student and a lesson.
  public Optional<Preparation> preparation(PersonId student, BlockId block) {
    return Optional.ofNullable(preparations.getOrDefault(student, HashTreePMap.empty()).get(block));
  }

  public boolean isPrepared(PersonId student, BlockId block) {
    return preparation(student, block).filter(Preparation::prepared).isPresent();
  }

  public PVector<Award> awardsOf(PersonId student) {
    return awards.getOrDefault(student, TreePVector.empty());
  }

  public Optional<Finish> finish(PersonId student, String item) {
    return Optional.ofNullable(finished.getOrDefault(student, HashTreePMap.empty()).get(item));
  }

  boolean isFinished(PersonId student, String item) {
    return finish(student, item).filter(Finish::confirmed).isPresent();
  }

  Learning with(FlexLines next) {
    return new Learning(next, unlocks, diaries, meetings, kept, preparations, awards, finished);
  }

  Learning with(Unlock unlock) {
    var next = unlocks.plus(unlock.id(), unlock);
    return new Learning(flex, next, diaries, meetings, kept, preparations, awards, finished);
  }

  Learning with(PersonId student, BlockId block, Diary diary) {
    var hers = diaries.getOrDefault(student, HashTreePMap.empty()).plus(block, diary);
    var next = diaries.plus(student, hers);
    return new Learning(flex, unlocks, next, meetings, kept, preparations, awards, finished);
  }

  private Learning met(Meetings next) {
    return new Learning(flex, unlocks, diaries, next, kept, preparations, awards, finished);
  }

  Learning met(PersonId student, Instant at) {
    return met(meetings.with(student, at));
  }

  Learning kept(String appointment) {
    var next = kept.plus(appointment);
    return new Learning(flex, unlocks, diaries, meetings, next, preparations, awards, finished);
  }

  Learning with(PersonId student, BlockId block, Preparation preparation) {
    var hers = preparations.getOrDefault(student, HashTreePMap.empty()).plus(block, preparation);
    var next = preparations.plus(student, hers);
    return new Learning(flex, unlocks, diaries, meetings, kept, next, awards, finished);
  }

  Learning with(PersonId student, Award award) {
    var next = awards.plus(student, awardsOf(student).plus(award));
    return new Learning(flex, unlocks, diaries, meetings, kept, preparations, next, finished);
  }

  Learning with(PersonId student, String item, Finish finish) {
    var hers = finished.getOrDefault(student, HashTreePMap.empty()).plus(item, finish);
    var next = finished.plus(student, hers);
    return new Learning(flex, unlocks, diaries, meetings, kept, preparations, awards, next);
  }
}

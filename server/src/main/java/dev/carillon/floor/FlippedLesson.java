package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Programme.Flipped;
import dev.carillon.school.Station;
import java.util.Optional;

/// Where a lesson that was prepared at home has its students: those who are prepared in equal
/// groups where they apply it, the others where they catch up.
record FlippedLesson(Floor floor) {
  Optional<Assignment> of(PersonId id, BlockId block) {
    return floor
        .school()
        .arrangements()
        .programme()
        .of(block)
        .flipped()
        .flatMap(lesson -> floor.student(id).flatMap(student -> of(student, block, lesson)));
  }

  /// The lesson of a student that was named, or else the one that runs or is her next; empty when
  /// it is over or none of hers.
  Optional<Block> open(PersonId id, Optional<BlockId> named) {
    return floor.student(id).stream()
        .flatMap(
            student ->
                floor.scheduleOf(id).stream()
                    .filter(line -> !line.ended())
                    .flatMap(line -> line.blocks().stream().skip(Math.max(0, line.position())))
                    .filter(block -> isOf(student, block)))
        .filter(block -> named.isEmpty() || named.get().equals(block.id()))
        .findFirst();
  }

  private boolean isOf(Student student, Block block) {
    return floor
        .school()
        .arrangements()
        .programme()
        .of(block.id())
        .flipped()
        .filter(lesson -> lesson.isOf(student))
        .isPresent();
  }

  private Optional<Assignment> of(Student student, BlockId block, Flipped lesson) {
    if (!lesson.isOf(student)) {
      return Optional.empty();
    }
    boolean isPrepared =
        floor.learning().isPrepared(student.id(), block) && !lesson.stations().isEmpty();
    var station =
        isPrepared
            ? lesson.stations().get(Math.floorMod(place(student, lesson), lesson.stations().size()))
            : lesson.catchUp();
    return Optional.ofNullable(floor.school().stations().get(station))
        .map(there -> at(student, block, there, isPrepared));
  }

  private static Assignment at(Student student, BlockId block, Station there, boolean isPrepared) {
    var source = isPrepared ? Source.PLAN : Source.CATCH_UP;
    return new Assignment(student.id(), block, there.id(), "", there.activity(), "", source, false);
  }

  /// Her place among all whose lesson it is: the same whoever is prepared, so that nobody moves
  /// because somebody else is.
  private int place(Student student, Flipped lesson) {
    int place = 0;
    for (var other : floor.school().students()) {
      if (other.id().equals(student.id())) {
        return place;
      }
      if (lesson.isOf(other) && other.schedule().equals(student.schedule())) {
        place++;
      }
    }
    return place;
  }
}

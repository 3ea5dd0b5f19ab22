package dev.carillon.view;

import dev.carillon.floor.Floor;
import dev.carillon.floor.Touched;
import dev.carillon.floor.Touched.Part;
import dev.carillon.school.Id.PersonId;
import java.util.Set;

/// What has to be cut again: all of it for a first cut, otherwise what was touched.
record Change(Touched touched) {
  static final Change ALL = new Change(Touched.WHOLE);

  boolean whole() {
    return touched.whole();
  }

  boolean blocks() {
    return touched.whole() || touched.blocks();
  }

  boolean schedules() {
    return blocks() || !touched.schedules().isEmpty();
  }

  /// Blocks came or went, so that rows with one cell a block have others.
  boolean plan() {
    return touched.whole() || touched.parts().contains(Part.PLAN);
  }

  /// Where anybody is to be, what students steer themselves, and who is on duty.
  boolean team() {
    return blocks()
        || !touched.students().isEmpty()
        || !touched.parts().isEmpty()
        || !touched.duty().isEmpty();
  }

  /// Call-ups, alerts and whether stations are open.
  boolean placing() {
    return blocks() || touched.parts().contains(Part.PLACING);
  }

  /// The turns of rooms, what is joined in them, and how many of each group are here.
  boolean turns() {
    return plan() || placing() || !touched.students().isEmpty();
  }

  /// What adults tell one another, whom it is for, and until when it stands.
  boolean messages() {
    return schedules() || duty() || touched.parts().contains(Part.MESSAGES);
  }

  /// What stands on boards, and until when.
  boolean announcements() {
    return schedules() || touched.parts().contains(Part.MESSAGES);
  }

  boolean proposals() {
    return touched.whole() || touched.parts().contains(Part.PROPOSALS);
  }

  /// Alerts name who does not know of a change, where she is.
  boolean alerts(Floor floor) {
    return placing()
        || touched.students().stream().anyMatch(floor.placing().changes()::containsKey);
  }

  boolean equipment() {
    return touched.whole() || touched.parts().contains(Part.EQUIPMENT);
  }

  boolean isNothing() {
    return touched.equals(Touched.NOTHING);
  }

  /// Whether anything of anybody's requests changed, or where somebody is who has one.
  boolean line(Floor floor) {
    return blocks()
        || touched.line()
        || !touched.help().isEmpty()
        || touched.students().stream().anyMatch(floor.help()::concerns);
  }

  boolean duty() {
    return touched.whole() || !touched.duty().isEmpty();
  }

  Set<PersonId> students() {
    return touched.students();
  }

  boolean of(PersonId student) {
    return blocks() || touched.students().contains(student);
  }
}

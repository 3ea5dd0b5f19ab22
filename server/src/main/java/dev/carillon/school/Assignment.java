package dev.carillon.school;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;

/// One student's place in one block. Exactly one is effective per student and block.
///
/// @param seat label of the seat; empty when the station has none
/// @param activity what she does there, as she reads it
/// @param item id of the playlist item; empty when none
public record Assignment(
    PersonId student,
    BlockId block,
    StationId station,
    String seat,
    String activity,
    String item,
    Source source,
    boolean pinned) {
  /// The same student and block at another station.
  ///
  /// @param seat empty when none is hers there
  public Assignment at(Station there, String seat, Source by) {
    return new Assignment(
        student, block, there.id(), seat, there.activity(), "", by, by == Source.TEACHER);
  }

  /// The same place in another block.
  public Assignment in(BlockId other) {
    return new Assignment(student, other, station, seat, activity, item, source, pinned);
  }

  /// Who put her there.
  public enum Source {
    PLAN,
    TEACHER,
    STUDENT_CHOICE,
    OVERFLOW,
    /// Pinned by an overlay of the school: tutoring, a service.
    OVERLAY,
    /// It is her group's turn there.
    TURN,
    /// Called by somebody of the staff.
    CALL_UP,
    /// May go on where she was.
    STAY,
    /// Stays where she was until there is room.
    NO_ROOM,
    /// A mentor or teacher meets her there.
    APPOINTMENT,
    /// What she was to prepare is not prepared.
    CATCH_UP,
    /// What stood there she has finished before.
    FINISHED,
    /// Everybody is there: an assembly, a drill.
    GATHERING
  }
}

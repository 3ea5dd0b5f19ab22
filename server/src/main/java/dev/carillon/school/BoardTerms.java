package dev.carillon.school;

import dev.carillon.school.Id.RoomId;
import java.util.List;
import java.util.Optional;

/// What one board shows and how large.
///
/// @param range of the names on a board by name
/// @param rooms whose comers a board by room lists; the room behind a door
/// @param diagonal of the screen in inches
/// @param distance of the farthest reader in metres
public record BoardTerms(
    Shows shows,
    NameRange range,
    List<RoomId> rooms,
    Optional<Integer> diagonal,
    Optional<Double> distance) {
  /// Everybody by name, sized for the screen alone.
  public static final BoardTerms PLAIN =
      new BoardTerms(Shows.NAMES, NameRange.ALL, List.of(), Optional.empty(), Optional.empty());

  /// The five kinds of boards.
  public enum Shows {
    /// Where everybody of a range of names goes.
    NAMES,
    /// Who comes to some rooms next.
    ROOM,
    /// Where each group goes.
    GROUPS,
    /// The time to the next bell and nobody.
    COUNTDOWN,
    /// What is in one room now and next, and how many fit.
    DOOR
  }

  public BoardTerms {
    rooms = List.copyOf(rooms);
  }
}

package dev.carillon.school;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.util.List;

/// A student's own ordered list of items for the day.
public record Playlist(PersonId student, List<Item> items) {
  public Playlist {
    items = List.copyOf(items);
  }

  /// One thing to do in one block.
  ///
  /// @param title as the student reads it
  public record Item(String id, String title, String subject, Want want) {}

  /// Where an item can be done.
  public sealed interface Want {
    /// At this station and no other.
    record At(StationId station) implements Want {}

    /// At any station of this kind.
    record AnyOf(StationKind kind) implements Want {}

    /// At one of these, as the student chooses.
    record OneOf(List<StationId> stations) implements Want {
      public OneOf {
        stations = List.copyOf(stations);
      }
    }

    /// At the student's home station.
    record AtHome() implements Want {}
  }
}

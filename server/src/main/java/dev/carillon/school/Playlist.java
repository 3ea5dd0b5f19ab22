package dev.carillon.school;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.util.List;

/// A student's own ordered list of items for the day.
public record Playlist(PersonId student, List<Item> items) {
  public Playlist {
    items = List.copyOf(items);
  }

  /// One thing to do in one block, or in several when it must last longer than one.
  ///
  /// @param title as the student reads it
  public record Item(String id, String title, String subject, Want want, Must must) {
    public Item(String id, String title, String subject, Want want) {
      this(id, title, subject, want, Must.IF_POSSIBLE);
    }
  }

  /// How much it matters that an item is planned: what is mandated comes first, then what is
  /// required, then the rest.
  ///
  /// @param minutes that are mandated, as by a service plan; 0 = none
  public record Must(boolean required, int minutes) {
    public static final Must IF_POSSIBLE = new Must(false, 0);

    /// 0 comes first.
    public int rank() {
      if (minutes > 0) {
        return 0;
      }
      return required ? 1 : 2;
    }
  }

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

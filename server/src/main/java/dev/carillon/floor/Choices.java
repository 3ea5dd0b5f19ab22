package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Playlist;
import dev.carillon.school.Playlist.Want;
import java.util.List;
import java.util.Optional;

/// The stations a student may choose from in a block: those of the item that stands there.
public record Choices(Floor floor) {
  /// In the order of the file; empty when there is nothing to choose.
  public List<StationId> of(PersonId student, BlockId block) {
    return floor
        .assignmentAt(student, block)
        .map(Assignment::item)
        .flatMap(item -> item(student, item))
        .map(Playlist.Item::want)
        .flatMap(
            want -> want instanceof Want.OneOf(var some) ? Optional.of(some) : Optional.empty())
        .orElse(List.of());
  }

  private Optional<Playlist.Item> item(PersonId student, String id) {
    return Optional.ofNullable(floor.school().playlists().get(student)).stream()
        .flatMap(playlist -> playlist.items().stream())
        .filter(item -> item.id().equals(id))
        .findFirst();
  }
}

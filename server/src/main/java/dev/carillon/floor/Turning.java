package dev.carillon.floor;

import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// What teachers have changed of the turns in their rooms today.
///
/// @param groups who rotates with another group than her own
/// @param merged stations whose turns are taken at another one
public record Turning(PMap<PersonId, GroupId> groups, PMap<StationId, StationId> merged) {
  static final Turning NONE = new Turning(HashTreePMap.empty(), HashTreePMap.empty());
}

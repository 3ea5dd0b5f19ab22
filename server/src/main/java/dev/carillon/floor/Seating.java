package dev.carillon.floor;

import dev.carillon.floor.Floor.Evolved;
import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/// Whose places are at each station, block by block of everybody's day: [Floor#assignmentAt] turned
/// round and kept as it changes, so that looking for a seat costs the same in a small school and a
/// large one. Where somebody is for the moment, called up or staying, is not in it.
///
/// It follows from the rest of the floor. One student's places are found anew when she was put
/// somewhere or is prepared for a lesson; everybody's when the school, its turns or the blocks of a
/// day became others, which no bell does.
///
/// @param blocks by block and station; nobody's places are absent
public record Seating(PMap<BlockId, PMap<StationId, PSet<PersonId>>> blocks) {
  static final Seating NONE = new Seating(HashTreePMap.empty());

  /// Found by looking at everybody.
  static Seating of(Floor floor) {
    var found = new HashMap<BlockId, Map<StationId, Set<PersonId>>>();
    for (var student : floor.school().students()) {
      for (var place : placesOf(floor, student.id())) {
        found
            .computeIfAbsent(place.block(), _ -> new HashMap<>())
            .computeIfAbsent(place.station(), _ -> new HashSet<>())
            .add(student.id());
      }
    }
    var blocks = new HashMap<BlockId, PMap<StationId, PSet<PersonId>>>();
    found.forEach((block, stations) -> blocks.put(block, persistent(stations)));
    return new Seating(HashTreePMap.from(blocks));
  }

  private static PMap<StationId, PSet<PersonId>> persistent(
      Map<StationId, Set<PersonId>> stations) {
    var sets = new HashMap<StationId, PSet<PersonId>>();
    stations.forEach((station, students) -> sets.put(station, HashTreePSet.from(students)));
    return HashTreePMap.from(sets);
  }

  private static List<Assignment> placesOf(Floor floor, PersonId student) {
    return floor.dayOf(student).stream()
        .flatMap(block -> floor.assignmentAt(student, block.id()).stream())
        .toList();
  }

  PSet<PersonId> at(BlockId block, StationId station) {
    return blocks
        .getOrDefault(block, HashTreePMap.empty())
        .getOrDefault(station, HashTreePSet.empty());
  }

  /// Whose places are where after an event.
  Seating after(Floor before, Evolved evolved) {
    var next = evolved.floor();
    if (isAnotherDay(before, next)) {
      return of(next);
    }
    return isAnybodyPut(before, next) ? moved(before, evolved) : this;
  }

  private Seating moved(Floor before, Evolved evolved) {
    var next = this;
    for (var student : evolved.touched().students()) {
      var old = placesOf(before, student);
      var places = placesOf(evolved.floor(), student);
      for (var place : old) {
        next = places.contains(place) ? next : next.without(place);
      }
      for (var place : places) {
        next = old.contains(place) ? next : next.with(place);
      }
    }
    return next;
  }

  private Seating with(Assignment place) {
    return with(place, at(place.block(), place.station()).plus(place.student()));
  }

  private Seating without(Assignment place) {
    return with(place, at(place.block(), place.station()).minus(place.student()));
  }

  private Seating with(Assignment place, PSet<PersonId> students) {
    var old = blocks.getOrDefault(place.block(), HashTreePMap.empty());
    var stations =
        students.isEmpty() ? old.minus(place.station()) : old.plus(place.station(), students);
    return new Seating(
        stations.isEmpty() ? blocks.minus(place.block()) : blocks.plus(place.block(), stations));
  }

  /// Told by identity: what is equal and another object costs a count and changes nothing.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isAnotherDay(Floor before, Floor next) {
    return before.school() != next.school()
        || before.assignments() != next.assignments()
        || before.placing().turning() != next.placing().turning()
        || (before.timelines() != next.timelines() && !blocksOf(before).equals(blocksOf(next)));
  }

  private static Map<?, List<BlockId>> blocksOf(Floor floor) {
    return floor.timelines().values().stream()
        .collect(
            Collectors.toMap(Timeline::id, line -> line.blocks().stream().map(Block::id).toList()));
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isAnybodyPut(Floor before, Floor next) {
    return before.placing().moved() != next.placing().moved()
        || before.learning().preparations() != next.learning().preparations();
  }
}

package dev.carillon.plan;

import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan in the making: who is where so far, and which seats that leaves.
final class Draft {
  private final School school;
  private final Occupancy occupancy;
  private final Map<PersonId, Map<BlockId, Assignment>> places = new LinkedHashMap<>();

  Draft(School school, List<Block> blocks) {
    this.school = school;
    this.occupancy = new Occupancy(blocks);
  }

  School school() {
    return school;
  }

  Occupancy occupancy() {
    return occupancy;
  }

  boolean isFree(Student student, BlockId block) {
    return !of(student.id()).containsKey(block);
  }

  Optional<Assignment> at(Student student, BlockId block) {
    return Optional.ofNullable(of(student.id()).get(block));
  }

  Optional<Station> station(StationId id) {
    return Optional.ofNullable(school.stations().get(id));
  }

  void put(Student student, BlockId block, Station station) {
    put(student, block, station, station.activity(), "", Source.PLAN);
  }

  void put(Student student, BlockId block, Station station, Item item) {
    put(student, block, station, item.title(), item.id(), Source.PLAN);
  }

  void putIntoOverflow(Student student, BlockId block) {
    var activity = station(school.overflow()).map(Station::activity).orElse("");
    record(student, block, school.overflow(), activity, "", Source.OVERFLOW);
  }

  private void put(
      Student student, BlockId block, Station station, String activity, String item, Source by) {
    record(student, block, station.id(), activity, item, by);
  }

  private void record(
      Student student, BlockId block, StationId station, String activity, String item, Source by) {
    var place = new Assignment(student.id(), block, station, "", activity, item, by, false);
    of(student.id()).put(block, place);
    occupancy.take(station, block);
  }

  Assignment take(Student student, BlockId block) {
    var place = of(student.id()).remove(block);
    if (place == null) {
      throw new IllegalStateException(student.id().value() + " is nowhere in " + block.value());
    }
    occupancy.leave(place.station(), block);
    return place;
  }

  private Map<BlockId, Assignment> of(PersonId student) {
    return places.computeIfAbsent(student, _ -> new HashMap<>());
  }
}

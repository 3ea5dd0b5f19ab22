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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan in the making: who is where so far, which seats that leaves, and what may be put where.
final class Draft {
  private final School school;
  private final Circumstances circumstances;
  private final Occupancy occupancy;
  private final Adults adults;
  private final Map<BlockId, Block> blocks = new HashMap<>();
  private final Map<PersonId, List<PersonId>> apart = new HashMap<>();
  private final Map<PersonId, Map<BlockId, Assignment>> places = new LinkedHashMap<>();

  Draft(School school, List<Block> blocks, Circumstances circumstances) {
    this.school = school;
    this.circumstances = circumstances;
    this.occupancy = new Occupancy(blocks);
    this.adults = new Adults(school, occupancy, circumstances.absent());
    blocks.forEach(block -> this.blocks.put(block.id(), block));
    for (var pair : school.arrangements().apart()) {
      apart.computeIfAbsent(pair.one(), _ -> new ArrayList<>()).add(pair.other());
      apart.computeIfAbsent(pair.other(), _ -> new ArrayList<>()).add(pair.one());
    }
    circumstances.taken().forEach(taken -> occupancy.take(taken.station(), taken.block()));
    circumstances.fixed().forEach(this::keep);
  }

  School school() {
    return school;
  }

  Circumstances circumstances() {
    return circumstances;
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

  /// Whether a planner may put her there: the hard rules of one session. What is the school's own
  /// choice, her home, is not asked who else is there.
  boolean fits(Student student, Station station, Block block) {
    return isOpen(station, block)
        && occupancy.hasRoom(station, block.id())
        && (station.id().equals(student.home()) || isApart(student.id(), station.id(), block.id()));
  }

  /// Whether the station takes students in the block, with an adult where it needs one.
  boolean isOpen(Station station, Block block) {
    var closed = circumstances.closed().get(station.id());
    return (closed == null || block.start().isBefore(closed)) && adults.isCovered(station, block);
  }

  /// Nobody she is better apart from is there at the time.
  private boolean isApart(PersonId student, StationId station, BlockId block) {
    for (var other : apart.getOrDefault(student, List.of())) {
      for (var overlapping : occupancy.atTheSameTimeAs(block)) {
        var place = of(other).get(overlapping);
        if (place != null && place.station().equals(station)) {
          return false;
        }
      }
    }
    return true;
  }

  void put(Student student, BlockId block, Station station) {
    put(student, block, station, station.activity(), "", Source.PLAN);
  }

  void put(Student student, BlockId block, Station station, Item item) {
    put(student, block, station, item.title(), item.id(), Source.PLAN);
  }

  /// Somewhere whatever else is planned.
  void pin(Student student, BlockId block, Station station, String activity, Source by) {
    keep(new Assignment(student.id(), block, station.id(), "", activity, "", by, true));
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
    keep(new Assignment(student.id(), block, station, "", activity, item, by, false));
  }

  /// Puts a place in as it is, whatever the rules say of it.
  void keep(Assignment place) {
    of(place.student()).put(place.block(), place);
    occupancy.take(place.station(), place.block());
    var block = blocks.get(place.block());
    if (block != null) {
      station(place.station()).ifPresent(station -> adults.bind(station, block));
    }
  }

  Assignment take(Student student, BlockId block) {
    var place = of(student.id()).remove(block);
    if (place == null) {
      throw new IllegalStateException(student.id().value() + " is nowhere in " + block.value());
    }
    occupancy.leave(place.station(), block);
    if (occupancy.isEmpty(place.station(), block)) {
      adults.release(place.station(), block);
    }
    return place;
  }

  private Map<BlockId, Assignment> of(PersonId student) {
    return places.computeIfAbsent(student, _ -> new HashMap<>());
  }
}

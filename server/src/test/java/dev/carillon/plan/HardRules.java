package dev.carillon.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.School;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What no plan breaks in places it chose itself: those that are fixed are somebody's wish.
final class HardRules {
  private final School school;
  private final List<Assignment> places;
  private final Circumstances given;
  private final Map<BlockId, Block> blocks = new HashMap<>();

  HardRules(School school, DayPlan day, List<Assignment> places, Circumstances given) {
    this.school = school;
    this.places = places;
    this.given = given;
    day.schedules().forEach(each -> each.blocks().forEach(block -> blocks.put(block.id(), block)));
  }

  void check() {
    for (var place : places) {
      if (isChosen(place)) {
        theStationTakesHer(place);
      }
    }
    for (var block : blocks.values()) {
      pairsAreApart(block);
      adultsAreInOneRoom(block);
    }
  }

  private boolean isChosen(Assignment place) {
    return given.fixed().stream()
        .noneMatch(
            fixed ->
                fixed.student().equals(place.student()) && fixed.block().equals(place.block()));
  }

  private boolean isHome(Assignment place) {
    return place.station().equals(school.overflow())
        || place.station().equals(student(place.student()).home());
  }

  private Student student(PersonId id) {
    return (Student) school.people().get(id);
  }

  private void theStationTakesHer(Assignment place) {
    var station = school.stations().get(place.station());
    var block = blocks.get(place.block());
    if (!isHome(place)) {
      assertThat(station.terms().admits().admits(student(place.student())))
          .as("%s", place)
          .isTrue();
    }
    var closed = given.closed().get(station.id());
    assertThat(closed == null || block.start().isBefore(closed)).as("%s is open", place).isTrue();
    assertThat(
            station.adults().isEmpty()
                || station.adults().stream().anyMatch(adult -> isPresent(adult, block)))
        .as("%s has an adult", place)
        .isTrue();
  }

  private boolean isPresent(PersonId adult, Block block) {
    var from = given.absent().get(adult);
    return from == null || !block.end().isAfter(from);
  }

  private void pairsAreApart(Block block) {
    var during = during(block);
    for (var pair : school.arrangements().apart()) {
      var one = during.stream().filter(it -> it.student().equals(pair.one())).toList();
      var other = during.stream().filter(it -> it.student().equals(pair.other())).toList();
      for (var place : one) {
        assertThat(other).as("%s in %s", pair, block.id()).noneMatch(it -> isTogether(place, it));
      }
    }
  }

  private boolean isTogether(Assignment one, Assignment other) {
    boolean isFree = isChosen(one) && isChosen(other) && !isHome(one) && !isHome(other);
    return isFree && one.station().equals(other.station());
  }

  /// Whoever has to watch several rooms at once is missing in one of them: there must be a way to
  /// give every supervised station in use an adult, each in one room.
  private void adultsAreInOneRoom(Block block) {
    var rooms = new HashMap<String, Set<PersonId>>();
    for (var place : during(block)) {
      var station = school.stations().get(place.station());
      if (station.terms().supervised() && isChosen(place)) {
        rooms.merge(station.room().value(), new HashSet<>(station.adults()), HardRules::both);
      }
    }
    assertThat(canBeCovered(List.copyOf(rooms.values()), Set.of())).as("%s", block.id()).isTrue();
  }

  private static Set<PersonId> both(Set<PersonId> one, Set<PersonId> other) {
    other.retainAll(one);
    return other;
  }

  private static boolean canBeCovered(List<Set<PersonId>> rooms, Set<PersonId> busy) {
    if (rooms.isEmpty()) {
      return true;
    }
    for (var adult : rooms.getFirst()) {
      var more = new HashSet<>(busy);
      if (more.add(adult) && canBeCovered(rooms.subList(1, rooms.size()), more)) {
        return true;
      }
    }
    return false;
  }

  private List<Assignment> during(Block block) {
    return places.stream()
        .filter(
            place -> {
              var other = blocks.get(place.block());
              return !block.start().isBefore(other.start()) && block.start().isBefore(other.end());
            })
        .toList();
  }
}

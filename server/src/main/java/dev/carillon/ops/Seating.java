package dev.carillon.ops;

import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.BlockKind;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.Rotation;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import dev.carillon.school.StationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Who goes where on the day that opens: rotations turn, playlists are followed in order, meals and
/// assemblies have their stations. Whoever is planned nowhere is at home and is left out.
///
/// First come, first seated: nothing is optimised. A station that is full sends to the overflow.
final class Seating {
  private final School school;
  private final Map<BlockId, Map<StationId, Integer>> taken = new HashMap<>();
  private final List<Assignment> assignments = new ArrayList<>();

  private Seating(School school) {
    this.school = school;
  }

  static List<Assignment> of(School school, DayPlan day) {
    var seating = new Seating(school);
    for (var schedule : day.schedules()) {
      for (var student : school.students()) {
        if (student.schedule().equals(schedule.id())) {
          seating.seat(student, schedule.blocks());
        }
      }
    }
    return List.copyOf(seating.assignments);
  }

  private void seat(Student student, List<Block> blocks) {
    int turn = 0;
    for (var block : blocks) {
      switch (block.kind()) {
        case ROTATION -> rotate(student, block, turn++);
        case MEAL -> first(StationKind.MEAL).ifPresent(it -> put(student, block, it, ""));
        case ASSEMBLY -> first(StationKind.ASSEMBLY).ifPresent(it -> put(student, block, it, ""));
        case FIXED -> {
          // At home, as everybody is who is planned nowhere.
        }
      }
    }
  }

  private void rotate(Student student, Block block, int turn) {
    var rotation =
        school.rotations().stream()
            .filter(
                it ->
                    it.schedule().equals(student.schedule())
                        && it.groups().contains(student.group()))
            .findFirst();
    if (rotation.isPresent()) {
      put(student, block, station(turned(rotation.get(), student, turn)), "");
    } else {
      item(student, turn).ifPresent(item -> follow(student, block, item));
    }
  }

  private static StationId turned(Rotation rotation, Student student, int turn) {
    int group = rotation.groups().indexOf(student.group());
    return rotation.stations().get((group + turn) % rotation.stations().size());
  }

  private Optional<Item> item(Student student, int turn) {
    return Optional.ofNullable(school.playlists().get(student.id()))
        .filter(playlist -> turn < playlist.items().size())
        .map(playlist -> playlist.items().get(turn));
  }

  private void follow(Student student, Block block, Item item) {
    var station =
        switch (item.want()) {
          case Want.At(var id) -> station(id);
          case Want.AnyOf(var kind) -> roomiest(kind, block);
          case Want.AtHome() -> station(student.home());
        };
    put(student, block, station, item.id());
  }

  private Station roomiest(StationKind kind, Block block) {
    return school.stations().values().stream()
        .filter(station -> station.kind() == kind && isFree(station, block))
        .findFirst()
        .orElseGet(() -> station(school.overflow()));
  }

  private Optional<Station> first(StationKind kind) {
    return school.stations().values().stream()
        .filter(station -> station.kind() == kind)
        .findFirst();
  }

  private void put(Student student, Block block, Station wanted, String item) {
    boolean isHome = wanted.id().equals(student.home());
    var station = isHome || isFree(wanted, block) ? wanted : station(school.overflow());
    taken
        .computeIfAbsent(block.id(), _ -> new HashMap<>())
        .merge(station.id(), 1, Integer::sum);
    assignments.add(
        new Assignment(
            student.id(),
            block.id(),
            station.id(),
            isHome ? student.seat() : "",
            activity(student, item, station),
            item,
            station.equals(wanted) ? Source.PLAN : Source.OVERFLOW,
            false));
  }

  private String activity(Student student, String item, Station station) {
    return Optional.ofNullable(school.playlists().get(student.id())).stream()
        .flatMap(playlist -> playlist.items().stream())
        .filter(it -> it.id().equals(item))
        .map(Item::title)
        .findFirst()
        .orElse(station.activity());
  }

  private boolean isFree(Station station, Block block) {
    int there =
        Optional.ofNullable(taken.get(block.id()))
            .map(stations -> stations.getOrDefault(station.id(), 0))
            .orElse(0);
    return block.kind() != BlockKind.ROTATION || there < station.hardCap();
  }

  private Station station(StationId id) {
    return Objects.requireNonNull(school.stations().get(id));
  }
}

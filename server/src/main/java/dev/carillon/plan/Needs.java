package dev.carillon.plan;

import dev.carillon.school.Block;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import dev.carillon.school.StationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What every student is to do today, and where each of it may be done.
final class Needs {
  private final School school;
  private final Map<StationKind, List<Station>> byKind = new HashMap<>();
  private final Map<PersonId, List<Need>> needs = new HashMap<>();
  private final List<Need> all = new ArrayList<>();

  Needs(School school, Function<Student, List<Block>> blocksOf) {
    this.school = school;
    for (var station : school.stations().values()) {
      byKind.computeIfAbsent(station.kind(), _ -> new ArrayList<>()).add(station);
    }
    for (var student : school.students()) {
      add(student, blocksOf.apply(student));
    }
  }

  private void add(Student student, List<Block> blocks) {
    var playlist = school.playlists().get(student.id());
    if (playlist == null) {
      return;
    }
    int position = 0;
    for (var item : playlist.items()) {
      var stations = eligible(student, item.want());
      for (int i = 0; i < sessions(item, blocks); i++) {
        var need = new Need(all.size(), student, item, position, stations);
        all.add(need);
        of(student.id()).add(need);
      }
      position++;
    }
  }

  /// How many blocks it takes to last as long as is mandated, however short they are.
  private static long sessions(Item item, List<Block> blocks) {
    long shortestMin =
        blocks.stream().mapToLong(block -> block.length().toMinutes()).min().orElse(1);
    return Math.max(1, Math.ceilDiv(item.must().minutes(), Math.max(1, shortestMin)));
  }

  private List<Station> eligible(Student student, Want want) {
    return stations(student, want).stream()
        .filter(station -> isHome(student, station) || station.terms().admits().admits(student))
        .toList();
  }

  private static boolean isHome(Student student, Station station) {
    return student.home().equals(station.id());
  }

  private List<Station> stations(Student student, Want want) {
    return switch (want) {
      case Want.At(var station) -> known(List.of(station));
      case Want.OneOf(var stations) -> known(stations);
      case Want.AnyOf(var kind) -> byKind.getOrDefault(kind, List.of());
      case Want.AtHome() -> known(List.of(student.home()));
    };
  }

  private List<Station> known(List<StationId> ids) {
    return ids.stream().filter(school.stations()::containsKey).map(school.stations()::get).toList();
  }

  List<Need> all() {
    return all;
  }

  /// In the order of the playlist.
  List<Need> of(PersonId student) {
    return needs.computeIfAbsent(student, _ -> new ArrayList<>());
  }
}

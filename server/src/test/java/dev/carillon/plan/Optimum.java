package dev.carillon.plan;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.School;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The most items a small school can be given, found by trying everything: branch and bound over
/// the items, each in every session or in none. Knows seats and one place at a time, nothing else.
final class Optimum {
  private record Session(BlockId block, StationId station) {}

  private record Wish(Student student, List<Session> sessions) {}

  private final School school;
  private final List<Wish> wishes = new ArrayList<>();
  private final Map<Session, Integer> free = new HashMap<>();
  private final Map<Student, Set<BlockId>> busy = new HashMap<>();
  private int best;

  private Optimum(School school, List<BlockId> blocks) {
    this.school = school;
    for (var station : school.stations().values()) {
      blocks.forEach(block -> free.put(new Session(block, station.id()), station.hardCap()));
    }
    for (var student : school.students()) {
      busy.put(student, new HashSet<>());
      var list = school.playlists().get(student.id());
      if (list != null) {
        list.items()
            .forEach(item -> wishes.add(new Wish(student, sessions(student, item, blocks))));
      }
    }
  }

  /// How many items can be met at most.
  static int of(School school, List<BlockId> blocks) {
    var optimum = new Optimum(school, blocks);
    optimum.search(0, 0);
    return optimum.best;
  }

  private List<Session> sessions(Student student, Item item, List<BlockId> blocks) {
    return blocks.stream()
        .flatMap(block -> stations(student, item.want()).stream().map(at -> new Session(block, at)))
        .toList();
  }

  private List<StationId> stations(Student student, Want want) {
    return switch (want) {
      case Want.At(var station) -> List.of(station);
      case Want.OneOf(var stations) -> stations;
      case Want.AtHome() -> List.of(student.home());
      case Want.AnyOf(var kind) ->
          school.stations().values().stream()
              .filter(station -> station.kind() == kind)
              .map(dev.carillon.school.Station::id)
              .toList();
    };
  }

  private void search(int next, int met) {
    best = Math.max(best, met);
    if (next == wishes.size() || met + wishes.size() - next <= best) {
      return;
    }
    var wish = wishes.get(next);
    for (var session : wish.sessions()) {
      if (free.getOrDefault(session, 0) > 0 && busy.get(wish.student()).add(session.block())) {
        free.merge(session, -1, Integer::sum);
        search(next + 1, met + 1);
        free.merge(session, 1, Integer::sum);
        busy.get(wish.student()).remove(session.block());
      }
    }
    search(next + 1, met);
  }
}

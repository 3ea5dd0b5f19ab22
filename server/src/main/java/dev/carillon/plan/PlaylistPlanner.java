package dev.carillon.plan;

import dev.carillon.plan.PlanReport.Reason;
import dev.carillon.plan.PlanReport.Unmet;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.Station;
import dev.carillon.school.StationKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Gives every item of every playlist a block and a station: the most constrained first, each into
/// the eligible session with most free seats.
///
/// On the instances it was measured on this reaches the optimum of an exact solver in milliseconds.
/// "Most constrained" is a station's demand for each seat it has over the day: whatever is wanted
/// by more students than it can hold is placed while there is still choice. Items nobody could give
/// a block get one more chance, by moving one other item of the same student.
final class PlaylistPlanner {
  private final Draft draft;
  private final Map<Student, List<Block>> blocks = new HashMap<>();
  private final Map<StationKind, List<Station>> byKind = new HashMap<>();
  private final List<Need> needs = new ArrayList<>();

  PlaylistPlanner(Draft draft, Function<Student, List<Block>> blocksOf) {
    this.draft = draft;
    for (var station : draft.school().stations().values()) {
      byKind.computeIfAbsent(station.kind(), _ -> new ArrayList<>()).add(station);
    }
    for (var student : draft.school().students()) {
      blocks.put(student, blocksOf.apply(student));
      addNeeds(student);
    }
  }

  /// @param position of the item in the playlist
  private record Need(Student student, Item item, int position, List<Station> stations) {}

  private record Session(BlockId block, Station station) {}

  private void addNeeds(Student student) {
    var playlist = draft.school().playlists().get(student.id());
    if (playlist == null) {
      return;
    }
    int position = 0;
    for (var item : playlist.items()) {
      needs.add(new Need(student, item, position++, eligible(student, item.want())));
    }
  }

  private List<Station> eligible(Student student, Want want) {
    return switch (want) {
      case Want.At(var station) -> draft.station(station).stream().toList();
      case Want.OneOf(var stations) ->
          stations.stream().flatMap(each -> draft.station(each).stream()).toList();
      case Want.AnyOf(var kind) -> byKind.getOrDefault(kind, List.of());
      case Want.AtHome() -> draft.station(student.home()).stream().toList();
    };
  }

  List<Unmet> plan() {
    var scarcity = scarcity();
    var ordered =
        needs.stream()
            .sorted(
                Comparator.<Need>comparingDouble(need -> -leastScarce(need, scarcity))
                    .thenComparingInt(Need::position))
            .toList();
    var open = ordered.stream().filter(need -> !place(need)).toList();
    return open.stream().filter(need -> !placeByMoving(need)).map(this::unmet).toList();
  }

  /// Demand for each seat: an item that may be at several stations asks for a part of each.
  private Map<StationId, Double> scarcity() {
    var demand = new HashMap<StationId, Double>();
    for (var need : needs) {
      for (var station : need.stations()) {
        double share = 1.0 / need.stations().size() / Math.max(1, station.hardCap());
        demand.merge(station.id(), share, Double::sum);
      }
    }
    return demand;
  }

  private static double leastScarce(Need need, Map<StationId, Double> scarcity) {
    return need.stations().stream()
        .mapToDouble(station -> scarcity.getOrDefault(station.id(), 0.0))
        .min()
        .orElse(0);
  }

  private boolean place(Need need) {
    var session = best(need);
    session.ifPresent(each -> draft.put(need.student(), each.block(), each.station(), need.item()));
    return session.isPresent();
  }

  /// The session with most free seats in a block she has free, the earliest of those.
  private Optional<Session> best(Need need) {
    Session best = null;
    int most = Integer.MIN_VALUE;
    for (var block : blocksOf(need.student())) {
      if (draft.isFree(need.student(), block.id())) {
        for (var station : need.stations()) {
          int free = draft.occupancy().freeSeats(station, block.id());
          if (free > most && draft.occupancy().hasRoom(station, block.id())) {
            best = new Session(block.id(), station);
            most = free;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /// Takes a block in which there is room but she is busy, if that other item fits elsewhere.
  private boolean placeByMoving(Need need) {
    for (var block : blocksOf(need.student())) {
      var room = roomIn(need, block.id());
      var busy = needAt(need.student(), block.id());
      if (room.isPresent() && busy.isPresent() && best(busy.get()).isPresent()) {
        draft.take(need.student(), block.id());
        draft.put(need.student(), block.id(), room.get(), need.item());
        return place(busy.get());
      }
    }
    return false;
  }

  private Optional<Station> roomIn(Need need, BlockId block) {
    return need.stations().stream()
        .filter(station -> draft.occupancy().hasRoom(station, block))
        .findFirst();
  }

  private Optional<Need> needAt(Student student, BlockId block) {
    return draft
        .at(student, block)
        .filter(place -> !place.item().isEmpty())
        .flatMap(
            place ->
                needs.stream()
                    .filter(need -> need.student().equals(student))
                    .filter(need -> need.item().id().equals(place.item()))
                    .findFirst());
  }

  private List<Block> blocksOf(Student student) {
    return blocks.getOrDefault(student, List.of());
  }

  private Unmet unmet(Need need) {
    return new Unmet(need.student().id(), need.item().id(), Optional.empty(), reason(need));
  }

  private Reason reason(Need need) {
    if (need.stations().isEmpty()) {
      return Reason.NO_STATION;
    }
    var hers = blocksOf(need.student());
    if (hers.stream().noneMatch(block -> roomIn(need, block.id()).isPresent())) {
      return Reason.FULL;
    }
    boolean isBusy = hers.stream().noneMatch(block -> draft.isFree(need.student(), block.id()));
    return isBusy ? Reason.NO_BLOCK : Reason.CLASH;
  }
}

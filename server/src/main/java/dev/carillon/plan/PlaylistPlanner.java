package dev.carillon.plan;

import dev.carillon.school.Block;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Unmet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Gives every item of every playlist a block and a station: what is mandated before what is
/// required before the rest, in each the most constrained first, each into the eligible session
/// with most free seats.
///
/// On the instances it was measured on this reaches the optimum of an exact solver in milliseconds.
/// "Most constrained" is a station's demand for each seat it has over the day: whatever is wanted
/// by more students than it can hold is placed while there is still choice. Items nobody could give
/// a block get one more chance, by moving others out of the way ([Chains]).
final class PlaylistPlanner {
  private final Draft draft;
  private final Map<PersonId, List<Block>> blocks = new HashMap<>();
  private final Sessions sessions;
  private final Chains chains;
  private final List<Need> ordered;
  private final List<Unmet> unmet = new ArrayList<>();

  PlaylistPlanner(Draft draft, Function<Student, List<Block>> blocksOf) {
    this.draft = draft;
    for (var student : draft.school().students()) {
      blocks.put(student.id(), blocksOf.apply(student));
    }
    sessions = new Sessions(draft);
    chains = new Chains(draft, sessions, this::blocksOf);
    ordered = inOrder(open(new Needs(draft.school(), this::blocksOf)));
  }

  /// What no fixed place meets already.
  private List<Need> open(Needs needs) {
    var met = new HashMap<PersonId, List<String>>();
    for (var place : draft.circumstances().fixed()) {
      met.computeIfAbsent(place.student(), _ -> new ArrayList<>()).add(place.item());
    }
    var open = new ArrayList<Need>();
    for (var need : needs.all()) {
      // Each place meets one need, as an item may take several.
      if (!met.computeIfAbsent(need.who(), _ -> new ArrayList<>()).remove(need.item().id())) {
        open.add(need);
      }
    }
    return open;
  }

  private List<Need> inOrder(List<Need> needs) {
    var scarcity = scarcity(needs);
    long seed = draft.circumstances().seed();
    return needs.stream()
        .sorted(
            Comparator.comparingInt(Need::rank)
                .thenComparing(
                    Comparator.comparingDouble((Need need) -> leastScarce(need, scarcity))
                        .reversed())
                .thenComparingInt(Need::position)
                .thenComparingLong(need -> seed == 0 ? 0 : mixed(seed, need.number())))
        .toList();
  }

  /// The finishing step of a splittable generator: any seed gives another order.
  private static long mixed(long seed, int number) {
    long bits = (seed + number) * 0x9E3779B97F4A7C15L;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    return bits ^ (bits >>> 27);
  }

  /// What a service plan mandates, before groups take their turns.
  void planMandated() {
    plan(need -> need.rank() == 0);
  }

  void planOthers() {
    plan(need -> need.rank() > 0);
  }

  private void plan(Predicate<Need> which) {
    var open = ordered.stream().filter(which).filter(need -> !chains.place(need)).toList();
    for (var need : open) {
      if (!chains.placeByMoving(need, Chains.ANY)) {
        unmet.add(unmet(need));
      }
    }
  }

  List<Unmet> unmet() {
    return unmet;
  }

  /// Demand for each seat: an item that may be at several stations asks for a part of each.
  private static Map<StationId, Double> scarcity(List<Need> needs) {
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

  private List<Block> blocksOf(Student student) {
    return blocks.getOrDefault(student.id(), List.of());
  }

  private Unmet unmet(Need need) {
    var reason = new Binding(draft, blocksOf(need.student())).of(need);
    return new Unmet(need.who(), need.item().id(), Optional.empty(), reason);
  }
}

package dev.carillon.floor;

import dev.carillon.floor.HelpRequest.Deferred;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Standing;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/// All help requests of the day, and who they concern. Whatever becomes of a request,
/// [#with(HelpRequest)] keeps every index right.
///
/// @param open by place in the line (ADR 21). A place is kept until the request is over or returns
///   to another lane, so that a request that is released stands where it stood
/// @param orders the place of each open request
/// @param over requests that are closed, by id
/// @param byStudent the one active request of a student
/// @param resting how many more of a student are open: parked ones, and equipment she left behind
/// @param holds what a helper has: one request, or those of one group
/// @param latest the last request of a student, open or over
/// @param asks when each student asked lately, oldest first
/// @param helps how often each student was helped today
/// @param helped in which blocks that was, the latest last
/// @param nextOrder the order the next request gets
public record HelpLine(
    PSortedMap<String, HelpRequest> open,
    PMap<HelpId, String> orders,
    PMap<HelpId, Over> over,
    PMap<PersonId, HelpId> byStudent,
    PMap<PersonId, Integer> resting,
    PMap<PersonId, PVector<HelpId>> holds,
    PMap<PersonId, HelpId> latest,
    PMap<PersonId, PVector<Instant>> asks,
    PMap<PersonId, Integer> helps,
    PMap<PersonId, PVector<BlockId>> helped,
    HelpTeam team,
    HelpStatistics figures,
    long nextOrder) {
  static final HelpLine EMPTY =
      new HelpLine(
          TreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HelpTeam.NEW,
          HelpStatistics.NONE,
          0);

  /// The request, open or over.
  public Optional<HelpRequest> find(HelpId help) {
    return switch (orders.get(help)) {
      case null -> Optional.ofNullable(over.get(help));
      case String place -> Optional.ofNullable(open.get(place));
    };
  }

  /// The request a student has open; what is parked does not count.
  public Optional<HelpRequest> activeOf(PersonId student) {
    return Optional.ofNullable(byStudent.get(student)).flatMap(this::find);
  }

  /// Whether anything of a student's is open.
  public boolean concerns(PersonId student) {
    return byStudent.containsKey(student) || resting.containsKey(student);
  }

  /// Whether something at that seat was reported as broken by somebody else, and is not mended.
  /// Where there are no seats it is the station's.
  public boolean isReported(StationId station, String seat, PersonId whom) {
    return open.values().stream()
        .filter(request -> request.asked().kind() == HelpKind.EQUIPMENT)
        .filter(request -> !request.isActive() || !request.asked().student().equals(whom))
        .map(HelpRequest::asked)
        .anyMatch(asked -> asked.station().equals(station) && asked.seat().equals(seat));
  }

  /// The last request of a student, open or over.
  public Optional<HelpRequest> latestOf(PersonId student) {
    return Optional.ofNullable(latest.get(student)).flatMap(this::find);
  }

  /// What is parked for a student, in the order of the line.
  public List<Deferred> parkedOf(PersonId student) {
    if (!resting.containsKey(student)) {
      return List.of();
    }
    return open.values().stream()
        .filter(request -> request.asked().student().equals(student))
        .filter(Deferred.class::isInstance)
        .map(Deferred.class::cast)
        .toList();
  }

  /// The request a helper holds; of a group the first.
  public Optional<HelpRequest> heldBy(PersonId helper) {
    return groupOf(helper).stream().findFirst();
  }

  /// What a helper holds.
  public List<HelpRequest> groupOf(PersonId helper) {
    return holds.getOrDefault(helper, TreePVector.empty()).stream()
        .flatMap(help -> find(help).stream())
        .toList();
  }

  /// Whoever helps her helps others with her.
  public boolean isTogether(HelpRequest request) {
    return request.owner().filter(owner -> groupOf(owner).size() > 1).isPresent();
  }

  /// Requests ahead of this place, from the front.
  Collection<HelpRequest> aheadOf(HelpId help) {
    return switch (orders.get(help)) {
      case null -> List.of();
      case String place -> open.headMap(place).values();
    };
  }

  /// A request in its next state, wherever that puts it.
  HelpLine with(HelpRequest next) {
    var old = find(next.id());
    var bare = old.map(this::without).orElse(this);
    var line = next instanceof Over closed ? bare.ended(closed) : bare.opened(next);
    return old.isPresent() ? line : line.latest(next);
  }

  private HelpLine without(HelpRequest old) {
    var place = orders.get(old.id());
    return but(
        place == null ? open : open.minus(place),
        orders.minus(old.id()),
        over.minus(old.id()),
        freed(old.asked().student(), old.id()),
        isResting(old) ? rested(old.asked().student(), -1) : resting,
        old.owner().map(owner -> released(owner, old.id())).orElse(holds));
  }

  private static boolean isResting(HelpRequest request) {
    return !request.isActive() && !(request instanceof Over);
  }

  private PMap<PersonId, Integer> rested(PersonId student, int more) {
    int count = resting.getOrDefault(student, 0) + more;
    return count == 0 ? resting.minus(student) : resting.plus(student, count);
  }

  private PMap<PersonId, HelpId> freed(PersonId student, HelpId help) {
    return help.equals(byStudent.get(student)) ? byStudent.minus(student) : byStudent;
  }

  private PMap<PersonId, PVector<HelpId>> released(PersonId helper, HelpId help) {
    var rest = holds.getOrDefault(helper, TreePVector.empty()).minus(help);
    return rest.isEmpty() ? holds.minus(helper) : holds.plus(helper, rest);
  }

  private HelpLine opened(HelpRequest next) {
    var asked = next.asked();
    var place = next.standing().turn().place(asked.order());
    var held =
        next.owner().map(owner -> holds.plus(owner, keptInOrder(owner, next.id()))).orElse(holds);
    return but(
        open.plus(place, next),
        orders.plus(next.id(), place),
        over,
        next.isActive() ? byStudent.plus(asked.student(), next.id()) : byStudent,
        isResting(next) ? rested(asked.student(), 1) : resting,
        held);
  }

  private PVector<HelpId> keptInOrder(PersonId owner, HelpId help) {
    var others = holds.getOrDefault(owner, TreePVector.empty());
    var sorted = others.plus(help).stream().sorted(Comparator.comparing(HelpId::value));
    return TreePVector.from(sorted.toList());
  }

  private HelpLine ended(Over closed) {
    return but(open, orders, over.plus(closed.id(), closed), byStudent, resting, holds);
  }

  private HelpLine latest(HelpRequest asked) {
    return new HelpLine(
        open,
        orders,
        over,
        byStudent,
        resting,
        holds,
        latest.plus(asked.asked().student(), asked.id()),
        asks,
        helps,
        helped,
        team,
        figures,
        nextOrder + 1);
  }

  /// The limit needs no more than the last `asksMax` of them.
  HelpLine noted(PersonId student, Instant at, int asksMax) {
    var times = asks.getOrDefault(student, TreePVector.empty()).plus(at);
    while (times.size() > Math.max(1, asksMax)) {
      times = times.minus(0);
    }
    return new HelpLine(
        open,
        orders,
        over,
        byStudent,
        resting,
        holds,
        latest,
        asks.plus(student, times),
        helps,
        helped,
        team,
        figures,
        nextOrder);
  }

  /// A student was helped in a block.
  HelpLine helped(PersonId student, BlockId block) {
    var blocks = helped.getOrDefault(student, TreePVector.empty()).plus(block);
    return counting(
        helps.plus(student, helps.getOrDefault(student, 0) + 1), helped.plus(student, blocks));
  }

  /// The last help of a student goes on.
  HelpLine unhelped(PersonId student) {
    var blocks = helped.getOrDefault(student, TreePVector.empty());
    if (blocks.isEmpty()) {
      return this;
    }
    int left = helps.getOrDefault(student, 1) - 1;
    return counting(
        left == 0 ? helps.minus(student) : helps.plus(student, left),
        blocks.size() == 1
            ? helped.minus(student)
            : helped.plus(student, blocks.minus(blocks.size() - 1)));
  }

  private HelpLine counting(
      PMap<PersonId, Integer> newHelps, PMap<PersonId, PVector<BlockId>> newHelped) {
    return new HelpLine(
        open, orders, over, byStudent, resting, holds, latest, asks, newHelps, newHelped, team,
        figures, nextOrder);
  }

  HelpLine team(HelpTeam next) {
    return new HelpLine(
        open, orders, over, byStudent, resting, holds, latest, asks, helps, helped, next, figures,
        nextOrder);
  }

  HelpLine figures(HelpStatistics next) {
    return new HelpLine(
        open, orders, over, byStudent, resting, holds, latest, asks, helps, helped, team, next,
        nextOrder);
  }

  private HelpLine but(
      PSortedMap<String, HelpRequest> newOpen,
      PMap<HelpId, String> newOrders,
      PMap<HelpId, Over> newOver,
      PMap<PersonId, HelpId> newByStudent,
      PMap<PersonId, Integer> newResting,
      PMap<PersonId, PVector<HelpId>> newHolds) {
    return new HelpLine(
        newOpen,
        newOrders,
        newOver,
        newByStudent,
        newResting,
        newHolds,
        latest,
        asks,
        helps,
        helped,
        team,
        figures,
        nextOrder);
  }

  /// The same request, standing otherwise in its line.
  static HelpRequest standing(HelpRequest request, Standing next) {
    return switch (request) {
      case HelpRequest.Waiting(var asked, _) -> new HelpRequest.Waiting(asked, next);
      case HelpRequest.Claimed(var asked, _, var helper, var at, var until) ->
          new HelpRequest.Claimed(asked, next, helper, at, until);
      case HelpRequest.Helping(
              var asked,
              _,
              var helper,
              var claimedAt,
              var since,
              var until,
              var nudges,
              var silent,
              var held) ->
          new HelpRequest.Helping(
              asked, next, helper, claimedAt, since, until, nudges, silent, held);
      case HelpRequest.OnHold(var asked, _, var helper, var note, var since, var until, var told) ->
          new HelpRequest.OnHold(asked, next, helper, note, since, until, told);
      case HelpRequest.Unreachable(var asked, _, var helper, var since, var until) ->
          new HelpRequest.Unreachable(asked, next, helper, since, until);
      case HelpRequest.Deferred(var asked, _, var since) ->
          new HelpRequest.Deferred(asked, next, since);
      case Over over -> over;
    };
  }
}

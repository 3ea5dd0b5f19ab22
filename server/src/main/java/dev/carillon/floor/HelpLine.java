package dev.carillon.floor;

import dev.carillon.floor.HelpRequest.Asked;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Outcome;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/// All help requests of the day.
///
/// @param open by place in the line: urgent ones first, then by order of asking. A place is kept
///   until the request is over, so that a request that is released stands where it stood
/// @param orders the place of each open request
/// @param over requests that are closed, by id
/// @param byStudent the one active request of a student
/// @param byHelper the one request a helper holds
/// @param latest the last request of a student, open or over
/// @param leases claims by the end of their lease
/// @param asks when each student asked lately, oldest first
/// @param helps how often each student was helped today
/// @param nextOrder the order the next request gets
public record HelpLine(
    PSortedMap<Long, HelpRequest> open,
    PMap<HelpId, Long> orders,
    PMap<HelpId, Over> over,
    PMap<PersonId, HelpId> byStudent,
    PMap<PersonId, HelpId> byHelper,
    PMap<PersonId, HelpId> latest,
    PSortedMap<Instant, PVector<HelpId>> leases,
    PMap<PersonId, PVector<Instant>> asks,
    PMap<PersonId, Integer> helps,
    long nextOrder) {
  static final HelpLine EMPTY =
      new HelpLine(
          TreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          TreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          0);

  /// Places before zero belong to urgent requests: more than anybody asks in a day.
  private static final long URGENT_PLACES = 1L << 40;

  /// Help shorter than this did not happen, as far as fairness is concerned.
  private static final Duration HELPED_AFTER = Duration.ofSeconds(30);

  /// The request, open or over.
  public Optional<HelpRequest> find(HelpId help) {
    return switch (orders.get(help)) {
      case null -> Optional.ofNullable(over.get(help));
      case Long place -> Optional.ofNullable(open.get(place));
    };
  }

  /// The request a student has open.
  public Optional<HelpRequest> activeOf(PersonId student) {
    return Optional.ofNullable(byStudent.get(student)).flatMap(this::find);
  }

  /// The last request of a student, open or over.
  public Optional<HelpRequest> latestOf(PersonId student) {
    return Optional.ofNullable(latest.get(student)).flatMap(this::find);
  }

  /// The request a helper holds.
  public Optional<HelpRequest> heldBy(PersonId helper) {
    return Optional.ofNullable(byHelper.get(helper)).flatMap(this::find);
  }

  /// Requests ahead of this place, from the front.
  Iterable<HelpRequest> aheadOf(HelpId help) {
    return switch (orders.get(help)) {
      case null -> open.headMap(Long.MIN_VALUE).values();
      case Long place -> open.headMap(place).values();
    };
  }

  HelpLine asked(Event.HelpAsked event, int asksMax) {
    var asked =
        new Asked(
            event.help(),
            event.student(),
            event.by(),
            event.kind(),
            event.text(),
            event.station(),
            event.block(),
            nextOrder,
            event.at());
    long place = event.kind() == HelpKind.URGENT ? nextOrder - URGENT_PLACES : nextOrder;
    return new HelpLine(
        open.plus(place, new Waiting(asked, 1, 0)),
        orders.plus(event.help(), place),
        over,
        byStudent.plus(event.student(), event.help()),
        byHelper,
        latest.plus(event.student(), event.help()),
        leases,
        event.by().equals(event.student()) ? noted(event, asksMax) : asks,
        helps,
        nextOrder + 1);
  }

  /// The limit needs no more than the last `asksMax` of them.
  private PMap<PersonId, PVector<Instant>> noted(Event.HelpAsked event, int asksMax) {
    var times = asks.getOrDefault(event.student(), TreePVector.empty()).plus(event.at());
    while (times.size() > Math.max(1, asksMax)) {
      times = times.minus(0);
    }
    return asks.plus(event.student(), times);
  }

  HelpLine claimed(Event.HelpClaimed event) {
    return find(event.help()).map(request -> claimed(request, event)).orElse(this);
  }

  private HelpLine claimed(HelpRequest request, Event.HelpClaimed event) {
    return switch (request) {
      case Waiting(var asked, var version, _) ->
          replaced(
                  new Claimed(
                      asked,
                      version + 1,
                      event.epoch(),
                      event.helper(),
                      event.at(),
                      event.leaseUntil()))
              .holding(event.helper(), event.help())
              .leased(event.leaseUntil(), event.help());
      case Claimed _, Helping _, Over _ -> this;
    };
  }

  HelpLine arrived(HelpId help, Instant at) {
    return find(help).map(request -> arrived(request, at)).orElse(this);
  }

  private HelpLine arrived(HelpRequest request, Instant at) {
    return switch (request) {
      case Claimed(var asked, var version, var epoch, var owner, var claimedAt, var until) ->
          replaced(new Helping(asked, version + 1, epoch, owner, claimedAt, at))
              .unleased(until, asked.id());
      case Waiting _, Helping _, Over _ -> this;
    };
  }

  /// Back in line, at the old place.
  HelpLine released(HelpId help, Instant at) {
    return find(help).map(request -> released(request, at)).orElse(this);
  }

  private HelpLine released(HelpRequest request, Instant at) {
    return switch (request) {
      case Claimed(var asked, var version, var epoch, var owner, _, var until) ->
          replaced(new Waiting(asked, version + 1, epoch)).free(owner).unleased(until, asked.id());
      case Helping helping ->
          replaced(new Waiting(helping.asked(), helping.version() + 1, helping.epoch()))
              .free(helping.owner())
              .helped(helping, at);
      case Waiting _, Over _ -> this;
    };
  }

  HelpLine closed(HelpId help, Outcome outcome, PersonId by, Instant at) {
    return find(help).map(request -> closed(request, outcome, by, at)).orElse(this);
  }

  private HelpLine closed(HelpRequest request, Outcome outcome, PersonId by, Instant at) {
    var closed = new Over(request.asked(), request.version() + 1, outcome, by, at);
    return switch (request) {
      case Waiting _ -> moved(closed);
      case Claimed claimed ->
          moved(closed).free(claimed.owner()).unleased(claimed.leaseUntil(), claimed.id());
      case Helping helping -> moved(closed).free(helping.owner()).helped(helping, at);
      case Over _ -> this;
    };
  }

  /// From the open ones to those that are over.
  private HelpLine moved(Over request) {
    return switch (orders.get(request.id())) {
      case null -> this;
      case Long place -> moved(request, place);
    };
  }

  private HelpLine moved(Over request, Long place) {
    var help = request.id();
    var student = request.asked().student();
    return new HelpLine(
        open.minus(place),
        orders.minus(help),
        over.plus(help, request),
        help.equals(byStudent.get(student)) ? byStudent.minus(student) : byStudent,
        byHelper,
        latest,
        leases,
        asks,
        helps,
        nextOrder);
  }

  private HelpLine helped(Helping helping, Instant until) {
    if (Duration.between(helping.since(), until).compareTo(HELPED_AFTER) < 0) {
      return this;
    }
    var student = helping.asked().student();
    return with(open, byHelper, leases, helps.plus(student, helps.getOrDefault(student, 0) + 1));
  }

  private HelpLine replaced(HelpRequest request) {
    return switch (orders.get(request.id())) {
      case null -> this;
      case Long place -> with(open.plus(place, request), byHelper, leases, helps);
    };
  }

  private HelpLine holding(PersonId helper, HelpId help) {
    return with(open, byHelper.plus(helper, help), leases, helps);
  }

  private HelpLine free(PersonId helper) {
    return with(open, byHelper.minus(helper), leases, helps);
  }

  private HelpLine leased(Instant until, HelpId help) {
    var others = leases.getOrDefault(until, TreePVector.empty());
    return with(open, byHelper, leases.plus(until, others.plus(help)), helps);
  }

  private HelpLine unleased(Instant until, HelpId help) {
    var others = leases.getOrDefault(until, TreePVector.empty()).minus(help);
    var rest = others.isEmpty() ? leases.minus(until) : leases.plus(until, others);
    return with(open, byHelper, rest, helps);
  }

  private HelpLine with(
      PSortedMap<Long, HelpRequest> newOpen,
      PMap<PersonId, HelpId> newByHelper,
      PSortedMap<Instant, PVector<HelpId>> newLeases,
      PMap<PersonId, Integer> newHelps) {
    return new HelpLine(
        newOpen,
        orders,
        over,
        byStudent,
        newByHelper,
        latest,
        newLeases,
        asks,
        newHelps,
        nextOrder);
  }
}

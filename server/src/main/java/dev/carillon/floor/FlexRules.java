package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.FlexCommand;
import dev.carillon.floor.Command.JoinFlex;
import dev.carillon.floor.Command.LapseOffer;
import dev.carillon.floor.Command.LeaveFlex;
import dev.carillon.floor.Command.OfferSeat;
import dev.carillon.floor.Command.PassOffer;
import dev.carillon.floor.Command.TakeOffer;
import dev.carillon.floor.Event.LineJoined;
import dev.carillon.floor.Event.LineLeft;
import dev.carillon.floor.Event.OfferLapsed;
import dev.carillon.floor.Event.OfferPassed;
import dev.carillon.floor.Event.SeatLeft;
import dev.carillon.floor.Event.SeatOffered;
import dev.carillon.floor.Event.SeatTaken;
import dev.carillon.floor.FlexLines.Offer;
import dev.carillon.floor.FlexLines.Waiter;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Role;
import dev.carillon.school.Station;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Coming to a station by oneself during a long block, and waiting for a seat there.
///
/// The last seat is taken once, because commands of one floor are decided one at a time. A seat
/// that is offered counts as taken until the offer is answered or has lapsed, so nobody passes the
/// line.
record FlexRules(Floor floor, Stamp stamp) {
  /// In these places somebody else has put her, and she goes when she is let go.
  private static final Set<Source> BOUND =
      Set.of(Source.CALL_UP, Source.APPOINTMENT, Source.STAY, Source.GATHERING);

  Decision decide(FlexCommand command) {
    if (stamp.role() != Role.STUDENT) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (command) {
      case JoinFlex(var station) -> join(station);
      case LeaveFlex(var station) -> leave(station);
      case TakeOffer(var station) -> take(station);
      case PassOffer(var station) -> pass(station);
    };
  }

  private Decision join(StationId id) {
    var station = floor.school().stations().get(id);
    if (station == null) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    if (!station.terms().walkIn()) {
      return refuse(Refusal.NOT_A_WALK_IN);
    }
    var block = floor.walkInBlock(stamp.who(), stamp.at());
    var place = floor.assignmentNow(stamp.who());
    if (block.isEmpty() || place.map(Assignment::source).filter(BOUND::contains).isPresent()) {
      return refuse(Refusal.FLEX_NOT_NOW);
    }
    boolean isThere = place.map(Assignment::station).filter(id::equals).isPresent();
    return isThere || lines().waiter(stamp.who(), id).isPresent()
        ? accept()
        : join(station, block.get());
  }

  private Decision join(Station station, Block block) {
    var free = floor.freeSeats();
    if (!free.isOpen(station)) {
      return refuse(Refusal.STATION_CLOSED);
    }
    if (free.at(station) > 0 && lines().first(station.id()).isEmpty()) {
      return accept(new SeatTaken(stamp.who(), station.id(), block.id(), stamp.at()));
    }
    var events = new ArrayList<Event>();
    lines()
        .waitsAt(stamp.who())
        .ifPresent(other -> events.add(new LineLeft(stamp.who(), other, stamp.at())));
    events.add(new LineJoined(stamp.who(), station.id(), block.id(), stamp.at()));
    return accept(events, Result.NOTHING);
  }

  private Decision leave(StationId station) {
    if (sitsAt(station)) {
      return accept(new SeatLeft(stamp.who(), station, stamp.at()));
    }
    return lines().waiter(stamp.who(), station).isPresent()
        ? accept(new LineLeft(stamp.who(), station, stamp.at()))
        : accept();
  }

  private boolean sitsAt(StationId station) {
    return lines()
        .sittingOf(stamp.who())
        .filter(sitting -> sitting.station().equals(station))
        .isPresent();
  }

  private Decision take(StationId id) {
    if (sitsAt(id)) {
      return accept();
    }
    var waiter = lines().waiter(stamp.who(), id).filter(each -> each.offer().isPresent());
    var station = floor.school().stations().get(id);
    if (waiter.isEmpty() || station == null) {
      return refuse(Refusal.NO_OFFER);
    }
    // Staff may have put somebody on the seat meanwhile: the cap stands above the offer.
    return floor.freeSeats().seats(station) > 0
        ? accept(new SeatTaken(stamp.who(), id, waiter.get().block(), stamp.at()))
        : refuse(Refusal.STATION_FULL);
  }

  private Decision pass(StationId station) {
    return lines()
        .waiter(stamp.who(), station)
        .filter(waiter -> waiter.offer().isPresent())
        .map(_ -> accept(new OfferPassed(stamp.who(), station, stamp.at())))
        .orElseGet(Decision::accept);
  }

  private FlexLines lines() {
    return floor.learning().flex();
  }

  /// What time does to lines: free seats are offered at once, offers lapse.
  static List<DueCommand> dues(Floor floor) {
    var lines = floor.learning().flex().lines();
    if (lines.isEmpty()) {
      return List.of();
    }
    var dues = new ArrayList<DueCommand>();
    var free = floor.freeSeats();
    for (var line : lines.entrySet()) {
      next(floor, free, line.getKey()).ifPresent(_ -> dues.add(offer(floor, line.getKey())));
      for (var waiter : line.getValue()) {
        waiter.offer().ifPresent(each -> dues.add(lapse(line.getKey(), waiter, each)));
      }
    }
    return dues;
  }

  /// Whose turn it is where a seat is free.
  private static Optional<Waiter> next(Floor floor, FreeSeats free, StationId id) {
    return Optional.ofNullable(floor.school().stations().get(id))
        .filter(station -> free.at(station) > 0)
        .flatMap(_ -> floor.learning().flex().first(id))
        .filter(waiter -> !isGathered(floor, waiter.student()));
  }

  private static boolean isGathered(Floor floor, PersonId student) {
    return floor.scheduleOf(student).flatMap(Timeline::insertion).isPresent();
  }

  private static OfferSeat offer(Floor floor, StationId station) {
    long number = floor.learning().flex().offers() + 1;
    return new OfferSeat(station, floor.at(), "offer/" + floor.plan().date() + "/" + number);
  }

  private static LapseOffer lapse(StationId station, Waiter waiter, Offer offer) {
    return new LapseOffer(
        station, waiter.student(), offer.number(), offer.until(), "offer-over/" + offer.number());
  }

  Decision offer(StationId station) {
    var lasts = floor.inPeoplesTime(floor.school().rules().offerFor());
    return next(floor, floor.freeSeats(), station)
        .map(
            waiter ->
                accept(
                    new SeatOffered(
                        waiter.student(),
                        station,
                        lines().offers() + 1,
                        stamp.at().plus(lasts),
                        stamp.at())))
        .orElseGet(Decision::accept);
  }

  Decision lapse(LapseOffer due) {
    return lines()
        .waiter(due.student(), due.station())
        .flatMap(Waiter::offer)
        .filter(offer -> offer.number() == due.number() && !isBefore(offer.until()))
        .map(_ -> accept(new OfferLapsed(due.student(), due.station(), stamp.at())))
        .orElseGet(Decision::accept);
  }

  private boolean isBefore(Instant until) {
    return stamp.at().isBefore(until);
  }
}

package dev.carillon.view;

import dev.carillon.floor.AtBell;
import dev.carillon.floor.HelpClosing;
import dev.carillon.floor.HelpGroups;
import dev.carillon.floor.HelpPresence;
import dev.carillon.floor.HelpReach;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.OnHold;
import dev.carillon.floor.HelpRequest.Route;
import dev.carillon.floor.HelpRequest.Unreachable;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Station;
import java.time.Instant;
import java.util.Optional;

/// How a call stands in its line, the same for every helper who sees it.
final class CallStanding {
  private CallStanding() {}

  static Row.Call.Standing of(
      Sight sight, HelpRequest request, Station place, Optional<HelpId> group) {
    var standing = request.standing();
    return new Row.Call.Standing(
        Sight.word(standing.turn().lane()),
        standing.watch().level(),
        only(standing.turn().pinned()),
        only(standing.trying()),
        only(request.asked().reopens().isPresent()),
        only(!request.asked().station().equals(place.id())),
        to(sight, request),
        Optional.empty(),
        group.map(HelpId::value),
        until(request).map(Instant::toEpochMilli),
        note(request),
        by(request).map(id -> sight.named(id)),
        nudges(request),
        held(sight, request),
        HelpGroups.huddle(sight.floor(), request),
        standing.released().map(reason -> Sight.word(reason)),
        new HelpClosing(sight.floor()).of(request).map(leaving -> bell(sight, leaving)),
        new HelpPresence(sight.floor(), sight.floor().at())
            .lostAt(request)
            .map(Instant::toEpochMilli),
        new HelpClosing(sight.floor()).inPlaceAt(request).map(Instant::toEpochMilli),
        atBell(sight, request));
  }

  private static Row.Call.Leaving bell(Sight sight, HelpClosing.Leaving leaving) {
    return new Row.Call.Leaving(
        leaving.from().toEpochMilli(),
        leaving.bell().toEpochMilli(),
        leaving.to().map(station -> sight.station(station).name()));
  }

  private static Optional<String> atBell(Sight sight, HelpRequest request) {
    return sight
        .floor()
        .scheduleOf(request.asked().student())
        .flatMap(Timeline::entered)
        .flatMap(request.standing()::atBell)
        .filter(what -> what != AtBell.CARRY)
        .map(AtBell::word);
  }

  /// Whoever reads the line now, reads it as it was when it changed last.
  static HelpReach reach(Sight sight) {
    return new HelpReach(sight.floor(), sight.floor().help().team().at());
  }

  /// Whom it is for: a name, or a role.
  static Optional<String> to(Sight sight, HelpRequest request) {
    return reach(sight).route(request).flatMap(route -> target(sight, route));
  }

  private static Optional<Boolean> only(boolean so) {
    return Optional.of(so).filter(it -> it);
  }

  private static Optional<String> target(Sight sight, Route route) {
    return route.to().map(sight.floor()::nameOf).or(() -> route.role().map(it -> it.word()));
  }

  private static Optional<Instant> until(HelpRequest request) {
    return switch (request) {
      case OnHold hold -> Optional.of(hold.until());
      case Unreachable unreached -> Optional.of(unreached.until());
      case HelpRequest _ -> Optional.empty();
    };
  }

  private static Optional<String> note(HelpRequest request) {
    return request instanceof OnHold hold ? Sight.unlessEmpty(hold.note()) : Optional.empty();
  }

  static Optional<PersonId> by(HelpRequest request) {
    return switch (request) {
      case OnHold hold -> Optional.of(hold.helper());
      case Unreachable unreached -> Optional.of(unreached.helper());
      case HelpRequest _ -> Optional.empty();
    };
  }

  private static Optional<Integer> nudges(HelpRequest request) {
    return request instanceof Helping helping
        ? Optional.of(helping.nudges()).filter(times -> times > 0)
        : Optional.empty();
  }

  private static Optional<Row.Call.Held> held(Sight sight, HelpRequest request) {
    int most = sight.floor().school().rules().help().spans().heldMax();
    return request instanceof Helping helping
        ? helping
            .held()
            .map(held -> new Row.Call.Held(held.asked(), Math.max(0, most - held.times())))
        : Optional.empty();
  }
}

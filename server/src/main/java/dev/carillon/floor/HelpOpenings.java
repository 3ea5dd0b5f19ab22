package dev.carillon.floor;

import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpReopened;
import dev.carillon.floor.HelpRequest.Asked;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpRequest.Route;
import dev.carillon.floor.HelpRequest.Standing;
import dev.carillon.floor.HelpRequest.Turn;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.HelpRequest.Watch;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.TreePVector;

/// How a request comes into the line.
record HelpOpenings(Floor floor) {
  HelpLine asked(HelpAsked event) {
    var place = floor.assignmentNow(event.student());
    var asked =
        new Asked(
            event.help(),
            event.student(),
            event.by(),
            event.kind(),
            event.text(),
            place.map(it -> it.item()).orElse(""),
            place.map(HelpPlaces::subject).orElse(""),
            event.station(),
            place.map(it -> it.seat()).orElse(""),
            event.block(),
            floor.help().nextOrder(),
            event.at(),
            Optional.empty(),
            event.why(),
            TreePVector.empty(),
            Optional.empty());
    var lane = lane(event);
    var route = event.to().map(Route::wished);
    var line = floor.help().with(waiting(asked, lane, route, event.together(), event.at()));
    boolean isHerOwn = event.by().equals(event.student());
    return isHerOwn
        ? line.noted(event.student(), event.at(), floor.school().rules().asksMax())
        : line;
  }

  private static Lane lane(HelpAsked event) {
    boolean isInferred = event.why().filter(why -> why.what() == Why.What.BLOCKED).isPresent();
    if (isInferred) {
      return Lane.INFERRED;
    }
    return event.kind() == HelpKind.URGENT ? Lane.URGENT : Lane.NORMAL;
  }

  HelpLine reopened(HelpReopened event) {
    return floor
        .help()
        .find(event.of())
        .map(old -> floor.help().with(again(old.asked(), event)))
        .orElse(floor.help());
  }

  private HelpRequest again(Asked old, HelpReopened event) {
    var asked =
        new Asked(
            event.help(),
            event.student(),
            event.student(),
            old.kind(),
            old.text(),
            old.item(),
            old.subject(),
            event.station(),
            floor.assignmentNow(event.student()).map(it -> it.seat()).orElse(""),
            event.block(),
            floor.help().nextOrder(),
            event.at(),
            Optional.of(event.of()),
            old.why(),
            TreePVector.empty(),
            old.hidden());
    return waiting(asked, Lane.RETURNING, Optional.empty(), true, event.at());
  }

  private HelpRequest waiting(
      Asked asked, Lane lane, Optional<Route> route, boolean together, Instant at) {
    var turn = new HelpPlaces(floor).turn(asked.student(), lane, false, Duration.ZERO, at);
    var standing =
        new Standing(
            1,
            0,
            turn,
            Watch.NEW,
            route,
            false,
            together && isWork(asked),
            false,
            Optional.empty(),
            Optional.empty());
    return begun(new Waiting(asked, standing), at);
  }

  private static boolean isWork(Asked asked) {
    return asked.kind() == HelpKind.WORK;
  }

  /// The watch of a new request, which knows when the leader is to be told.
  private HelpRequest begun(Waiting waiting, Instant at) {
    boolean isUrgent = waiting.standing().turn().lane() == Lane.URGENT;
    var watch =
        new Watch(
            Duration.ZERO,
            new HelpClocks(floor).starts(waiting, at),
            isUrgent ? 1 : 0,
            leaderAfter(waiting.asked().student(), at));
    return HelpLine.standing(waiting, waiting.standing().watch(watch));
  }

  /// A share of what is left of the block, if that is sooner: shortly before the bell the leader is
  /// told of a call before it is late, and whoever is reached by an earlier alarm is reached as
  /// well.
  private Duration leaderAfter(PersonId student, Instant at) {
    var alarms = floor.school().rules().help().alarms();
    return floor
        .scheduleOf(student)
        .flatMap(line -> line.blockAt(at))
        .map(block -> Duration.between(at, block.end()))
        .filter(Duration::isPositive)
        .map(left -> left.multipliedBy(alarms.leaderShare()).dividedBy(100))
        .filter(share -> share.compareTo(alarms.leaderAfter()) < 0)
        .orElse(alarms.leaderAfter());
  }

  /// A request that yesterday left for today.
  static HelpLine carried(Floor floor, Carry.Parked parked, Instant at) {
    var openings = new HelpOpenings(floor);
    return floor.help().with(openings.parked(parked, at));
  }

  private HelpRequest parked(Carry.Parked parked, Instant at) {
    var asked =
        new Asked(
            parked.help(),
            parked.student(),
            parked.student(),
            parked.kind(),
            parked.text(),
            parked.item(),
            parked.subject(),
            parked.station(),
            parked.seat(),
            parked.block(),
            floor.help().nextOrder(),
            parked.askedAt(),
            Optional.empty(),
            parked.why(),
            TreePVector.empty(),
            Optional.empty());
    var turn = new Turn(false, Lane.NORMAL, at, at, parked.waited(), at);
    boolean isLeft = parked.kind() == HelpKind.EQUIPMENT;
    var standing =
        new Standing(
            1,
            0,
            turn,
            Watch.NEW,
            parked.to().map(Route::wished),
            false,
            false,
            isLeft,
            Optional.empty(),
            Optional.empty());
    return isLeft
        ? begun(new Waiting(asked, standing), at)
        : new HelpRequest.Deferred(asked, standing, at);
  }
}

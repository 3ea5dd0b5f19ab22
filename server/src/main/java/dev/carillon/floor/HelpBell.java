package dev.carillon.floor;

import dev.carillon.floor.Event.HelpCameBack;
import dev.carillon.floor.Event.HelpDeferred;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpLeftBehind;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.HoldMoved;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Deferred;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.OnHold;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Unreachable;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a bell does to the calls of those who move (ADR 22). It is decided in the entry that enters
/// the block, on the floor as it was before: so it happens once, and a claim that came before it is
/// a claim. A block is entered once, whoever rings.
///
/// Calls follow the student; what is tied to work that is not done where she goes is parked, and
/// comes back when she sits where it applies. What the timetable parks nobody has to ask again.
///
/// The same is so without a bell: whoever is put at another place in the middle of a block, as when
/// a station closes, takes along what can be done there; and for a student who leaves for the day
/// the day is over.
record HelpBell(Floor floor, Instant at) {
  /// What happens with the entry into a block of the school; nothing with a turn inside one.
  List<Event> entering(Timeline timeline, BlockId block) {
    if (timeline.local().isPresent()) {
      return List.of();
    }
    return of(
        timeline.id(),
        request ->
            new HelpArranging(floor).atBell(request, at).orElseGet(() -> bell(request, block)));
  }

  /// What happens when a schedule's day is over: work that is still to be done and talks wait for
  /// another day, equipment for whoever repairs it.
  List<Event> ending(ScheduleId schedule) {
    return of(
        schedule,
        request ->
            new HelpArranging(floor)
                .atEnd(request, at)
                .orElseGet(() -> over(request, HelpEnds.END_OF_DAY)));
  }

  /// What happens when a student leaves for the day: what happens to everybody's calls at the end
  /// of it.
  List<Event> leaving(PersonId student) {
    return floor.help().open().values().stream()
        .filter(request -> request.asked().student().equals(student))
        .flatMap(request -> over(request, HelpEnds.STUDENT_LEFT).stream())
        .toList();
  }

  /// Students are put elsewhere, and their calls with them.
  static List<Event> with(Floor floor, StudentsPlaced placed) {
    var events = new ArrayList<Event>(new HelpBell(floor, placed.at()).placing(placed));
    events.add(placed);
    return events;
  }

  /// What happens to the calls that nobody is with when students are put at other places than they
  /// are at. A helper who is there already finishes, and who tries by herself goes on trying.
  private List<Event> placing(StudentsPlaced placed) {
    var students = new HashSet<PersonId>();
    placed.places().forEach(place -> students.add(place.student()));
    var calls =
        floor.help().open().values().stream()
            .filter(request -> students.contains(request.asked().student()))
            .filter(request -> request instanceof Waiting || request instanceof Claimed)
            .toList();
    if (calls.isEmpty()) {
      return List.of();
    }
    var next = new HelpBell(floor.evolve(placed).floor(), at);
    var events = new ArrayList<Event>();
    for (var request : calls) {
      var to = next.stationOf(request.asked().student());
      if (!to.equals(stationOf(request.asked().student()))) {
        events.addAll(moved(request, to));
      }
    }
    return events;
  }

  private Optional<StationId> stationOf(PersonId student) {
    return floor.assignmentNow(student).map(place -> place.station());
  }

  private List<Event> moved(HelpRequest request, Optional<StationId> to) {
    if (HelpInferred.is(request)) {
      return isDoneAt(to, request)
          ? List.of()
          : new HelpInferred(floor, at).over(request, HelpEnds.MOVED);
    }
    return switch (request.asked().kind()) {
      case URGENT, PERSON -> List.of();
      case EQUIPMENT -> equipment(request, to);
      case WORK -> work(request, to, request.asked().block());
    };
  }

  private List<Event> of(ScheduleId schedule, Function<HelpRequest, List<Event>> rule) {
    var events = new ArrayList<Event>();
    for (var request : floor.help().open().values()) {
      if (isOn(schedule, request.asked().student())) {
        events.addAll(rule.apply(request));
      }
    }
    return events;
  }

  private boolean isOn(ScheduleId schedule, PersonId student) {
    return floor.student(student).filter(each -> each.schedule().equals(schedule)).isPresent();
  }

  private List<Event> bell(HelpRequest request, BlockId block) {
    var station = stationIn(request.asked().student(), block);
    if (HelpInferred.is(request)) {
      return inferred(request, station, block);
    }
    return switch (request.asked().kind()) {
      case URGENT -> urgent(request, station);
      case EQUIPMENT -> equipment(request, station);
      case PERSON -> person(request, station);
      case WORK -> work(request, station, block);
    };
  }

  /// Where she is to be in the next block; who may stay stays.
  Optional<StationId> stationIn(PersonId student, BlockId block) {
    return Optional.ofNullable(floor.placing().stays().get(student))
        .filter(stay -> stay.until().isAfter(at))
        .map(stay -> stay.place().station())
        .or(() -> floor.assignmentAt(student, block).map(place -> place.station()));
  }

  private List<Event> equipment(HelpRequest request, Optional<StationId> next) {
    boolean isLeft = next.filter(request.asked().station()::equals).isEmpty();
    return isLeft && !request.standing().left() && !(request instanceof Deferred)
        ? List.of(new HelpLeftBehind(request.id(), at))
        : List.of();
  }

  /// Nobody has asked for it: unless somebody is with her or on the way, it is over.
  private List<Event> inferred(HelpRequest request, Optional<StationId> next, BlockId block) {
    return switch (request) {
      case Helping _, OnHold _ -> work(request, next, block);
      case Claimed claimed when claimed(claimed, next, isDoneAt(next, request)).isEmpty() ->
          List.of();
      case Over _ -> List.of();
      case HelpRequest _ -> new HelpInferred(floor, at).over(request, HelpEnds.BELL);
    };
  }

  private boolean isDoneAt(Optional<StationId> next, HelpRequest request) {
    return next.filter(station -> new HelpPlaces(floor).applies(request.asked(), station))
        .isPresent();
  }

  /// Nothing about the call changes; nobody is called late while an adult is with her.
  private List<Event> urgent(HelpRequest request, Optional<StationId> next) {
    return request instanceof Helping helping ? held(helping, next) : List.of();
  }

  private List<Event> person(HelpRequest request, Optional<StationId> next) {
    return switch (request) {
      case Helping helping -> held(helping, next);
      case OnHold hold -> presumed(hold);
      case Unreachable _ -> List.of(back(request));
      case Waiting _, Claimed _, Deferred _, Over _ -> List.of();
    };
  }

  private List<Event> work(HelpRequest request, Optional<StationId> next, BlockId block) {
    boolean applies = isDoneAt(next, request);
    return switch (request) {
      case Waiting _ -> applies ? List.of() : List.of(new HelpDeferred(request.id(), at));
      case Claimed claimed -> claimed(claimed, next, applies);
      case Helping helping -> held(helping, next);
      case OnHold hold when hold.told() -> presumed(hold);
      case OnHold hold -> applies ? List.of() : moved(hold, block);
      case Unreachable _ ->
          List.of(applies ? back(request) : new HelpExpired(request.id(), HelpEnds.BELL, at));
      case Deferred _, Over _ -> List.of();
    };
  }

  /// Whoever is on the way goes on when it is the same room.
  private List<Event> claimed(Claimed claimed, Optional<StationId> next, boolean applies) {
    var released = new HelpReleased(claimed.id(), PersonId.SYSTEM, at);
    if (!applies) {
      return List.of(released, new HelpDeferred(claimed.id(), at));
    }
    boolean isSameRoom = next.flatMap(floor::roomOf).equals(floor.roomOf(claimed));
    return isSameRoom ? List.of() : List.of(released);
  }

  private List<Event> held(Helping helping, Optional<StationId> next) {
    return stationOf(helping.asked().student()).equals(next)
        ? List.of()
        : HelpHolding.kept(floor, helping, at);
  }

  private Event back(HelpRequest request) {
    return new HelpCameBack(request.id(), Optional.empty(), at, at);
  }

  /// She was asked whether it works now and said nothing before the block was over.
  private List<Event> presumed(OnHold hold) {
    return hold.told() ? List.of(new HelpResolved(hold.id(), PersonId.SYSTEM, at)) : List.of();
  }

  /// What is left of the hold begins again where she can go on with the work; the next bell before
  /// that finds it moved.
  private List<Event> moved(OnHold hold, BlockId block) {
    var left = Duration.between(at, hold.until());
    return fitting(hold, block)
        .filter(next -> hold.until().isBefore(next.start()))
        .map(next -> Phases.of(next).workAt().plus(left))
        .<List<Event>>map(until -> List.of(new HoldMoved(hold.id(), until, at)))
        .orElse(List.of());
  }

  private Optional<Block> fitting(OnHold hold, BlockId after) {
    var student = hold.asked().student();
    var places = new HelpPlaces(floor);
    return floor.scheduleOf(student).stream()
        .flatMap(line -> line.blocks().stream().skip(Math.max(0, line.indexOf(after))))
        .filter(
            block ->
                floor
                    .assignmentAt(student, block.id())
                    .filter(place -> places.applies(hold.asked(), place.station()))
                    .isPresent())
        .findFirst();
  }

  /// A helper who is with a student finishes, and whoever looks after an urgent one goes on.
  private List<Event> over(HelpRequest request, String why) {
    var kind = request.asked().kind();
    if (request instanceof Helping || request instanceof Over || kind == HelpKind.URGENT) {
      return List.of();
    }
    if (kind == HelpKind.EQUIPMENT) {
      return equipment(request, Optional.empty());
    }
    if (request instanceof OnHold) {
      return List.of(new HelpResolved(request.id(), PersonId.SYSTEM, at));
    }
    if (HelpInferred.is(request)) {
      return new HelpInferred(floor, at).over(request, why);
    }
    if (request instanceof Unreachable || !waitsForAnotherDay(request)) {
      return List.of(new HelpExpired(request.id(), why, at));
    }
    var events = new ArrayList<Event>();
    if (request instanceof Claimed) {
      events.add(new HelpReleased(request.id(), PersonId.SYSTEM, at));
    }
    if (!(request instanceof Deferred)) {
      events.add(new HelpDeferred(request.id(), at));
    }
    return events;
  }

  private boolean waitsForAnotherDay(HelpRequest request) {
    return switch (request.asked().kind()) {
      case WORK -> new HelpPlaces(floor).isOpenItem(request.asked());
      case PERSON -> true;
      case EQUIPMENT, URGENT -> false;
    };
  }

  /// What is left for another day; everything else expires with this one.
  List<Carry.Parked> parked() {
    return floor.help().open().values().stream().filter(this::isCarried).map(this::parked).toList();
  }

  boolean isCarried(HelpRequest request) {
    boolean isBroken = request instanceof Waiting && request.asked().kind() == HelpKind.EQUIPMENT;
    return isBroken || (request instanceof Deferred && waitsForAnotherDay(request));
  }

  private Carry.Parked parked(HelpRequest request) {
    var asked = request.asked();
    var turn = request.standing().turn();
    boolean isTalk = asked.kind() == HelpKind.PERSON;
    return new Carry.Parked(
        asked.id(),
        asked.student(),
        asked.kind(),
        asked.text(),
        asked.item(),
        asked.subject(),
        asked.station(),
        asked.seat(),
        asked.block(),
        turn.waited(),
        asked.at(),
        isTalk ? floor.mentorOf(asked.student()) : Optional.empty(),
        asked.why());
  }
}

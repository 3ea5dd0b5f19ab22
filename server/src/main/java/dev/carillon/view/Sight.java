package dev.carillon.view;

import dev.carillon.floor.Arrival;
import dev.carillon.floor.ArrivalState;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Station;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the tables ask of a floor: who is where in the block her schedule is in.
///
/// Before the first block a schedule is taken to be in it, with everybody expected: that is what
/// staff and screens want to see five minutes before the day.
record Sight(Floor floor, Roll roll) {
  /// Where a student is due and what is known of her.
  ///
  /// @param seat empty when none is hers
  /// @param seen where she was last seen when that is elsewhere
  record Spot(
      Station due, String seat, String activity, Optional<Station> seen, ArrivalState arrival) {
    /// Where to look for her.
    Station now() {
      return seen.orElse(due);
    }

    /// The code of her place: the letter of the station and her seat.
    String code() {
      return Sight.code(now(), seen.isPresent() ? "" : seat);
    }
  }

  static String code(Station station, String seat) {
    return station.badge().letter() + seat;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static Row.Badge badge(dev.carillon.school.Badge badge) {
    return new Row.Badge(badge.letter(), badge.colour(), badge.shape());
  }

  static Optional<String> unlessEmpty(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }

  /// Empty for a student whose schedule does not run today.
  Optional<Timeline> timeline(Student student) {
    return Optional.ofNullable(floor.timelines().get(student.schedule()));
  }

  /// The block her schedule is in; empty when it does not run today.
  Optional<BlockId> block(Student student) {
    return timeline(student)
        .flatMap(
            timeline ->
                timeline.entered().or(() -> timeline.blocks().stream().map(Block::id).findFirst()));
  }

  Station station(StationId id) {
    var stations = floor.school().stations();
    var found = stations.get(id);
    return found != null ? found : overflow();
  }

  /// Where she is planned to be in a block. Outside any block that is her home station.
  Assignment assignment(Student student, BlockId block) {
    var day = floor.assignments().get(student.id());
    var found = day == null ? null : day.get(block);
    return found != null
        ? found
        : new Assignment(
            student.id(),
            block,
            student.home(),
            student.seat(),
            station(student.home()).activity(),
            "",
            Assignment.Source.PLAN,
            false);
  }

  Spot spot(Student student) {
    return block(student)
        .map(block -> spot(student, assignment(student, block)))
        .orElseGet(() -> atHome(student));
  }

  /// The state of a student in a block: departed from those behind her, expected in those ahead.
  ArrivalState arrival(Student student, BlockId block) {
    var timeline = timeline(student);
    if (timeline.isEmpty()) {
      return ArrivalState.EXCUSED;
    }
    if (timeline.get().ended()) {
      return ArrivalState.DEPARTED;
    }
    var entered = timeline.get().entered();
    if (entered.isEmpty()) {
      return ArrivalState.EXPECTED;
    }
    if (entered.get().equals(block)) {
      return known(student, block).map(Arrival::state).orElse(ArrivalState.EXPECTED);
    }
    return isBefore(timeline.get(), block, entered.get())
        ? ArrivalState.DEPARTED
        : ArrivalState.EXPECTED;
  }

  Student student(PersonId id) {
    var student = roll.byId().get(id);
    if (student == null) {
      throw new IllegalStateException("no student " + id.value() + " in this school");
    }
    return student;
  }

  String name(PersonId id) {
    return Optional.ofNullable(floor.school().people().get(id)).map(Person::name).orElse("");
  }

  /// The names of the adults at a station; empty when nobody needs to be there.
  Optional<String> adults(Station station) {
    return unlessEmpty(station.adults().stream().map(this::name).collect(Collectors.joining(", ")));
  }

  /// Where a request is to be answered: equipment stays where it is, all else follows the student.
  Station place(HelpRequest request) {
    var asked = request.asked();
    return asked.kind() == HelpKind.EQUIPMENT
        ? station(asked.station())
        : spot(student(asked.student())).now();
  }

  /// The one request of a student that is not over.
  Optional<HelpRequest> openOf(PersonId student) {
    return Optional.ofNullable(floor.help().byStudent().get(student))
        .flatMap(id -> Optional.ofNullable(floor.help().orders().get(id)))
        .flatMap(order -> Optional.ofNullable(floor.help().open().get(order)));
  }

  /// How many wait before this one in its room.
  int ahead(Waiting request) {
    var room = place(request).room();
    return Math.toIntExact(
        open().stream()
            .takeWhile(other -> other.asked().order() < request.asked().order())
            .filter(Waiting.class::isInstance)
            .filter(other -> place(other).room().equals(room))
            .count());
  }

  /// All requests not yet over, in the order of the line.
  List<HelpRequest> open() {
    return List.copyOf(floor.help().open().values());
  }

  private Spot spot(Student student, Assignment assignment) {
    var arrival = arrival(student, assignment.block());
    var seen =
        known(student, assignment.block())
            .filter(_ -> arrival == ArrivalState.ELSEWHERE)
            .map(known -> station(known.seenAt()));
    return new Spot(
        station(assignment.station()), assignment.seat(), assignment.activity(), seen, arrival);
  }

  private Spot atHome(Student student) {
    var home = station(student.home());
    return new Spot(home, student.seat(), home.activity(), Optional.empty(), ArrivalState.EXCUSED);
  }

  private Optional<Arrival> known(Student student, BlockId block) {
    return Optional.ofNullable(floor.arrivals().get(student.id()))
        .filter(arrival -> arrival.block().equals(block));
  }

  private Station overflow() {
    var overflow = floor.school().stations().get(floor.school().overflow());
    if (overflow == null) {
      throw new IllegalStateException("a school without its overflow station");
    }
    return overflow;
  }

  private static boolean isBefore(Timeline timeline, BlockId one, BlockId other) {
    for (var block : timeline.blocks()) {
      if (block.id().equals(other)) {
        return false;
      }
      if (block.id().equals(one)) {
        return true;
      }
    }
    return false;
  }
}

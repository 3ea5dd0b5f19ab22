package dev.carillon.view;

import dev.carillon.floor.Appointments;
import dev.carillon.floor.CallUp;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Block;
import dev.carillon.school.Id;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.NameRange;
import dev.carillon.school.Note;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Role;
import dev.carillon.school.Seat;
import dev.carillon.school.Station;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Cuts a floor for paper (ADR 31).
///
/// Leaders and administrators get the whole day. A teacher gets who comes to her rooms, from where,
/// and the whole day of those at home there, whose passes she hands out. A student gets her own
/// day. Nobody gets calls for help, arrivals, or why somebody is away.
public final class PaperCut {
  private final Floor floor;
  private final Person reader;
  private final Roll roll;
  private final Set<RoomId> mine;

  private PaperCut(Floor floor, Person reader) {
    this.floor = floor;
    this.reader = reader;
    roll = Roll.of(floor.school(), floor.plan().date());
    mine = reader instanceof Staff staff ? staff.rooms() : Set.of();
  }

  /// The day that is open, as it stands.
  ///
  /// @param next the next day with school
  public static Paper open(Floor floor, Person reader, Optional<LocalDate> next) {
    return new PaperCut(floor, reader).cut(true, next);
  }

  /// A day to come, as planned.
  public static Paper planned(Floor floor, Person reader) {
    return new PaperCut(floor, reader).cut(false, Optional.empty());
  }

  private Paper cut(boolean live, Optional<LocalDate> next) {
    var school = floor.school();
    var students = students();
    var seen = seen(students);
    return new Paper(
        school.name(),
        floor.plan().date().toString(),
        floor.plan().zone().getId(),
        school.language(),
        reader.role().word(),
        live,
        next.map(LocalDate::toString),
        floor.at().toEpochMilli(),
        floor.plan().dayType(),
        school.calendar().notes(floor.plan().date()).stream().map(Note::text).toList(),
        floor.timelines().values().stream()
            .filter(this::concerns)
            .sorted(Comparator.comparing(line -> line.id().value()))
            .map(PaperCut::schedule)
            .toList(),
        school.rooms().values().stream()
            .filter(room -> isStaff() || seen.contains(room.id()))
            .map(this::room)
            .toList(),
        school.stations().values().stream()
            .filter(station -> isStaff() || seen.contains(station.id()))
            .map(this::station)
            .toList(),
        students);
  }

  private boolean leads() {
    return reader.role().leads();
  }

  private boolean isStaff() {
    return reader.role() != Role.STUDENT;
  }

  /// The stations a student goes to, and their rooms.
  private Set<Id> seen(List<Paper.Student> students) {
    var seen = new HashSet<Id>();
    if (!isStaff()) {
      students.stream()
          .flatMap(
              each ->
                  Stream.concat(
                      each.stops().stream().map(Paper.Stop::station),
                      each.calls().stream().map(Paper.Call::station)))
          .map(id -> station(new StationId(id)))
          .forEach(station -> seen.addAll(List.of(station.id(), station.room())));
    }
    return seen;
  }

  private Station station(StationId id) {
    return floor.school().stations().getOrDefault(id, overflow());
  }

  private Station overflow() {
    var school = floor.school();
    return Optional.ofNullable(school.stations().get(school.overflow())).orElseThrow();
  }

  // --- The day
  // ----------------------------------------------------------------------------------------

  /// Turns inside a block are for the room that takes them, and for whoever has all of it.
  private boolean concerns(Timeline line) {
    return switch (reader) {
      case Student student -> livesBy(student, line);
      case Person _ ->
          leads() || line.local().map(it -> mine.contains(it.parent().room())).orElse(true);
    };
  }

  private boolean livesBy(Student student, Timeline line) {
    return line.local()
        .map(it -> floor.turnsOf(student.id(), it.parent().block()))
        .orElseGet(() -> floor.scheduleOf(student.id()))
        .filter(hers -> hers.id().equals(line.id()))
        .isPresent();
  }

  private static Paper.Schedule schedule(Timeline line) {
    var parent = line.local().map(Timeline.Local::parent);
    return new Paper.Schedule(
        line.id().value(),
        line.name(),
        parent.map(it -> new Row.Parent(it.schedule().value(), it.block().value())),
        parent.map(it -> it.room().value()),
        line.blocks().stream().map(PaperCut::block).toList());
  }

  private static Paper.Block block(Block block) {
    return new Paper.Block(
        block.id().value(),
        block.name(),
        block.kind().word(),
        block.start().toEpochMilli(),
        block.start().plus(block.move()).toEpochMilli(),
        block.end().toEpochMilli(),
        block.bells().stream()
            .map(kind -> new Paper.Bell(kind.word(), block.bellAt(kind).toEpochMilli()))
            .sorted(Comparator.comparingLong(Paper.Bell::atMs).thenComparing(Paper.Bell::kind))
            .toList());
  }

  // --- The places
  // -------------------------------------------------------------------------------------

  private Paper.Room room(dev.carillon.school.Room room) {
    var helpers =
        floor.school().staff().stream()
            .filter(staff -> isStaff() && staff.role().helps() && staff.rooms().contains(room.id()))
            .map(Staff::name)
            .toList();
    return new Paper.Room(
        room.id().value(), room.name(), Sight.badge(room.badge()), isMine(room.id()), helpers);
  }

  /// A leader covers them all.
  private boolean isMine(RoomId room) {
    return leads() || mine.contains(room);
  }

  private Paper.Station station(Station station) {
    boolean hasSeats = isMine(station.room());
    return new Paper.Station(
        station.id().value(),
        station.room().value(),
        station.name(),
        station.kind().word(),
        station.activity(),
        Sight.badge(station.badge()),
        Sight.word(floor.placing().status(station.id())),
        hasSeats ? station.seats().stream().map(Seat::label).toList() : List.of(),
        station.adults().stream().map(floor::nameOf).toList());
  }

  // --- The students
  // -----------------------------------------------------------------------------------

  private List<Paper.Student> students() {
    if (reader instanceof Student student) {
      return List.of(student(student));
    }
    var collator = Collator.getInstance(Locale.forLanguageTag(floor.school().language()));
    return floor.school().students().stream()
        .sorted(
            Comparator.comparing(Student::name, collator::compare)
                .thenComparing(student -> student.id().value()))
        .map(this::student)
        .filter(student -> leads() || student.whole() || !student.stops().isEmpty())
        .toList();
  }

  private Paper.Student student(Student student) {
    boolean isWhole = isWhole(student);
    var group = floor.school().groups().get(student.group());
    return new Paper.Student(
        student.id().value(),
        student.name(),
        student.shown().filter(_ -> leads()),
        Optional.ofNullable(roll.slots().of(NameRange.ALL).get(student.id())).filter(_ -> leads()),
        student.language(),
        group == null ? "" : group.name(),
        student.schedule().value(),
        isWhole,
        isAway(student),
        stops(student).stream().filter(stop -> isWhole || isMine(stop)).toList(),
        isWhole ? calls(student) : List.of());
  }

  private boolean isWhole(Student student) {
    return leads()
        || reader.id().equals(student.id())
        || mine.contains(station(student.home()).room());
  }

  private boolean isAway(Student student) {
    return Optional.ofNullable(floor.placing().away().get(student.id()))
        .filter(away -> away.kind().isForTheDay())
        .isPresent();
  }

  private boolean isMine(Paper.Stop stop) {
    return mine.contains(station(new StationId(stop.station())).room());
  }

  private List<Paper.Stop> stops(Student student) {
    var stops = new ArrayList<Paper.Stop>();
    for (var block : floor.dayOf(student.id())) {
      for (var place : floor.assignmentAt(student.id(), block.id()).stream().toList()) {
        var from =
            stops.isEmpty() ? Optional.<String>empty() : Optional.of(stops.getLast().station());
        stops.add(
            new Paper.Stop(
                block.id().value(),
                station(place.station()).id().value(),
                Sight.unlessEmpty(place.seat()),
                place.activity(),
                from,
                isChanged(student, block)));
      }
    }
    return stops;
  }

  private boolean isChanged(Student student, Block block) {
    return floor.placing().moved(student.id(), block.id()).isPresent()
        || floor.turnsElsewhere(student.id(), block.id());
  }

  /// What is still to come, in order.
  private List<Paper.Call> calls(Student student) {
    var calls =
        floor.placing().calls().values().stream()
            .filter(call -> call.students().contains(student.id()));
    var appointments = new Appointments(floor).coming(student.id()).stream();
    return Stream.concat(calls, appointments)
        .filter(call -> !call.started())
        .sorted(Comparator.comparing(CallUp::from))
        .map(
            call ->
                new Paper.Call(
                    station(call.station()).id().value(),
                    floor.nameOf(call.by()),
                    call.from().toEpochMilli(),
                    call.until().map(Instant::toEpochMilli),
                    Sight.unlessEmpty(call.note())))
        .toList();
  }
}

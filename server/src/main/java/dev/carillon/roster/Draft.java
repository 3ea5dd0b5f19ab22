package dev.carillon.roster;

import dev.carillon.school.Arrangements;
import dev.carillon.school.Arrangements.Pair;
import dev.carillon.school.BlockTemplate;
import dev.carillon.school.BoardSlots;
import dev.carillon.school.Calendar;
import dev.carillon.school.DayType;
import dev.carillon.school.DutyHours;
import dev.carillon.school.Group;
import dev.carillon.school.Id;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.MeritId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.IndependentStudy;
import dev.carillon.school.LocalRotation;
import dev.carillon.school.Overlay;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist;
import dev.carillon.school.Programme;
import dev.carillon.school.Programme.Appointment;
import dev.carillon.school.Programme.Assessment;
import dev.carillon.school.Programme.BlockTerms;
import dev.carillon.school.Programme.Merit;
import dev.carillon.school.Room;
import dev.carillon.school.Rotation;
import dev.carillon.school.Rules;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A school while its folder is being read. One reading, one thread.
///
/// What refers to something that stands further down or in another file is looked at when all is
/// read: see [#later].
final class Draft {
  final Findings findings;
  final SchoolId id;
  String name = "";
  ZoneId zone = ZoneOffset.UTC;
  String language = "en";
  String boardTerm = "";
  StationId overflow = new StationId("none");
  Rules rules = Rules.DEFAULTS;
  StudentScreens screens = StudentScreens.USUAL;
  Set<Pair> apart = Set.of();
  Calendar calendar = new Calendar();

  /// Where the files of the school stand.
  Path folder = Path.of("");

  final Map<RoomId, Room> rooms = new LinkedHashMap<>();
  final Map<StationId, Station> stations = new LinkedHashMap<>();
  final Map<GroupId, Group> groups = new LinkedHashMap<>();
  final Map<DayTypeId, DayType> dayTypes = new LinkedHashMap<>();
  final Map<PersonId, Person> people = new LinkedHashMap<>();
  final Map<PersonId, Playlist> playlists = new LinkedHashMap<>();
  final List<Rotation> rotations = new ArrayList<>();
  final List<LocalRotation> localRotations = new ArrayList<>();
  final List<Overlay> overlays = new ArrayList<>();
  final List<IndependentStudy> studies = new ArrayList<>();
  final Map<BlockId, BlockTerms> blockTerms = new LinkedHashMap<>();
  final Map<AssessmentId, Assessment> assessments = new LinkedHashMap<>();
  final Map<PersonId, PersonId> mentors = new LinkedHashMap<>();
  final List<Appointment> appointments = new ArrayList<>();
  final Map<MeritId, Merit> merits = new LinkedHashMap<>();
  final Map<String, String> goals = new LinkedHashMap<>();
  final Map<PersonId, DutyHours> duty = new LinkedHashMap<>();

  /// Where each thing stands, for findings that come later.
  final Map<Object, Place> places = new LinkedHashMap<>();

  /// Where each block stands.
  final IdentityHashMap<BlockTemplate, Place> blocks = new IdentityHashMap<>();

  private final List<Runnable> later = new ArrayList<>();

  Draft(SchoolId id, Findings findings) {
    this.id = id;
    this.findings = findings;
    dayTypes.put(DayType.NO_SCHOOL.id(), DayType.NO_SCHOOL);
  }

  /// Puts off a check until everything is read.
  void later(Runnable check) {
    later.add(check);
  }

  void checkWhatWasPutOff() {
    later.forEach(Runnable::run);
  }

  /// Checks, when all is read, that something of this id exists.
  void refer(Place place, Id id, Map<? extends Id, ?> known, String what) {
    later(
        () -> {
          if (!known.containsKey(id)) {
            findings.block(
                place, "`" + id.value() + "`", what, "Correct the id, or add what it names.");
          }
        });
  }

  /// Says of a group that is smaller than its station is worth running for. It is planned all the
  /// same, as when some of a larger one are absent.
  void checkWorth(Place place, String group, int size, Station station) {
    int least = station.terms().minGroup();
    if (size < least) {
      findings.warn(
          place,
          group + " of " + size + " at " + station.name(),
          "at least " + least + " by its `min-group`",
          "Make the group larger, or lower `min-group`.");
    }
  }

  /// Checks, when all is read, that this is somebody of the kind.
  void mustBe(Class<? extends Person> kind, Place place, PersonId id, String what) {
    later(
        () -> {
          if (!kind.isInstance(people.get(id))) {
            findings.block(
                place, "`" + id.value() + "`", what, "Correct the id, or add the person.");
          }
        });
  }

  /// Checks, when all is read, that some day type has this bell schedule.
  void refer(Place place, ScheduleId schedule) {
    later(
        () -> {
          boolean known =
              dayTypes.values().stream()
                  .flatMap(type -> type.schedules().stream())
                  .anyMatch(one -> one.id().equals(schedule));
          if (!known) {
            findings.block(
                place,
                "`" + schedule.value() + "`",
                "a bell schedule of some day type",
                "Correct the schedule.");
          }
        });
  }

  /// Takes something in under its id; a second of the same id is a finding.
  <K extends Id, V> void put(Map<K, V> map, K id, V value, Place place) {
    var first = places.get(id);
    if (map.containsKey(id)) {
      var where = first == null ? "" : " (first in line " + first.line() + ")";
      findings.block(
          place, "`" + id.value() + "` a second time" + where, "each id once", "Rename one.");
      return;
    }
    map.put(id, value);
    places.put(id, place);
  }

  /// The students read so far.
  List<Student> students() {
    return people.values().stream()
        .filter(Student.class::isInstance)
        .map(Student.class::cast)
        .toList();
  }

  Place place(Object thing) {
    return places.getOrDefault(thing, Place.of(SchoolFolder.SCHOOL_FILE));
  }

  /// Whether it was read from another file than the school's own.
  boolean isFromElsewhere(Object thing) {
    return !place(thing).file().equals(SchoolFolder.SCHOOL_FILE);
  }

  /// Blocks may be equal, so they are told apart by which one it is.
  Place placeOf(BlockTemplate block) {
    return blocks.getOrDefault(block, Place.of(SchoolFolder.SCHOOL_FILE));
  }

  private Arrangements arrangements() {
    var programme = new Programme(blockTerms, assessments, mentors, appointments, merits, goals);
    var slots = new BoardSlots(boardTerm, Map.of());
    return new Arrangements(apart, programme, localRotations, overlays, studies, slots, duty);
  }

  School school() {
    return new School(
        id,
        name,
        zone,
        language,
        rules,
        rooms,
        stations,
        overflow,
        people,
        groups,
        playlists,
        rotations,
        arrangements(),
        calendar);
  }
}

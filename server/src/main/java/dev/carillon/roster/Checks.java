package dev.carillon.roster;

import dev.carillon.school.Badge;
import dev.carillon.school.BlockKind;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Outline;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.Role;
import dev.carillon.school.Room;
import dev.carillon.school.Rotation;
import dev.carillon.school.Seat;
import dev.carillon.school.Station;
import dev.carillon.school.StationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// Looks at a school as a whole: what every line says by itself may be right and the school still
/// not fit into its rooms.
final class Checks {
  /// A metre of overlap between rooms is how a plan was drawn, not a mistake.
  private static final double OVERLAP_METRES_MAX = 0.5;

  private final Draft draft;
  private final Findings findings;

  Checks(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void run() {
    checkHomes();
    checkSeats();
    checkRotations();
    checkRoles();
    checkPlan();
    checkPlaylists();
    new TurnsChecks(draft).run();
    new ClashChecks(draft).run();
    new CalendarChecks(draft).run();
    new BellChecks(draft).run();
  }

  private void checkHomes() {
    var homes = new LinkedHashMap<StationId, Integer>();
    draft.students().forEach(student -> homes.merge(student.home(), 1, Integer::sum));
    homes.forEach(
        (id, count) -> {
          var station = draft.stations.get(id);
          if (station != null && count > station.hardCap()) {
            findings.block(
                draft.place(id),
                count + " students at home in " + station.name(),
                "at most " + station.hardCap(),
                "Raise `hard` if the room allows it, or give some of them another home.");
          }
        });
  }

  private record SeatAt(StationId station, String label) {}

  private void checkSeats() {
    var taken = new HashMap<SeatAt, Student>();
    for (var student : draft.students()) {
      var station = draft.stations.get(student.home());
      if (student.seat().isEmpty() || station == null) {
        continue;
      }
      var place = seatPlace(student);
      if (station.seats().stream().map(Seat::label).noneMatch(student.seat()::equals)) {
        findings.block(
            place,
            "seat `" + student.seat() + "` of " + student.name(),
            "a seat of " + station.name(),
            "Correct the seat, or leave it empty.");
      }
      var other = taken.putIfAbsent(new SeatAt(student.home(), student.seat()), student);
      if (other != null) {
        findings.block(
            place,
            "seat `" + student.seat() + "`, which is " + other.name() + "'s",
            "each seat once",
            "Give one of them another seat.");
      }
    }
  }

  private Place seatPlace(Student student) {
    var place = draft.place(student.id());
    return new Place(place.file(), place.line(), "seat");
  }

  private void checkRotations() {
    var sizes = new HashMap<GroupId, Integer>();
    draft.students().forEach(student -> sizes.merge(student.group(), 1, Integer::sum));
    for (var rotation : draft.rotations) {
      var place = draft.place(rotation);
      if (rotation.stations().size() < rotation.groups().size()) {
        findings.block(
            place,
            rotation.groups().size() + " groups at " + rotation.stations().size() + " stations",
            "a station for each group",
            "Add stations or take out groups.");
      }
      for (var group : rotation.groups()) {
        checkGroupFits(rotation, sizes.getOrDefault(group, 0), group.value());
      }
    }
  }

  private void checkGroupFits(Rotation rotation, int size, String group) {
    var place = draft.place(rotation);
    for (var id : rotation.stations()) {
      var station = draft.stations.get(id);
      if (station == null) {
        continue;
      }
      draft.checkWorth(place, "group `" + group + "`", size, station);
      if (size <= station.softCap()) {
        continue;
      }
      var found = "group `" + group + "` of " + size + " at " + station.name();
      var todo = "Make the group smaller or the station larger.";
      if (size > station.hardCap()) {
        findings.block(place, found, "at most " + station.hardCap(), todo);
      } else {
        findings.warn(place, found, "at most " + station.softCap() + " by its wish", todo);
      }
    }
  }

  private void checkRoles() {
    var roles = new LinkedHashSet<Role>();
    draft.people.values().forEach(person -> roles.add(person.role()));
    var staff = Place.of(SchoolFolder.STAFF_FILE);
    if (roles.stream().noneMatch(Role::leads)) {
      findings.warn(staff, "no leader", "somebody who steers the day", "Add one to the staff.");
    }
    if (roles.stream().noneMatch(Role::helps)) {
      findings.warn(staff, "no helper", "somebody who answers help", "Add one to the staff.");
    }
  }

  private void checkPlan() {
    var badges = new HashMap<Badge, Room>();
    var seen = new ArrayList<Room>();
    for (var room : draft.rooms.values()) {
      var twin = badges.putIfAbsent(room.badge(), room);
      if (twin != null) {
        findings.warn(
            draft.place(room.id()),
            room.name() + " has the badge of " + twin.name(),
            "a badge of its own",
            "Choose another letter.");
      }
      for (var other : seen) {
        if (overlap(room.outline(), other.outline())) {
          findings.warn(
              draft.place(room.id()),
              room.name() + " overlaps " + other.name() + " on the floor plan",
              "rooms side by side",
              "Correct the outlines.");
        }
      }
      seen.add(room);
    }
    draft.stations.values().forEach(this::checkInside);
  }

  private void checkInside(Station station) {
    var room = draft.rooms.get(station.room());
    if (room != null && !inside(station.place(), room.outline())) {
      findings.warn(
          draft.place(station.id()),
          station.name() + " reaches out of " + room.name(),
          "a place within its room",
          "Correct `place`.");
    }
    boolean seatsOut =
        station.seats().stream()
            .anyMatch(seat -> !inside(new Outline(seat.x(), seat.y(), 0, 0), station.place()));
    if (seatsOut) {
      findings.warn(
          draft.place(station.id()),
          "seats outside " + station.name(),
          "seats within its place",
          "Correct `seats` or `place`.");
    }
  }

  private static boolean overlap(Outline one, Outline other) {
    double across =
        Math.min(one.x() + one.w(), other.x() + other.w()) - Math.max(one.x(), other.x());
    double down = Math.min(one.y() + one.h(), other.y() + other.h()) - Math.max(one.y(), other.y());
    return across > OVERLAP_METRES_MAX && down > OVERLAP_METRES_MAX;
  }

  private static boolean inside(Outline inner, Outline outer) {
    double slack = OVERLAP_METRES_MAX;
    return inner.x() >= outer.x() - slack
        && inner.y() >= outer.y() - slack
        && inner.x() + inner.w() <= outer.x() + outer.w() + slack
        && inner.y() + inner.h() <= outer.y() + outer.h() + slack;
  }

  private void checkPlaylists() {
    int blocks = rotationBlocks();
    int tooLong = 0;
    for (var playlist : draft.playlists.values()) {
      tooLong += playlist.items().size() > blocks ? 1 : 0;
    }
    if (tooLong > 0) {
      findings.warn(
          Place.of(SchoolFolder.PLAYLISTS_FILE),
          tooLong + " playlists with more items than the longest day has rotation blocks",
          "at most " + blocks + " items",
          "What does not fit is carried to the next day.");
    }
    checkDemand(blocks);
  }

  private void checkDemand(int blocks) {
    var stations = new LinkedHashMap<StationId, Integer>();
    var kinds = new LinkedHashMap<StationKind, Integer>();
    draft.playlists.values().stream()
        .map(Playlist::items)
        .flatMap(List::stream)
        .forEach(
            item -> {
              switch (item.want()) {
                case Want.At(var station) -> stations.merge(station, 1, Integer::sum);
                case Want.AnyOf(var kind) -> kinds.merge(kind, 1, Integer::sum);
                case Want.OneOf _, Want.AtHome() -> {}
              }
            });
    stations.forEach(
        (id, wishes) -> {
          var station = draft.stations.get(id);
          if (station != null) {
            tellDemand(station.name(), draft.place(id), wishes, station.hardCap() * blocks);
          }
        });
    kinds.forEach((kind, wishes) -> checkKind(kind, wishes, blocks));
  }

  private void checkKind(StationKind kind, int wishes, int blocks) {
    int seats =
        draft.stations.values().stream()
            .filter(station -> station.kind() == kind)
            .mapToInt(Station::hardCap)
            .sum();
    tellDemand(
        "stations of kind `" + Words.word(kind) + "`",
        Place.of(SchoolFolder.PLAYLISTS_FILE),
        wishes,
        seats * blocks);
  }

  private void tellDemand(String where, Place place, int wishes, int room) {
    if (wishes > room) {
      findings.warn(
          place,
          wishes + " wishes for " + where,
          "at most " + room + " on the longest day",
          "Some will go unmet: add capacity, or change playlists.");
    }
  }

  private int rotationBlocks() {
    return draft.dayTypes.values().stream()
        .flatMap(type -> type.schedules().stream())
        .mapToInt(
            schedule ->
                (int)
                    schedule.blocks().stream()
                        .filter(block -> block.kind() == BlockKind.ROTATION)
                        .count())
        .max()
        .orElse(0);
  }
}

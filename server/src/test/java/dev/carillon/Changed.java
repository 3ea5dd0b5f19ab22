package dev.carillon;

import dev.carillon.school.Arrangements;
import dev.carillon.school.Group;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person;
import dev.carillon.school.Playlist;
import dev.carillon.school.Room;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import java.util.LinkedHashMap;
import java.util.Map;

/// The same school in everything but what a test is about.
public final class Changed {
  private final School it;
  private SchoolId id;
  private Map<RoomId, Room> rooms;
  private Map<StationId, Station> stations;
  private Map<PersonId, Person> people;
  private Map<GroupId, Group> groups;
  private Map<PersonId, Playlist> playlists;
  private Arrangements arrangements;

  private Changed(School it) {
    this.it = it;
    id = it.id();
    rooms = it.rooms();
    stations = it.stations();
    people = it.people();
    groups = it.groups();
    playlists = it.playlists();
    arrangements = it.arrangements();
  }

  public static Changed from(School it) {
    return new Changed(it);
  }

  public Changed id(SchoolId other) {
    id = other;
    return this;
  }

  /// Nothing says that somebody has come into this room.
  public Changed unmeasured(RoomId room) {
    var others = new LinkedHashMap<>(rooms);
    others.computeIfPresent(
        room,
        (_, old) ->
            new Room(
                old.id(),
                old.name(),
                old.badge(),
                old.outline(),
                old.neighbours(),
                old.huddle(),
                true));
    rooms = others;
    return this;
  }

  public Changed stations(Map<StationId, Station> other) {
    stations = other;
    return this;
  }

  public Changed people(Map<PersonId, Person> other) {
    people = other;
    return this;
  }

  public Changed groups(Map<GroupId, Group> other) {
    groups = other;
    return this;
  }

  public Changed playlists(Map<PersonId, Playlist> other) {
    playlists = other;
    return this;
  }

  public Changed arrangements(Arrangements other) {
    arrangements = other;
    return this;
  }

  public School school() {
    return new School(
        id,
        it.name(),
        it.zone(),
        it.language(),
        it.rules(),
        rooms,
        stations,
        it.overflow(),
        people,
        groups,
        playlists,
        it.rotations(),
        arrangements,
        it.calendar());
  }
}

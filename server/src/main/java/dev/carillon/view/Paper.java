package dev.carillon.view;

import java.util.List;
import java.util.Optional;

/// A day of the school for whoever puts it on paper, cut for one person. Components stand as on the
/// wire, like those of a [Row]; times are in milliseconds since 1970 on the floor's clock.
///
/// @param role of the person it was cut for
/// @param lang of the school: what hangs on a wall is written in it
/// @param live whether it is the day that is open, as it stands; otherwise it is as planned
/// @param next the next day with school; absent for days as planned and when none is known
/// @param atMs up to when the floor was looked at
/// @param notes what happens on the day and changes no bell
/// @param schedules none when there is no school
/// @param students by name; a teacher has those who come to her rooms, a student herself
public record Paper(
    String school,
    String date,
    String zone,
    String lang,
    String role,
    boolean live,
    Optional<String> next,
    long atMs,
    String dayType,
    List<String> notes,
    List<Schedule> schedules,
    List<Room> rooms,
    List<Station> stations,
    List<Student> students) {

  /// @param parent the block inside which a room takes turns, and `room` whose they are
  public record Schedule(
      String id,
      String name,
      Optional<Row.Parent> parent,
      Optional<String> room,
      List<Block> blocks) {}

  /// @param inPlaceMs when everybody is in place
  public record Block(
      String id,
      String name,
      String kind,
      long startMs,
      long inPlaceMs,
      long endMs,
      List<Bell> bells) {}

  /// Where the plan has it: the lag of the building's bell is not in it.
  public record Bell(String kind, long atMs) {}

  /// @param mine whether the person it was cut for covers it
  /// @param helpers who covers it, by name; none for students
  public record Room(String id, String name, Row.Badge badge, boolean mine, List<String> helpers) {}

  /// @param seats labels; only where they are to be printed
  /// @param adults who supervises it, by name
  public record Station(
      String id,
      String room,
      String name,
      String kind,
      String activity,
      Row.Badge badge,
      String status,
      List<String> seats,
      List<String> adults) {}

  /// @param name as adults read it
  /// @param shown what a wall may call her, and `slot` her line there; for leaders
  /// @param lang that she reads
  /// @param whole whether `stops` are her whole day and not only those in a teacher's rooms
  /// @param away whether she is not expected that day
  public record Student(
      String id,
      String name,
      Optional<String> shown,
      Optional<Integer> slot,
      String lang,
      String group,
      String schedule,
      boolean whole,
      boolean away,
      List<Stop> stops,
      List<Call> calls) {}

  /// @param from the station she comes from; absent in her first block
  /// @param changed another one than planned
  public record Stop(
      String block,
      String station,
      Optional<String> seat,
      String activity,
      Optional<String> from,
      boolean changed) {}

  /// She is called to a place, or meets somebody there.
  public record Call(
      String station, String by, long fromMs, Optional<Long> untilMs, Optional<String> note) {}
}

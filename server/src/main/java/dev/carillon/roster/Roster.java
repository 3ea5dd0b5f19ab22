package dev.carillon.roster;

import dev.carillon.school.Role;
import dev.carillon.school.StationKind;
import java.util.List;

/// People and rooms as another program knew them, ready to be written: no field that a school
/// folder does not keep has a place here.
///
/// @param zone an IANA zone guessed from where the school is; empty when nobody knows
record Roster(
    String name,
    String zone,
    List<Room> rooms,
    List<Group> groups,
    List<Student> students,
    List<Member> staff,
    List<Item> items) {
  static final Roster NOBODY =
      new Roster("", "", List.of(), List.of(), List.of(), List.of(), List.of());

  /// A classroom with one station of the same id.
  ///
  /// @param largest the most students of one section
  record Room(
      String id,
      String name,
      String activity,
      StationKind kind,
      int largest,
      List<String> adults) {}

  record Group(String id, String name) {}

  /// Somebody who learns here.
  ///
  /// @param initials for boards
  record Student(
      String id, String name, String initials, String grade, String group, String home) {}

  record Member(String id, String name, Role role, List<String> rooms) {}

  /// One thing of a student's day at one station.
  record Item(String student, int order, String id, String title, String subject, String station) {}
}

package dev.carillon.view;

import dev.carillon.floor.Floor;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Station;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The tables that every screen has: the day and its schedules.
final class CommonTables {
  private CommonTables() {}

  /// @param timelines those this audience lives by
  static void add(Cut cut, Change change, Sight sight, List<Timeline> timelines) {
    var floor = sight.floor();
    addAll(
        cut,
        change.schedules(),
        floor,
        timelines.stream().map(each -> sight.memo().schedule(floor, each)).toList());
  }

  /// The day of one student. Whoever is moved into a room with turns, or out of it, has others.
  static void add(Cut cut, Change change, Sight sight, Student student) {
    var floor = sight.floor();
    addAll(
        cut,
        change.schedules() || change.of(student.id()),
        floor,
        sight.timeline(student).stream()
            .map(each -> sight.memo().day(floor, student.id(), each))
            .toList());
  }

  private static void addAll(
      Cut cut, boolean changed, Floor floor, List<ScheduleTables> schedules) {
    cut.table("day", true, () -> List.of(day(floor)))
        .shared("schedules", changed, () -> union(schedules, ScheduleTables::schedules))
        .shared("blocks", changed, () -> union(schedules, ScheduleTables::blocks))
        .shared("agenda", changed, () -> union(schedules, ScheduleTables::agenda));
  }

  /// The table itself where there is one schedule, as for every student.
  private static Map<String, Row> union(
      List<ScheduleTables> schedules, Function<ScheduleTables, Map<String, Row>> table) {
    if (schedules.size() == 1) {
      return table.apply(schedules.getFirst());
    }
    var all = new LinkedHashMap<String, Row>();
    schedules.forEach(each -> all.putAll(table.apply(each)));
    return Collections.unmodifiableMap(all);
  }

  static Row.BoardStation station(Floor floor, Station station) {
    return new Row.BoardStation(
        station.id().value(),
        station.room().value(),
        station.name(),
        station.kind().word(),
        Sight.badge(station.badge()),
        Sight.word(floor.placing().status(station.id())),
        station.softCap(),
        station.hardCap());
  }

  private static Row.Day day(Floor floor) {
    return new Row.Day(
        "day",
        floor.school().name(),
        floor.plan().date().toString(),
        floor.plan().zone().getId(),
        floor.plan().dayType(),
        floor.open() ? "open" : "closed",
        floor.demo(),
        floor.speed());
  }
}

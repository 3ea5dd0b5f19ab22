package dev.carillon.load;

import dev.carillon.floor.Carry;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Stamp;
import dev.carillon.roster.Reading;
import dev.carillon.roster.SchoolFolder;
import dev.carillon.school.Assignment;
import dev.carillon.school.DayPlan;
import dev.carillon.school.School;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A made-up school of some size in this process, for what is measured without a server.
record BenchSchool(School school, DayPlan day) {
  private static final int HELPERS = 20;
  private static final int BLOCKS = 12;
  private static final LocalDate DATE = LocalDate.of(2026, 9, 14);

  static BenchSchool of(int students, long seed) throws IOException {
    var folder = Files.createTempDirectory("carillon-bench");
    try {
      var path = folder.resolve("bench-school");
      new MadeUpSchool(students, HELPERS, BLOCKS, seed).write(path);
      if (SchoolFolder.read(path) instanceof Reading.Read(var school, _)) {
        return new BenchSchool(school, school.dayPlan(DATE));
      }
      throw new IllegalStateException("the made-up school cannot be read");
    } finally {
      BenchCommand.delete(folder);
    }
  }

  /// The floor when so many minutes of the day have passed, with all that fell due.
  Floor floor(List<Assignment> plan, int minutes) {
    var start = day.start().orElseThrow();
    var opening = new DayOpened(school, day, plan, Carry.NOTHING, 1, false, start.minusSeconds(60));
    return until(Floor.opened(opening), start.plusSeconds(60L * minutes));
  }

  private static Floor until(Floor opened, Instant now) {
    var floor = opened;
    for (var due = floor.nextDue();
        due.filter(each -> !each.dueAt().isAfter(now)).isPresent();
        due = floor.nextDue()) {
      var stamp = Stamp.system(due.orElseThrow().dueAt());
      if (floor.decide(due.orElseThrow(), stamp) instanceof Accepted(var events, _)) {
        floor = after(floor, events);
      }
    }
    return floor;
  }

  static Floor after(Floor floor, List<Event> events) {
    var next = floor;
    for (var event : events) {
      next = next.evolve(event).floor();
    }
    return next;
  }
}

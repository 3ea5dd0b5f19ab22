package dev.carillon.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.plan.DayPlanner;
import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.School;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The example schools, each as somebody would find it who copies its folder.
class ExampleSchoolsTest {
  private static final LocalDate FROM = LocalDate.parse("2026-09-14");
  private static final int SCHOOL_DAYS = 10;

  /// Goal: an example can be run as it is. Method: every folder under `config/schools` is read, and
  /// its next ten school days are planned and counted: every student in every block of her
  /// schedule, no station fuller than its hard cap at any moment, over all schedules.
  @TestFactory
  Stream<DynamicTest> every_example_is_read_and_plans_everybody_within_its_walls()
      throws IOException {
    return folders().stream()
        .map(folder -> DynamicTest.dynamicTest(folder.getFileName() + "", () -> check(folder)));
  }

  private static List<Path> folders() throws IOException {
    try (var all = Files.list(SharedData.example(""))) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static void check(Path folder) {
    var reading = SchoolFolder.read(folder);
    assertThat(reading.findings()).noneMatch(Finding::blocks);
    assertThat(folder.resolve("README.md")).exists();
    var school = ((Reading.Read) reading).school();
    var date = FROM;
    for (int i = 0; i < SCHOOL_DAYS; i++) {
      date = school.calendar().nextSchoolDay(date).orElseThrow();
      var day = school.dayPlan(date);
      var assignments = DayPlanner.plan(school, day);
      everybodyHasAPlace(school, day, assignments);
      nowhereIsOverfull(school, day, assignments);
      date = date.plusDays(1);
    }
  }

  private static void everybodyHasAPlace(School school, DayPlan day, List<Assignment> assignments) {
    var places = new HashSet<>();
    assignments.forEach(each -> places.add(List.of(each.student(), each.block())));
    assertThat(places).hasSameSizeAs(assignments);
    for (var student : school.students()) {
      assertThat(blocks(day))
          .as("%s on %s", student.name(), day.date())
          .filteredOn(block -> block.schedule().equals(student.schedule()))
          .allMatch(block -> places.contains(List.of(student.id(), block.id())));
    }
  }

  private static void nowhereIsOverfull(School school, DayPlan day, List<Assignment> assignments) {
    var byBlock = assignments.stream().collect(Collectors.groupingBy(Assignment::block));
    for (var moment : blocks(day).stream().map(Block::start).distinct().toList()) {
      counts(day, byBlock, moment)
          .forEach(
              (station, count) ->
                  assertThat(count)
                      .as("%s at %s", station.value(), moment)
                      .isLessThanOrEqualTo(school.stations().get(station).hardCap()));
    }
  }

  /// How many students every station has at a moment, whatever their schedule.
  private static Map<StationId, Integer> counts(
      DayPlan day, Map<BlockId, List<Assignment>> byBlock, Instant moment) {
    var counts = new HashMap<StationId, Integer>();
    for (var block : blocks(day)) {
      if (!moment.isBefore(block.start()) && moment.isBefore(block.end())) {
        byBlock
            .getOrDefault(block.id(), List.of())
            .forEach(each -> counts.merge(each.station(), 1, Integer::sum));
      }
    }
    return counts;
  }

  private static List<Block> blocks(DayPlan day) {
    var blocks = new ArrayList<Block>();
    day.schedules().forEach(schedule -> blocks.addAll(schedule.blocks()));
    return blocks;
  }
}

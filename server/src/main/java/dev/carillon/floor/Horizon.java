package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.Person.Student;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a new plan may still change: not the block that runs, from its warning bell on not the next
/// one either unless somebody says so, and nothing that people have chosen.
public record Horizon(Floor floor, Instant now, boolean nextToo) {
  /// Blocks to come that may change.
  public List<Block> open(Student student) {
    return timeline(student).map(this::open).orElse(List.of());
  }

  /// Blocks to come that nobody may change any more: none, or the next one.
  public List<Block> frozen(Student student) {
    return timeline(student)
        .filter(this::isNextFrozen)
        .map(line -> later(line).stream().limit(1).toList())
        .orElse(List.of());
  }

  /// Whether people have put her there, or she herself: no plan takes that back.
  public static boolean isChosen(Assignment place) {
    return place.pinned()
        || place.source() == Source.TEACHER
        || place.source() == Source.STUDENT_CHOICE;
  }

  private Optional<Timeline> timeline(Student student) {
    return Optional.ofNullable(floor.timelines().get(student.schedule()));
  }

  private List<Block> open(Timeline line) {
    return later(line).stream().skip(isNextFrozen(line) ? 1 : 0).toList();
  }

  private List<Block> later(Timeline line) {
    var time = line.reached(now);
    return line.blocks().stream().filter(block -> block.start().isAfter(time)).toList();
  }

  /// In a gap everybody is on the way already.
  private boolean isNextFrozen(Timeline line) {
    var time = line.reached(now);
    boolean hasBegun = !line.blocks().isEmpty() && !time.isBefore(line.blocks().getFirst().start());
    return hasBegun
        && !nextToo
        && line.blockAt(now)
            .map(block -> !time.isBefore(block.end().minus(block.warnLead())))
            .orElse(true);
  }
}

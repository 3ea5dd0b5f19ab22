package dev.carillon.floor;

import dev.carillon.floor.Timeline.Running;
import dev.carillon.floor.Unlock.Approved;
import dev.carillon.floor.Unlock.Asked;
import dev.carillon.school.Block;
import dev.carillon.school.BlockKind;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Programme.Assessment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When a test may begin. Nobody subtracts: a test is begun so that there is time for it before the
/// bell, and where the bell moves the window moves with it.
public record UnlockWindows(Floor floor) {
  /// That of the block she is in, and the one after it: once the first has passed, the other
  /// stands.
  private static final int AHEAD_MAX = 2;

  /// @param block in which the test is taken
  /// @param startBy the end of the block less the time the test takes
  /// @param isNow whether it is the block the student is in
  /// @param stands whether her schedule is stopped, so that the window does not pass
  public record Window(
      BlockId block, Instant startBy, Instant end, boolean isNow, boolean stands) {}

  /// How long the test takes; empty when the school has dropped it.
  public Optional<Duration> length(Unlock unlock) {
    var assessments = floor.school().arrangements().programme().assessments();
    return Optional.ofNullable(assessments.get(unlock.asked().assessment()))
        .map(Assessment::length);
  }

  /// The windows that may stand when somebody answers in this block, the earliest first. Empty
  /// where no block that is left is long enough.
  public List<Window> ahead(Asked asked) {
    return stopped(asked.student())
        .map(at -> windows(asked).filter(each -> each.startBy().isAfter(at)).limit(1))
        .orElseGet(() -> windows(asked).limit(AHEAD_MAX))
        .toList();
  }

  /// Where a pause or an insertion has stopped her schedule: no window passes meanwhile.
  private Optional<Instant> stopped(PersonId student) {
    return floor
        .timelineOf(student)
        .filter(line -> !(line.running() instanceof Running.Holding))
        .flatMap(Timeline::standsAt);
  }

  /// The first window that has not passed.
  Optional<Window> first(Asked asked, Instant now) {
    var reached = floor.timelineOf(asked.student()).map(line -> line.reached(now)).orElse(now);
    return windows(asked).filter(each -> each.startBy().isAfter(reached)).findFirst();
  }

  /// Of the block she is in and of those to come between whose bells the test fits.
  private Stream<Window> windows(Asked asked) {
    var student = asked.student();
    var now = current(student);
    return length(asked).stream()
        .flatMap(
            length ->
                floor.dayOf(student).stream()
                    .dropWhile(block -> now.filter(block.id()::equals).isEmpty())
                    .filter(block -> isForLearning(block))
                    .filter(block -> !block.end().minus(length).isBefore(block.start()))
                    .map(block -> window(block, length, student)));
  }

  private Optional<BlockId> current(PersonId student) {
    return floor.timelineOf(student).flatMap(Timeline::current).map(Block::id);
  }

  /// Not at lunch, and not while everybody is in the hall.
  static boolean isForLearning(Block block) {
    return block.kind() != BlockKind.MEAL && block.kind() != BlockKind.ASSEMBLY;
  }

  private Window window(Block block, Duration length, PersonId student) {
    return new Window(
        block.id(),
        block.end().minus(length),
        block.end(),
        current(student).filter(block.id()::equals).isPresent(),
        stopped(student).isPresent());
  }

  /// The window an approved one stands in as the blocks stand now, even when its block was made
  /// shorter than the test. Empty when it was approved for a while only, or its block is left out.
  public Optional<Window> of(Approved approved) {
    var student = approved.asked().student();
    return approved
        .block()
        .flatMap(
            id -> floor.dayOf(student).stream().filter(block -> block.id().equals(id)).findFirst())
        .flatMap(block -> length(approved).map(length -> window(block, length, student)));
  }

  /// When it has to be open.
  public Instant until(Approved approved) {
    return of(approved).map(Window::startBy).orElse(approved.until());
  }

  /// When it is locked again; empty while the student's schedule stands before that.
  Optional<Instant> relockAt(Approved approved) {
    var until = until(approved);
    boolean comes =
        floor.timelineOf(approved.asked().student()).filter(line -> !line.comes(until)).isEmpty();
    // A control may have moved the bell so near that the window has passed already.
    return comes ? Optional.of(until.isBefore(floor.at()) ? floor.at() : until) : Optional.empty();
  }
}

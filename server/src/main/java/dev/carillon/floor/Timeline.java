package dev.carillon.floor;

import dev.carillon.school.Block;
import dev.carillon.school.DayPlan.Parent;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/// One schedule of the day as it stands now.
///
/// The phase is a pure function of `blocks`, `running` and the time: nothing has to be replayed to
/// know it. What happened already (`entered`, `roll`, `settled`) is kept only so that it happens
/// once.
///
/// @param version grows by one with each accepted control
/// @param published the blocks as the day opened, for "off plan"
/// @param blocks the blocks as they stand
/// @param entered the block the log last announced; empty before the first
/// @param roll how far the roll of the entered block was called
/// @param last the control given last, and what it changed
/// @param settled bells that rang, were missed or silenced, and for which instant: none of them
///   rings again
/// @param local what it runs in, when it is a room's inside a block of the school
public record Timeline(
    ScheduleId id,
    String name,
    LocalDate date,
    long version,
    List<Block> published,
    List<Block> blocks,
    Running running,
    Optional<BlockId> entered,
    Roll roll,
    PMap<BellId, Instant> settled,
    boolean ended,
    Optional<Last> last,
    Optional<Local> local) {
  /// Stands for the instant of a bell that was overtaken by a control: it is in no agenda any more.
  private static final Instant SILENCED = Instant.EPOCH;

  /// What a room's timeline does when the schedule of its block is steered.
  static final String FOLLOWING = "follow";

  static final Running GOING = new Running.Going();

  public Timeline {
    published = List.copyOf(published);
    blocks = List.copyOf(blocks);
  }

  /// Whether the schedule's time runs.
  public sealed interface Running {
    record Going() implements Running {}

    record Paused(Instant since) implements Running {}

    /// Time runs to the end of the block and stands there, while nobody is moved.
    record Holding(BlockId block) implements Running {}

    /// @param before what the schedule goes back to
    record Inserted(Instant since, Insertion insertion, Running before) implements Running {}
  }

  /// What a room's own timeline runs in.
  ///
  /// @param standsAt how far it comes at most, while the schedule of its block stands
  public record Local(Parent parent, Optional<Instant> standsAt) {}

  /// The control given last.
  ///
  /// @param before what it can be taken back to; empty once a bell has rung, a block has begun or a
  ///   roll was called since
  public record Last(String control, PersonId by, Instant at, Optional<Before> before) {}

  /// A schedule's time before a control.
  ///
  /// @param dayType its name, for people
  public record Before(
      Running running, List<Block> blocks, PMap<BellId, Instant> settled, String dayType) {
    public Before {
      blocks = List.copyOf(blocks);
    }
  }

  /// The roll of a block is called twice: for the late, then for the missing.
  public enum Roll {
    OPEN,
    LATE_CALLED,
    MISSING_CALLED
  }

  static Timeline opened(LocalDate date, SchedulePlan plan) {
    return new Timeline(
        plan.id(),
        plan.name(),
        date,
        1,
        plan.blocks(),
        plan.blocks(),
        GOING,
        Optional.empty(),
        Roll.OPEN,
        HashTreePMap.empty(),
        false,
        Optional.empty(),
        plan.parent().map(parent -> new Local(parent, Optional.empty())));
  }

  /// How far the schedule's own time has come: it stands while paused or inserted, and at the last
  /// moment of a block that is held.
  public Instant reached(Instant now) {
    return local
        .flatMap(Local::standsAt)
        .map(at -> earlier(at, own(now)))
        .orElseGet(() -> own(now));
  }

  private Instant own(Instant now) {
    return switch (running) {
      case Running.Going() -> now;
      case Running.Paused(var since) -> earlier(since, now);
      case Running.Inserted(var since, _, _) -> earlier(since, now);
      case Running.Holding(var block) -> earlier(heldAt(block), now);
    };
  }

  /// A boundary belongs to the later block, so the last moment is a millisecond before it.
  private Instant heldAt(BlockId block) {
    return block(block).map(each -> each.end().minusMillis(1)).orElse(Instant.MAX);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// What stands in the schedule's way right now: an assembly, a drill, a lockdown.
  public Optional<Insertion> insertion() {
    return running instanceof Running.Inserted(_, var insertion, _)
        ? Optional.of(insertion)
        : Optional.empty();
  }

  public Phase phaseAt(Instant now) {
    var time = reached(now);
    var block = blockAt(now);
    if (block.isPresent()) {
      return Phases.of(block.get()).at(time);
    }
    if (blocks.isEmpty() || time.isBefore(blocks.getFirst().start())) {
      return Phase.BEFORE;
    }
    return time.isBefore(blocks.getLast().end()) ? Phase.GAP : Phase.DONE;
  }

  /// The block that runs; empty before the first, after the last and in a gap. A boundary belongs
  /// to the later block.
  public Optional<Block> blockAt(Instant now) {
    var time = reached(now);
    return blocks.stream()
        .filter(block -> !time.isBefore(block.start()) && time.isBefore(block.end()))
        .findFirst();
  }

  public Optional<Block> block(BlockId block) {
    return blocks.stream().filter(each -> each.id().equals(block)).findFirst();
  }

  /// The block entered last, or the first one before that; empty when the schedule has none.
  public Optional<Block> current() {
    return blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.get(Math.max(0, position())));
  }

  /// The index of the block entered last; -1 before the first.
  int position() {
    return entered.map(this::indexOf).orElse(-1);
  }

  int indexOf(BlockId block) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).id().equals(block)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether what is planned for the instant can happen: not while paused before it.
  boolean comes(Instant instant) {
    return !reached(instant).isBefore(instant);
  }

  /// Whether the bell stands in the agenda at this instant: it did not ring for another one.
  boolean stands(BellId bell, Instant instant) {
    return comes(instant) && settled.getOrDefault(bell, instant).equals(instant);
  }

  /// The schedule after a control: its version is one more, and the control can be taken back.
  Timeline steered(Steered by, Running newRunning, List<Block> newBlocks, Rules rules) {
    var before = new Before(running, blocks, settled, by.dayType());
    var now = new Last(by.control(), by.who(), by.at(), Optional.of(before));
    return moved(newRunning, newBlocks, now).silenced(stoodFrom(by.at()), by.at(), rules);
  }

  /// The schedule as it was before the control given last.
  Timeline undone(PersonId by, Instant at, Rules rules) {
    var now = new Last("undo", by, at, Optional.empty());
    return last.flatMap(Last::before)
        .map(before -> moved(before.running, before.blocks, now).but(before.settled))
        .map(back -> back.silenced(stoodFrom(at), at, rules))
        .orElse(this);
  }

  private Timeline but(PMap<BellId, Instant> newSettled) {
    return with(entered, roll, newSettled, ended, last);
  }

  /// Who gave a control, when, and on what type of day.
  record Steered(String control, PersonId who, Instant at, String dayType) {}

  private Timeline moved(Running newRunning, List<Block> newBlocks, Last newLast) {
    return new Timeline(
        id,
        name,
        date,
        version + 1,
        published,
        newBlocks,
        newRunning,
        entered,
        roll,
        settled,
        ended,
        Optional.of(newLast),
        local);
  }

  /// Where a pause or an insertion stopped the schedule; now, when nothing did.
  private Instant stoodFrom(Instant now) {
    return switch (running) {
      case Running.Paused(var since) -> earlier(since, now);
      case Running.Inserted(var since, _, _) -> earlier(since, now);
      case Running.Going _, Running.Holding _ -> now;
    };
  }

  Timeline silenced(Instant at, Rules rules) {
    return silenced(at, at, rules);
  }

  /// A control may move an edge to before now. Its bell was not missed, it was overtaken. Still
  /// owed are a bell that is earlier than an edge to come, and one so much later than its edge that
  /// the schedule was stopped between the two.
  private Timeline silenced(Instant stoodFrom, Instant at, Rules rules) {
    var quiet = settled;
    for (var edge : Agenda.of(this, rules).edges()) {
      for (var bell : edge.bell().stream().toList()) {
        boolean isOver = edge.at().isBefore(at) && bell.at().isBefore(at);
        boolean isOwed = edge.at().isBefore(stoodFrom) && !bell.at().isBefore(stoodFrom);
        if (isOver && !isOwed && !quiet.containsKey(bell.id())) {
          quiet = quiet.plus(bell.id(), SILENCED);
        }
      }
    }
    return with(entered, roll, quiet, ended, last);
  }

  /// As if no bell had rung yet: where they stand in the plan.
  Timeline unheard() {
    return but(settled.minusAll(settled.keySet()));
  }

  Timeline settled(BellId bell, Instant scheduledFor) {
    return with(entered, roll, settled.plus(bell, scheduledFor), ended, told());
  }

  Timeline entering(BlockId block) {
    return with(Optional.of(block), Roll.OPEN, settled, ended, told());
  }

  Timeline called(Roll newRoll) {
    return with(entered, newRoll, settled, ended, told());
  }

  /// What everybody has been told, by a bell, a roll or the end of the day, cannot be taken back,
  /// and neither can the control before it.
  private Optional<Last> told() {
    return last.map(each -> new Last(each.control, each.by, each.at, Optional.empty()));
  }

  /// The same schedule, of a day that took the place of another: whoever looked at that one has not
  /// seen this.
  Timeline after(Timeline before) {
    return new Timeline(
        id,
        name,
        date,
        before.version + 1,
        published,
        blocks,
        running,
        entered,
        roll,
        settled,
        ended,
        last,
        local);
  }

  /// Whether nobody has been told anything since the control given last.
  boolean isFresh() {
    return last.flatMap(Last::before).isPresent();
  }

  Timeline over() {
    return with(entered, roll, settled, true, told());
  }

  private Timeline with(
      Optional<BlockId> newEntered,
      Roll newRoll,
      PMap<BellId, Instant> newSettled,
      boolean newEnded,
      Optional<Last> newLast) {
    return new Timeline(
        id,
        name,
        date,
        version,
        published,
        blocks,
        running,
        newEntered,
        newRoll,
        newSettled,
        newEnded,
        newLast,
        local);
  }

  /// How far it comes at most while it stands; empty while it goes.
  Optional<Instant> standsAt() {
    return switch (running) {
      case Running.Going() -> Optional.empty();
      case Running.Paused(var since) -> Optional.of(since);
      case Running.Inserted(var since, _, _) -> Optional.of(since);
      case Running.Holding(var block) -> Optional.of(heldAt(block));
    };
  }

  /// A room's timeline after a control of the schedule it runs in.
  Timeline following(Steered by, List<Block> newBlocks, Optional<Instant> standsAt, Rules rules) {
    var within = local.map(each -> new Local(each.parent, standsAt));
    return newBlocks.equals(blocks)
        ? in(within)
        : steered(by, running, newBlocks, rules).in(within);
  }

  private Timeline in(Optional<Local> newLocal) {
    return new Timeline(
        id, name, date, version, published, blocks, running, entered, roll, settled, ended, last,
        newLocal);
  }
}

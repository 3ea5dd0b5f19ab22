package dev.carillon.roster;

import dev.carillon.school.BellKind;
import dev.carillon.school.BellSchedule;
import dev.carillon.school.BlockKind;
import dev.carillon.school.BlockTemplate;
import dev.carillon.school.BlockTemplate.Flex;
import dev.carillon.school.BlockTemplate.Phases;
import dev.carillon.school.BlockTemplate.When;
import dev.carillon.school.DayType;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Programme.BlockTerms;
import dev.carillon.school.WallTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the day types with their bell schedules.
///
/// A block is given by `start` with `end`, by `start` with `length`, by `length` alone (it follows
/// the block before), or by `start` alone (it lasts until the next one starts). What a block does
/// not say it takes from the `defaults` of its schedule.
final class DayTypesReader {
  private enum Anchor {
    NONE,
    START,
    END,
    BOTH
  }

  private static final Optional<WallTime> NO_TIME = Optional.empty();
  private static final Duration DAY = Duration.ofDays(1);

  /// A bell is named by its date, its schedule, its block and its kind, and that is one id.
  private static final int SCHEDULE_AND_BLOCK_MAX = 70;

  private final Draft draft;
  private final Findings findings;
  private final Map<BlockId, BlockTerms> seen = new HashMap<>();

  DayTypesReader(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void read(Section section) {
    try (section) {
      section.byId().forEach((id, value) -> dayType(new DayTypeId(id), section.place(id), value));
    }
  }

  private void dayType(DayTypeId id, Place place, Yaml value) {
    if (id.equals(DayType.NO_SCHOOL.id())) {
      findings.block(place, "`no-school`", "another id", "Leave it out: it is always there.");
      return;
    }
    try (var section = Section.of(value, findings)) {
      var name = section.text("name");
      var schedules = new ArrayList<BellSchedule>();
      try (var named = section.section("schedules")) {
        named.byId().forEach((key, body) -> schedules.add(schedule(new ScheduleId(key), body)));
      }
      draft.put(draft.dayTypes, id, new DayType(id, name, schedules), place);
    }
  }

  private BellSchedule schedule(ScheduleId id, Yaml value) {
    try (var section = Section.of(value, findings)) {
      var name = section.text("name", id.value());
      var defaults = section.section("defaults");
      var usual = usual(defaults, USUAL);
      var rows = section.rows("blocks").stream().map(row -> Section.of(row, findings)).toList();
      var blocks = new ArrayList<BlockTemplate>();
      var starts = rows.stream().map(row -> row.wallTime("start")).toList();
      for (int i = 0; i < rows.size(); i++) {
        var next = i + 1 < rows.size() ? starts.get(i + 1) : NO_TIME;
        var block = block(rows.get(i), usual, new Starts(starts.get(i), next));
        var terms = new ProgrammeReader(draft).terms(rows.get(i));
        block
            .filter(each -> isShort(id, each))
            .ifPresent(
                each -> {
                  blocks.add(each);
                  keep(terms, BlockId.of(id, each.id()), draft.placeOf(each));
                });
      }
      defaults.close();
      rows.forEach(Section::close);
      check(blocks);
      return new BellSchedule(id, name, blocks);
    }
  }

  /// What blocks are like unless they say otherwise.
  private record Usual(
      BlockKind kind,
      Optional<Duration> length,
      int weight,
      Duration min,
      Anchor anchor,
      Phases phases,
      Set<BellKind> bells) {}

  private static final Usual USUAL =
      new Usual(
          BlockKind.ROTATION,
          Optional.empty(),
          1,
          Duration.ofMinutes(5),
          Anchor.NONE,
          Phases.NONE,
          BlockTemplate.ALL_BELLS);

  private Usual usual(Section section, Usual before) {
    return new Usual(
        section.word("kind", BlockKind.class, before.kind),
        positive(section),
        weight(section, before.weight),
        section.length("min", before.min),
        section.word("anchor", Anchor.class, before.anchor),
        new Phases(
            section.length("move", before.phases.move()),
            section.length("settle", before.phases.settle()),
            section.length("warn", before.phases.warnLead())),
        bells(section, before.bells));
  }

  private int weight(Section section, int before) {
    int weight = section.number("weight").orElse(before);
    if (weight < 0) {
      findings.block(section.place("weight"), "`" + weight + "`", "0 or more", "Correct it.");
      return before;
    }
    return weight;
  }

  private Optional<Duration> positive(Section section) {
    if (!section.has("length")) {
      return Optional.empty();
    }
    var length = section.duration("length", Duration.ofMinutes(1));
    if (!length.isPositive() || length.compareTo(DAY) > 0) {
      findings.block(
          section.place("length"),
          Words.of(length),
          "a length between 1s and 24h",
          "Give the block time, or remove it.");
      return Optional.of(Duration.ofMinutes(1));
    }
    return Optional.of(length);
  }

  private Set<BellKind> bells(Section section, Set<BellKind> before) {
    if (!section.has("bells")) {
      return before;
    }
    var bells = EnumSet.noneOf(BellKind.class);
    for (var text : section.texts("bells")) {
      var bell =
          Words.constant(BellKind.class, text.text()).filter(BlockTemplate.ALL_BELLS::contains);
      bell.ifPresent(bells::add);
      if (bell.isEmpty()) {
        findings.block(
            text.place(),
            text.kind(),
            "`warning`, `move`, `tardy`, `end` or `dismiss`",
            "Correct the bell; `[]` silences all.");
      }
    }
    return bells;
  }

  /// Where a row starts and where the next one does.
  private record Starts(Optional<WallTime> own, Optional<WallTime> next) {}

  /// Terms go by the id of a block, whatever day it is.
  private void keep(BlockTerms terms, BlockId block, Place place) {
    if (!seen.getOrDefault(block, terms).equals(terms)) {
      findings.warn(
          place,
          "`" + block.value() + "` on other terms than on another day type",
          "the same `walk-in`, `goals` and `flipped` for blocks of one id",
          "Write the same keys, or give this block another id.");
    }
    seen.put(block, terms);
    if (!terms.equals(BlockTerms.PLAIN)) {
      draft.blockTerms.put(block, terms);
    }
  }

  private boolean isShort(ScheduleId schedule, BlockTemplate block) {
    if (schedule.value().length() + block.id().length() <= SCHEDULE_AND_BLOCK_MAX) {
      return true;
    }
    findings.block(
        draft.placeOf(block),
        "`" + schedule.value() + "` and `" + block.id() + "` are too long together",
        "at most " + SCHEDULE_AND_BLOCK_MAX + " letters",
        "Give the schedule or the block a shorter id.");
    return false;
  }

  private Optional<BlockTemplate> block(Section row, Usual defaults, Starts starts) {
    var id = row.text("id");
    var own = usual(row, defaults);
    var when = when(row, own.length, defaults.length, starts);
    var name = row.text("name", id);
    if (!row.isId(row.place("id"), id) || when.isEmpty()) {
      return Optional.empty();
    }
    var anchor = own.anchor;
    var flex =
        new Flex(
            own.weight,
            own.min,
            anchor == Anchor.START || anchor == Anchor.BOTH,
            anchor == Anchor.END || anchor == Anchor.BOTH);
    var block = new BlockTemplate(id, name, own.kind, when.get(), flex, own.phases, own.bells);
    draft.blocks.put(block, row.place());
    return Optional.of(block);
  }

  private Optional<When> when(
      Section row, Optional<Duration> own, Optional<Duration> usual, Starts starts) {
    var start = starts.own;
    var length = own.or(() -> usual);
    var end = row.wallTime("end");
    if (own.isPresent() && end.isPresent()) {
      findings.block(row.place(), "`end` and `length`", "one of them", "Remove one.");
      return Optional.empty();
    }
    if (start.isEmpty()) {
      return row.has("start") ? Optional.empty() : follows(row, length);
    }
    if (end.isPresent()) {
      return between(row, start.get(), end.get());
    }
    return length
        .<Optional<When>>map(time -> Optional.of(new When.From(start.get(), time)))
        .orElseGet(() -> untilNext(row, start.get(), starts.next));
  }

  private Optional<When> follows(Section row, Optional<Duration> length) {
    if (length.isEmpty()) {
      findings.block(
          row.place(), "no `start` and no `length`", "one of them", "Say when the block is.");
    }
    return length.map(When.Then::new);
  }

  private Optional<When> untilNext(Section row, WallTime start, Optional<WallTime> next) {
    if (next.isEmpty()) {
      findings.block(
          row.place(), "no `end`", "`end`, `length` or a next block", "Say when the block ends.");
      return Optional.empty();
    }
    return between(row, start, next.get());
  }

  private Optional<When> between(Section row, WallTime start, WallTime end) {
    if (start.compareTo(end) >= 0) {
      findings.block(
          row.place(),
          start + " to " + end,
          "an end after the start",
          "Correct the times; past midnight counts on: 24:45.");
      return Optional.empty();
    }
    return Optional.of(new When.Between(start, end));
  }

  private void check(List<BlockTemplate> blocks) {
    var ids = new HashMap<String, BlockTemplate>();
    int cursor = 0;
    for (var block : blocks) {
      var place = draft.placeOf(block);
      if (ids.putIfAbsent(block.id(), block) != null) {
        findings.block(
            place, "`" + block.id() + "` a second time", "each id once", "Rename one block.");
      }
      int start = Wall.start(block, cursor);
      int end = Wall.end(block, start);
      if (start < cursor) {
        findings.block(
            place,
            block.name() + " starts at " + Wall.text(start),
            "a start at or after " + Wall.text(cursor),
            "Blocks of one schedule follow each other: correct the times.");
      }
      checkPhases(block, place, Duration.ofSeconds(end - start));
      cursor = Math.max(cursor, end);
    }
  }

  private void checkPhases(BlockTemplate block, Place place, Duration length) {
    var phases = block.phases().sum();
    if (phases.compareTo(length) > 0) {
      findings.block(
          place,
          "move, settle and warn of " + Words.of(phases) + " in a block of " + Words.of(length),
          "phases that fit",
          "Shorten them or make the block longer.");
    }
    if (block.flex().minDuration().compareTo(length) > 0) {
      findings.warn(
          place,
          "`min` " + Words.of(block.flex().minDuration()) + " in a block of " + Words.of(length),
          "at most the length of the block",
          "It is never compressed like this; lower `min`.");
    }
  }
}

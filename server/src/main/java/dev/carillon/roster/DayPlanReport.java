package dev.carillon.roster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.school.BellKind;
import dev.carillon.school.Block;
import dev.carillon.school.DayPlan;
import dev.carillon.school.DayPlan.SchedulePlan;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.School;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A day of a school for people and programs: which rule won, and every block, phase and bell as
/// local time and as instant. Bell lag is not in it: a bell is told where the plan has it.
public final class DayPlanReport {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DayPlanReport() {}

  private enum Part {
    MOVE,
    SETTLE,
    WORK,
    WARN
  }

  private record Phase(Part part, Instant start, Instant end) {}

  private record Bell(BellId id, BellKind kind, Instant at) {}

  /// The day as text, a block to a line with its phases and bells under it; or the question that
  /// has to be answered first.
  public static String text(School school, LocalDate date) {
    var plan = school.dayPlan(date);
    var text = new StringBuilder(title(school, plan));
    var question = school.calendar().question(date);
    if (question.isPresent()) {
      return text.append(Answers.text(school, question.get())).toString();
    }
    text.append(ruling(school, plan));
    for (var schedule : plan.schedules()) {
      text.append("\n%s (%s)\n".formatted(schedule.name(), schedule.id().value()));
      schedule.blocks().forEach(block -> append(text, block, plan));
    }
    return text.toString();
  }

  /// The day as JSON: times as `local` in the school's zone and `at` in UTC. A date that waits for
  /// an answer has a `question` and nothing of what would win.
  public static String json(School school, LocalDate date) {
    var root = NODES.objectNode();
    root.put("school", school.id().value());
    root.put("date", date.toString());
    root.put("zone", school.zone().getId());
    school
        .calendar()
        .question(date)
        .ifPresentOrElse(
            question -> root.set("question", Answers.json(school, question)),
            () -> putPlan(root, school, date));
    return root.toPrettyString() + "\n";
  }

  private static void putPlan(ObjectNode root, School school, LocalDate date) {
    var plan = school.dayPlan(date);
    var resolution = school.calendar().resolve(date);
    root.put("dayType", plan.dayType());
    root.put("rule", Words.word(resolution.rule()));
    root.put("cycleDay", resolution.cycleDay());
    root.put("why", plan.why());
    school.calendar().manual().stream()
        .filter(day -> day.date().equals(date) && !day.reason().isEmpty())
        .findFirst()
        .ifPresent(day -> root.put("reason", day.reason()));
    root.set("lost", lost(school, date));
    var notes = root.putArray("notes");
    school.calendar().notes(date).forEach(note -> notes.add(note.text()));
    root.set("schedules", schedules(plan));
  }

  private static ArrayNode lost(School school, LocalDate date) {
    var rows = NODES.arrayNode();
    for (var lost : school.calendar().lost(date)) {
      var row = rows.addObject();
      row.put("rule", Words.word(lost.rule()));
      row.put("why", lost.why());
      row.put("dayType", lost.dayType().name());
      row.put("because", lost.because());
    }
    return rows;
  }

  static ArrayNode schedules(DayPlan plan) {
    var schedules = NODES.arrayNode();
    plan.schedules().forEach(schedule -> schedules.add(json(schedule, plan)));
    return schedules;
  }

  private static String title(School school, DayPlan plan) {
    var weekday = plan.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return "%s, %s %s (%s)\n".formatted(school.name(), weekday, plan.date(), plan.zone().getId());
  }

  private static String ruling(School school, DayPlan plan) {
    var resolution = school.calendar().resolve(plan.date());
    var text = new StringBuilder();
    text.append("Day type: ").append(plan.dayType()).append('\n');
    text.append("Rule: %s, %s\n".formatted(Words.word(resolution.rule()), plan.why()));
    if (!resolution.cycleDay().isEmpty()) {
      text.append("Cycle day: ").append(resolution.cycleDay()).append('\n');
    }
    for (var lost : school.calendar().lost(plan.date())) {
      var rule = Words.word(lost.rule());
      text.append("Lost: %s, %s".formatted(rule, lost.why()));
      text.append(": %s; %s\n".formatted(lost.dayType().name(), lost.because()));
    }
    for (var note : school.calendar().notes(plan.date())) {
      text.append("Note: ").append(note.text()).append('\n');
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Block block, DayPlan plan) {
    text.append(
        "\n  %s–%s  %s, %s, %s\n"
            .formatted(
                local(block.start(), plan),
                local(block.end(), plan),
                block.name(),
                block.kind().word(),
                Words.of(block.length())));
    for (var phase : phases(block)) {
      line(text, Words.word(phase.part), phase.start, plan);
    }
    for (var bell : bells(block, plan.date())) {
      line(text, "bell " + bell.kind.word(), bell.at, plan);
    }
  }

  private static void line(StringBuilder text, String what, Instant at, DayPlan plan) {
    text.append("    %-13s %s  %s\n".formatted(what, local(at, plan), at));
  }

  private static ObjectNode json(SchedulePlan schedule, DayPlan plan) {
    var node = NODES.objectNode();
    node.put("id", schedule.id().value());
    node.put("name", schedule.name());
    var blocks = node.putArray("blocks");
    schedule.blocks().forEach(block -> blocks.add(json(block, plan)));
    return node;
  }

  private static ObjectNode json(Block block, DayPlan plan) {
    var node = NODES.objectNode();
    node.put("id", block.id().value());
    node.put("name", block.name());
    node.put("kind", block.kind().word());
    node.set("start", time(block.start(), plan.zone()));
    node.set("end", time(block.end(), plan.zone()));
    var phases = node.putArray("phases");
    for (var phase : phases(block)) {
      var part = phases.addObject();
      part.put("phase", Words.word(phase.part));
      part.set("start", time(phase.start, plan.zone()));
      part.set("end", time(phase.end, plan.zone()));
    }
    var bells = node.putArray("bells");
    for (var bell : bells(block, plan.date())) {
      var rings = bells.addObject();
      rings.put("id", bell.id.value());
      rings.put("kind", bell.kind.word());
      rings.set("rings", time(bell.at, plan.zone()));
    }
    return node;
  }

  private static ObjectNode time(Instant at, ZoneId zone) {
    var node = NODES.objectNode();
    node.put("local", LOCAL.format(at.atZone(zone)));
    node.put("at", at.toString());
    return node;
  }

  /// The phases with time in them, in order; they tile the block.
  private static List<Phase> phases(Block block) {
    var settle = block.start().plus(block.move());
    var work = settle.plus(block.settle());
    var warn = block.end().minus(block.warnLead());
    var phases = new ArrayList<Phase>();
    phases.add(new Phase(Part.MOVE, block.start(), settle));
    phases.add(new Phase(Part.SETTLE, settle, work));
    phases.add(new Phase(Part.WORK, work, warn));
    phases.add(new Phase(Part.WARN, warn, block.end()));
    phases.removeIf(phase -> Duration.between(phase.start, phase.end).isZero());
    return phases;
  }

  private static List<Bell> bells(Block block, LocalDate date) {
    var bells = new ArrayList<Bell>();
    for (var kind : BellKind.values()) {
      if (block.bells().contains(kind)) {
        bells.add(new Bell(BellId.of(date, block.id(), kind), kind, block.bellAt(kind)));
      }
    }
    bells.sort(Comparator.comparing(Bell::at));
    return bells;
  }

  static String local(Instant at, DayPlan plan) {
    return CLOCK.format(at.atZone(plan.zone()));
  }
}

package dev.carillon.roster;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.school.Block;
import dev.carillon.school.DayPlan;
import dev.carillon.school.ManualDay;
import dev.carillon.school.Question;
import dev.carillon.school.Runs;
import dev.carillon.school.School;
import dev.carillon.school.SpecialDays;

/// The answers to a question of the calendar: what each would run, and the line of `school.yaml`
/// that gives it.
final class Answers {
  private Answers() {}

  /// A row of `manual:` as it can be copied into the file.
  static String line(ManualDay day) {
    var runs =
        switch (day.runs()) {
          case Runs.Type(var dayType) -> "runs: " + dayType.value();
          case Runs.DayOfCycle(var cycle, var label) ->
              "cycle: %s, cycle-day: %s".formatted(quoted(cycle), quoted(label));
        };
    return "- {date: %s, reason: %s, %s}".formatted(day.date(), quoted(day.reason()), runs);
  }

  static String text(School school, Question question) {
    var text = new StringBuilder();
    var names = question.rivals().stream().map(SpecialDays::name).toList();
    text.append("\nQuestion: ").append(String.join(" and ", names));
    text.append(" claim this date with the same right. Which of them runs?\n");
    text.append("They are not put together by themselves. Write one of these lines under\n");
    text.append("`manual:` of the calendar, or add a day type for both and name that.\n");
    for (var answer : question.answers()) {
      var plan = answered(school, answer);
      text.append("\n  %s: %s\n".formatted(answer.reason(), plan.dayType()));
      text.append("    ").append(line(answer)).append('\n');
      for (var schedule : plan.schedules()) {
        text.append("    %s (%s)\n".formatted(schedule.name(), schedule.id().value()));
        schedule.blocks().forEach(block -> append(text, block, plan));
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Block block, DayPlan plan) {
    text.append(
        "      %s–%s  %s\n"
            .formatted(
                DayPlanReport.local(block.start(), plan),
                DayPlanReport.local(block.end(), plan),
                block.name()));
  }

  static ObjectNode json(School school, Question question) {
    var node = JsonNodeFactory.instance.objectNode();
    var rivals = node.putArray("rivals");
    question.rivals().forEach(rival -> rivals.add(rival.name()));
    var answers = node.putArray("answers");
    for (var answer : question.answers()) {
      var plan = answered(school, answer);
      var one = answers.addObject();
      one.put("reason", answer.reason());
      one.put("dayType", plan.dayType());
      one.put("line", line(answer));
      one.set("decide", decision(answer));
      one.set("schedules", DayPlanReport.schedules(plan));
    }
    return node;
  }

  /// What a call that decides the date says for it.
  private static ObjectNode decision(ManualDay answer) {
    var node = JsonNodeFactory.instance.objectNode();
    switch (answer.runs()) {
      case Runs.Type(var dayType) -> node.put("runs", dayType.value());
      case Runs.DayOfCycle(var cycle, var label) -> node.put("cycle", cycle).put("cycleDay", label);
    }
    return node.put("reason", answer.reason());
  }

  private static DayPlan answered(School school, ManualDay answer) {
    return school.calendar().with(answer).dayPlan(answer.date(), school.zone());
  }

  /// JSON's strings are strings of YAML.
  private static String quoted(String text) {
    return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}

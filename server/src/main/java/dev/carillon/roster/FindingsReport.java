package dev.carillon.roster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.carillon.school.School;
import java.util.List;

/// Findings for people and programs.
public final class FindingsReport {
  private FindingsReport() {}

  /// What came of reading a folder: the school in a line, or that there is none, and all findings.
  public static String text(Reading reading) {
    var head =
        switch (reading) {
          case Reading.Read(var school, _) -> summary(school);
          case Reading.Asking(var school, _) ->
              summary(school) + "It runs when the questions below are answered.\n\n";
          case Reading.Faulty _ -> "This school cannot be run.\n";
        };
    return head + text(reading.findings());
  }

  /// The same as JSON.
  public static String json(Reading reading) {
    var root = JsonNodeFactory.instance.objectNode();
    root.put("ok", reading instanceof Reading.Read);
    if (reading instanceof Reading.Read(var school, _)) {
      root.put("school", school.id().value());
      root.put("students", school.students().size());
      root.put("staff", school.staff().size());
      root.put("rooms", school.rooms().size());
      root.put("stations", school.stations().size());
    }
    root.set("findings", json(reading.findings()));
    return root.toPrettyString() + "\n";
  }

  /// Each finding with its place, what stands there, what could, and what to do; then the count.
  public static String text(List<Finding> findings) {
    var text = new StringBuilder();
    findings.forEach(finding -> append(text, finding));
    long blocking = findings.stream().filter(Finding::blocks).count();
    text.append("%d blocking, %d warnings\n".formatted(blocking, findings.size() - blocking));
    return text.toString();
  }

  static ArrayNode json(List<Finding> findings) {
    var rows = JsonNodeFactory.instance.arrayNode();
    for (var finding : findings) {
      var row = rows.addObject();
      row.put("severity", Words.word(finding.severity()));
      row.put("file", finding.file());
      row.put("line", finding.line());
      row.put("column", finding.column());
      row.put("found", finding.found());
      row.put("expected", finding.expected());
      row.put("todo", finding.todo());
    }
    return rows;
  }

  private static void append(StringBuilder text, Finding finding) {
    text.append("%-9s%s\n".formatted(finding.severity(), place(finding)));
    text.append("  found:    ").append(finding.found()).append('\n');
    text.append("  expected: ").append(finding.expected()).append('\n');
    text.append("  to do:    ").append(finding.todo()).append("\n\n");
  }

  private static String place(Finding finding) {
    var line = finding.line() == 0 ? "" : ":" + finding.line();
    var column = finding.column().isEmpty() ? "" : ":" + finding.column();
    return finding.file() + line + column;
  }

  private static String summary(School school) {
    return "%s (%s): %d students, %d staff, %d rooms, %d stations, %d day types\n\n"
        .formatted(
            school.name(),
            school.zone().getId(),
            school.students().size(),
            school.staff().size(),
            school.rooms().size(),
            school.stations().size(),
            school.calendar().dayTypes().size());
  }
}

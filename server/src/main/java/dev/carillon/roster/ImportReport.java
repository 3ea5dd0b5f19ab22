package dev.carillon.roster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an import did, or why it did nothing.
///
/// @param written whether the folder was written: all of it or nothing
/// @param counts how many of each kind were taken over
/// @param notStored columns that were seen and are never stored
public record ImportReport(
    Path out,
    boolean written,
    Map<String, Integer> counts,
    List<String> notStored,
    List<Finding> findings) {
  /// Examples of one kind of finding in the text; JSON has them all.
  private static final int EXAMPLES_MAX = 3;

  public ImportReport {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    notStored = List.copyOf(notStored);
    findings = List.copyOf(findings);
  }

  /// For people: findings put together by what to do about them, with examples.
  public String text() {
    var text = new StringBuilder();
    text.append(written ? "Written: " + out + "\n" : "Nothing was written.\n");
    counts.forEach((kind, count) -> text.append("  %5d %s\n".formatted(count, kind)));
    if (!notStored.isEmpty()) {
      text.append("Not stored: ").append(String.join(", ", notStored)).append('\n');
    }
    text.append('\n');
    byRepair().forEach((repair, rows) -> append(text, repair, rows));
    long blocking = findings.stream().filter(Finding::blocks).count();
    text.append("%d blocking, %d warnings\n".formatted(blocking, findings.size() - blocking));
    return text.toString();
  }

  /// For programs: every finding by itself.
  public String json() {
    var root = JsonNodeFactory.instance.objectNode();
    root.put("written", written);
    root.put("out", out.toString());
    var numbers = root.putObject("counts");
    counts.forEach(numbers::put);
    var columns = root.putArray("notStored");
    notStored.forEach(columns::add);
    root.set("findings", FindingsReport.json(findings));
    return root.toPrettyString() + "\n";
  }

  /// How much was left out or doubted, by file: nothing of what stands in them.
  static String left(List<Finding> findings) {
    var counts = new TreeMap<String, Integer>();
    findings.forEach(finding -> counts.merge(finding.file(), 1, Integer::sum));
    var root = JsonNodeFactory.instance.objectNode();
    var left = root.putArray("left");
    counts.forEach((file, count) -> left.addObject().put("file", file).put("count", count));
    return root.toPrettyString() + "\n";
  }

  private record Repair(Finding.Severity severity, String file, String column, String todo) {}

  private Map<Repair, List<Finding>> byRepair() {
    var groups = new LinkedHashMap<Repair, List<Finding>>();
    for (var finding : findings) {
      var repair = new Repair(finding.severity(), finding.file(), finding.column(), finding.todo());
      groups.computeIfAbsent(repair, _ -> new ArrayList<>()).add(finding);
    }
    return groups;
  }

  private static void append(StringBuilder text, Repair repair, List<Finding> rows) {
    var column = repair.column.isEmpty() ? "" : ", " + repair.column;
    text.append(
        "%s %s%s: %d×  %s\n"
            .formatted(repair.severity, repair.file, column, rows.size(), repair.todo));
    for (var row : rows.subList(0, Math.min(EXAMPLES_MAX, rows.size()))) {
      text.append(
          "    row %d: %s; expected %s\n".formatted(row.line(), row.found(), row.expected()));
    }
    text.append('\n');
  }
}

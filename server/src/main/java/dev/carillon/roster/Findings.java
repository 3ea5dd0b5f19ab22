package dev.carillon.roster;

import dev.carillon.roster.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is found while reading, so that all of it is told at once. One reading, one
/// thread.
final class Findings {
  /// A roster of thousands may have a finding in every row; past this it is the wrong file. The
  /// report says how many were left out.
  private static final int FINDINGS_MAX = 10_000;

  private final List<Finding> list = new ArrayList<>();
  private int leftOut;

  void block(Place place, String found, String expected, String todo) {
    add(Severity.BLOCKING, place, found, expected, todo);
  }

  /// Something only a person can decide.
  void ask(Place place, String found, String expected, String todo) {
    add(Severity.QUESTION, place, found, expected, todo);
  }

  void warn(Place place, String found, String expected, String todo) {
    add(Severity.WARNING, place, found, expected, todo);
  }

  boolean anyBlocking() {
    return list.stream().anyMatch(Finding::blocks);
  }

  /// Whether all that blocks waits for somebody's choice.
  boolean onlyAsks() {
    return list.stream().noneMatch(finding -> finding.severity() == Severity.BLOCKING);
  }

  /// Blocking ones first, then by file and line.
  List<Finding> sorted() {
    var sorted = new ArrayList<>(list);
    sorted.sort(
        Comparator.comparing(Finding::severity)
            .thenComparing(Finding::file)
            .thenComparingInt(Finding::line));
    if (leftOut > 0) {
      sorted.add(
          new Finding(
              Severity.WARNING,
              "",
              0,
              "",
              leftOut + " more findings",
              "at most " + FINDINGS_MAX,
              "Mend these first, then look again."));
    }
    return List.copyOf(sorted);
  }

  /// Takes over what another reading found.
  void add(Finding finding) {
    var place = new Place(finding.file(), finding.line(), finding.column());
    add(finding.severity(), place, finding.found(), finding.expected(), finding.todo());
  }

  private void add(Severity severity, Place place, String found, String expected, String todo) {
    boolean full = list.size() >= FINDINGS_MAX;
    // The first blocking finding is kept whatever came before it: it decides.
    if (full && (severity == Severity.WARNING || anyBlocking())) {
      leftOut++;
      return;
    }
    list.add(
        new Finding(severity, place.file(), place.line(), place.column(), found, expected, todo));
  }
}

package dev.carillon.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// All a judge is told of a day.
public final class Story {
  /// What everybody knows beforehand.
  ///
  /// @param leaders who may do for others
  /// @param everywhere helpers to whom every room is open: for them *next* is judged
  /// @param penaltyMax nobody is set back further
  /// @param helpedAfter shorter help does not count
  public record Terms(
      Set<String> leaders, Set<String> everywhere, Duration penaltyMax, Duration helpedAfter) {
    public Terms {
      leaders = Set.copyOf(leaders);
      everywhere = Set.copyOf(everywhere);
    }
  }

  /// A command, as its sender knows it.
  ///
  /// @param next whether it takes whoever is first
  /// @param help what it is about, or empty
  /// @param epoch of the claim, or negative when it names none
  public record Said(String who, String id, boolean next, String help, long epoch) {}

  public sealed interface Heard {
    String who();

    String id();

    /// @param result as text, to be compared only
    record Done(String who, String id, long seq, String result) implements Heard {}

    /// Refused for good.
    record Refused(String who, String id) implements Heard {}
  }

  /// An open request, as somebody is shown it.
  ///
  /// @param lines of how many rooms the line has it
  public record Shown(
      String help,
      String student,
      String state,
      String owner,
      long epoch,
      long version,
      int lines) {
    public Shown(
        String help, String student, String state, String owner, long epoch, long version) {
      this(help, student, state, owner, epoch, version, 1);
    }
  }

  /// All open ones in the order of the line.
  ///
  /// @param seq of the entry after which
  public record Screen(long seq, String whose, List<Shown> rows) {
    public Screen {
      rows = List.copyOf(rows);
    }
  }

  /// An entry of the log, as it is stored.
  ///
  /// @param result as text, to be compared only
  public record Line(long seq, String json, String result) {}

  final Terms terms;
  final List<Said> said = new ArrayList<>();
  final List<Heard> heard = new ArrayList<>();
  final List<Screen> screens = new ArrayList<>();
  final List<Screen> atRest = new ArrayList<>();
  final List<Line> lines = new ArrayList<>();

  public Story(Terms terms) {
    this.terms = terms;
  }

  public void said(Said command) {
    said.add(command);
  }

  public void heard(Heard answer) {
    heard.add(answer);
  }

  public void shown(Screen screen) {
    screens.add(screen);
  }

  /// After nothing has happened for longer than two heartbeats.
  public void shownAtRest(Screen screen) {
    screens.add(screen);
    atRest.add(screen);
  }

  public void written(Line line) {
    lines.add(line);
  }

  public List<Line> lines() {
    return lines;
  }
}

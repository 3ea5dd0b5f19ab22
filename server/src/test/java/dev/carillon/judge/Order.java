package dev.carillon.judge;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// Who may be ahead of whom.
record Order(Duration penaltyMax) {
  /// Whether `first` may stand before, or be taken before, `other` that waits as well.
  void check(Call first, Call other, String where) {
    var both = where + ": " + first.id + " before " + other.id;
    if (first.pinned != other.pinned) {
      Broken.unless(first.pinned, Rule.ORDER, both + " that was put first");
      return;
    }
    if (first.lane != other.lane) {
      Broken.unless(first.lane < other.lane, Rule.ORDER, both + " of a better lane");
      return;
    }
    var later = Duration.between(other.entered, first.entered);
    Broken.unless(later.compareTo(penaltyMax) <= 0, Rule.ORDER, both + ", " + later + " later");
    Broken.unless(
        !other.unhelped || !later.isPositive(), Rule.ORDER, both + " who was not helped yet");
  }

  /// The line as it is shown.
  void checkLine(List<Call> line, String where) {
    for (int i = 0; i < line.size(); i++) {
      for (var behind : line.subList(i + 1, line.size())) {
        check(line.get(i), behind, where);
      }
    }
  }

  /// *Next*, by somebody to whom everything is open. After some returning ones one of the others
  /// may be taken: that one is judged by nothing else.
  void checkNext(Call taken, Collection<Call> waiting, String where) {
    var offered =
        waiting.stream()
            .filter(call -> call != taken)
            .filter(call -> !call.trying && !call.routed && !call.kind.equals("PERSON"))
            .toList();
    boolean mayBeOneOfTheOthers =
        taken.lane == Call.NORMAL
            && offered.stream().anyMatch(call -> call.lane == Call.RETURNING && !call.pinned);
    for (var other : offered) {
      if (!mayBeOneOfTheOthers || other.lane == Call.URGENT || other.pinned) {
        check(taken, other, where);
      }
    }
  }
}

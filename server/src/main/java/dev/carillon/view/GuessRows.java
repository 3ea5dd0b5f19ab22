package dev.carillon.view;

import dev.carillon.floor.Hint;
import dev.carillon.school.Station;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Guesses about students, for helpers only (ADR 24): what weighs more first, then what is older.
/// About whoever has called there is none to show: her call says more.
final class GuessRows {
  private static final Comparator<Hint> ORDER =
      Comparator.comparing(Hint::rule)
          .thenComparing(Hint::at)
          .thenComparing(hint -> hint.id().value());

  private GuessRows() {}

  static List<Row.Guess> of(Sight sight, Predicate<Station> which) {
    var floor = sight.floor();
    return floor.signals().hints().values().stream()
        .filter(hint -> sight.roll().byId().containsKey(hint.student()))
        .filter(hint -> floor.help().activeOf(hint.student()).isEmpty())
        .filter(hint -> which.test(sight.spot(sight.student(hint.student())).now()))
        .sorted(ORDER)
        .map(hint -> row(sight, hint))
        .toList();
  }

  private static Row.Guess row(Sight sight, Hint hint) {
    var spot = sight.spot(sight.student(hint.student()));
    return new Row.Guess(
        hint.id().value(),
        sight.named(hint.student()),
        spot.code(),
        spot.now().name(),
        hint.rule().word(),
        WhyRows.title(sight, hint.student(), hint.about()),
        WhyRows.counted(hint.evidence()),
        hint.sourceName(),
        hint.at().toEpochMilli(),
        hint.until().toEpochMilli());
  }
}

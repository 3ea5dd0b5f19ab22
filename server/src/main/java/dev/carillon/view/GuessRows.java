package dev.carillon.view;

import dev.carillon.floor.Hint;
import dev.carillon.school.Id;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Programme.Assessment;
import dev.carillon.school.Station;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        new Row.Named(hint.student().value(), sight.floor().nameOf(hint.student())),
        spot.code(),
        spot.now().name(),
        hint.rule().word(),
        title(sight, hint),
        hint.evidence().stream()
            .map(figure -> new Row.Counted(figure.name(), figure.count()))
            .toList(),
        hint.sourceName(),
        hint.at().toEpochMilli(),
        hint.until().toEpochMilli());
  }

  private static String title(Sight sight, Hint hint) {
    var tests = sight.floor().school().arrangements().programme().assessments();
    return Optional.of(hint.about())
        .filter(Id::isValid)
        .flatMap(id -> Optional.ofNullable(tests.get(new AssessmentId(id))))
        .map(Assessment::title)
        .or(() -> item(sight, hint.student(), hint.about()))
        .orElse(hint.about());
  }

  private static Optional<String> item(Sight sight, PersonId student, String id) {
    return Optional.ofNullable(sight.floor().school().playlists().get(student)).stream()
        .flatMap(playlist -> playlist.items().stream())
        .filter(item -> item.id().equals(id))
        .map(Item::title)
        .findFirst();
  }
}

package dev.carillon.view;

import dev.carillon.floor.Hint.Figure;
import dev.carillon.floor.Why;
import dev.carillon.school.Id;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Programme.Assessment;
import java.util.List;
import java.util.Optional;

/// What programs told, in words of the school where it has some. For staff only.
final class WhyRows {
  private WhyRows() {}

  static Row.Why of(Sight sight, PersonId student, Why why) {
    return new Row.Why(
        Sight.word(why.what()),
        why.sourceName(),
        Sight.unlessEmpty(why.about()).map(about -> title(sight, student, about)),
        counted(why.evidence()));
  }

  static List<Row.Counted> counted(List<Figure> evidence) {
    return evidence.stream().map(each -> new Row.Counted(each.name(), each.count())).toList();
  }

  /// What people here call it: a test or an item of her list. Otherwise as the program does.
  static String title(Sight sight, PersonId student, String about) {
    var tests = sight.floor().school().arrangements().programme().assessments();
    return Optional.of(about)
        .filter(Id::isValid)
        .flatMap(id -> Optional.ofNullable(tests.get(new AssessmentId(id))))
        .map(Assessment::title)
        .or(() -> item(sight, student, about))
        .orElse(about);
  }

  private static Optional<String> item(Sight sight, PersonId student, String id) {
    return Optional.ofNullable(sight.floor().school().playlists().get(student)).stream()
        .flatMap(playlist -> playlist.items().stream())
        .filter(item -> item.id().equals(id))
        .map(Item::title)
        .findFirst();
  }
}

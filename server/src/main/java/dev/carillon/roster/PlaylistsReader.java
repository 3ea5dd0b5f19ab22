package dev.carillon.roster;

import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Must;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.StationKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads `playlists.csv`; a school of groups that take turns has none.
///
/// `where` is `home`, `at:` with a station, `one-of:` with several, or `any:` with a kind of
/// station. `required` is `yes` or `no`, `minutes` what a service plan mandates; both may be left
/// out.
final class PlaylistsReader {
  private final Draft draft;
  private final Findings findings;
  private final Map<PersonId, TreeMap<Integer, Item>> items = new LinkedHashMap<>();

  PlaylistsReader(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void read(Path file) {
    if (Files.notExists(file)) {
      return;
    }
    Csv.read(file, List.of("student_id", "order", "item", "title", "where"), findings, this::item);
    items.forEach(
        (student, ordered) ->
            draft.playlists.put(student, new Playlist(student, List.copyOf(ordered.values()))));
  }

  private void item(Csv.Row row) {
    var student = student(row);
    var want = want(row);
    var order = order(row);
    var title = row.text("title");
    if (title.isEmpty()) {
      findings.block(row.place("title"), "nothing", "a title", "Say what the student will read.");
    }
    if (row.text("item").isEmpty()) {
      findings.block(row.place("item"), "nothing", "an id", "Say which item it is.");
    }
    if (student.isEmpty() || want.isEmpty() || order.isEmpty()) {
      return;
    }
    var item = new Item(row.text("item"), title, row.text("subject"), want.get(), must(row));
    var ordered = items.computeIfAbsent(student.get(), _ -> new TreeMap<>());
    if (ordered.putIfAbsent(order.get(), item) != null) {
      findings.block(
          row.place("order"), "`" + order.get() + "` a second time", "each once", "Renumber it.");
    }
  }

  private Must must(Csv.Row row) {
    var required = row.text("required", "no");
    if (!required.equals("yes") && !required.equals("no")) {
      findings.block(
          row.place("required"), "`" + required + "`", "`yes` or `no`", "Write one of them.");
    }
    var minutes = row.text("minutes", "0");
    if (!minutes.matches("\\d{1,3}")) {
      findings.block(
          row.place("minutes"),
          "`" + minutes + "`",
          "minutes of a mandated service",
          "Write a number, or nothing.");
      minutes = "0";
    }
    return new Must(required.equals("yes"), Integer.parseInt(minutes));
  }

  private Optional<PersonId> student(Csv.Row row) {
    var text = row.text("student_id");
    if (Id.isValid(text) && draft.people.get(new PersonId(text)) instanceof Student student) {
      return Optional.of(student.id());
    }
    findings.block(
        row.place("student_id"),
        "`" + text + "`",
        "a student of `students.csv`",
        "Correct the id, or add the student.");
    return Optional.empty();
  }

  private Optional<Integer> order(Csv.Row row) {
    var text = row.text("order");
    if (text.matches("\\d{1,6}")) {
      return Optional.of(Integer.valueOf(text));
    }
    findings.block(row.place("order"), "`" + text + "`", "a number", "Number the items.");
    return Optional.empty();
  }

  private Optional<Want> want(Csv.Row row) {
    var text = row.text("where");
    var want = want(text);
    if (want.isEmpty()) {
      findings.block(
          row.place("where"),
          "`" + text + "`",
          "`home`, `at:` with a station, `one-of:` with stations to choose from, as `a|b`, or"
              + " `any:` with one of "
              + Words.all(StationKind.class),
          "Say where it is done.");
    }
    if (want.isPresent() && want.get() instanceof Want.At(var station)) {
      draft.refer(row.place("where"), station, draft.stations, "a station of this school");
    }
    if (want.isPresent() && want.get() instanceof Want.OneOf(var stations)) {
      stations.forEach(
          each ->
              draft.refer(row.place("where"), each, draft.stations, "a station of this school"));
    }
    return want;
  }

  private static Optional<Want> oneOf(String text) {
    var ids = List.of(text.split("\\|", -1));
    return ids.size() > 1 && ids.stream().allMatch(Id::isValid)
        ? Optional.of(new Want.OneOf(ids.stream().map(StationId::new).toList()))
        : Optional.empty();
  }

  private static Optional<Want> want(String text) {
    if (text.equals("home")) {
      return Optional.of(new Want.AtHome());
    }
    if (text.startsWith("at:")) {
      var id = text.substring("at:".length());
      return Id.isValid(id) ? Optional.of(new Want.At(new StationId(id))) : Optional.empty();
    }
    if (text.startsWith("one-of:")) {
      return oneOf(text.substring("one-of:".length()));
    }
    if (text.startsWith("any:")) {
      return Words.constant(StationKind.class, text.substring("any:".length()))
          .map(Want.AnyOf::new);
    }
    return Optional.empty();
  }
}

package dev.carillon.roster;

import dev.carillon.school.Badge;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Outline;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Room;
import dev.carillon.school.Seat;
import dev.carillon.school.Station;
import dev.carillon.school.Station.Admission;
import dev.carillon.school.Station.Terms;
import dev.carillon.school.StationKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads rooms, their stations and seats.
///
/// Seats are grids: `{rows: 12, columns: 25, x: 20, y: 10, dx: 0.8, dy: 1.2}` numbers 300 seats row
/// by row from 1, or from `first`, with `prefix` before the number. Several grids count on.
final class RoomsReader {
  /// A band of a phone holds this in two lines, in characters.
  private static final int WRAP_UP_MAX = 60;

  /// A station with more seats than this is a stadium; the limit keeps a slip from filling memory.
  private static final int SEATS_MAX = 5_000;

  private final Draft draft;
  private final Findings findings;

  RoomsReader(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void read(Section rooms) {
    try (rooms) {
      rooms.byId().forEach((id, value) -> room(new RoomId(id), rooms.place(id), value));
      if (draft.rooms.isEmpty()) {
        findings.block(rooms.place(), "no rooms", "at least one", "Add `rooms:`.");
      }
    }
  }

  private void room(RoomId id, Place place, Yaml value) {
    try (var section = Section.of(value, findings)) {
      var name = section.text("name");
      var badge = badge(section).orElse(Badges.of(draft.rooms.size()));
      var outline = outline(section, "outline").orElse(new Outline(0, 0, 1, 1));
      if (!section.has("outline")) {
        section.section("outline");
        findings.block(
            place, "no `outline`", "`{x: 0, y: 0, w: 9, h: 8}`", "Say where the room is.");
      }
      var neighbours = new LinkedHashSet<RoomId>();
      for (var text : section.texts("neighbours")) {
        if (section.isId(text.place(), text.text())) {
          var neighbour = new RoomId(text.text());
          neighbours.add(neighbour);
          draft.refer(text.place(), neighbour, draft.rooms, "a room of this school");
        }
      }
      var huddle = section.optionalText("huddle").orElse("");
      boolean unmeasured = section.flag("unmeasured", false);
      var room = new Room(id, name, badge, outline, neighbours, huddle, unmeasured);
      draft.put(draft.rooms, id, room, place);
      stations(section.section("stations"), room);
    }
  }

  private void stations(Section stations, Room room) {
    try (stations) {
      stations.byId().forEach((id, value) -> station(new StationId(id), stations, value, room));
    }
  }

  private void station(StationId id, Section stations, Yaml value, Room room) {
    try (var section = Section.of(value, findings)) {
      var name = section.text("name", room.name());
      section.text("kind");
      var kind = section.word("kind", StationKind.class, StationKind.ONLINE);
      var place = outline(section, "place").orElse(room.outline());
      var seats = seats(section, place);
      int hard = capacity(section, "hard", seats.size());
      int soft = capacity(section, "soft", hard);
      if (hard == 0) {
        findings.block(
            section.place(),
            "no capacity",
            "`hard`, or `seats`",
            "Say how many students it takes.");
      }
      if (soft > hard) {
        findings.block(
            section.place("soft"),
            "soft " + soft + " above hard " + hard,
            "a wish within the limit",
            "Lower `soft` or raise `hard`.");
      }
      var station =
          new Station(
              id,
              room.id(),
              name,
              section.text("activity", name),
              kind,
              badge(section).orElse(room.badge()),
              Math.min(soft, hard),
              hard,
              place,
              seats,
              adults(section),
              terms(section, hard).admitting(admission(section)).wrappedUpBy(wrapUp(section)));
      draft.put(draft.stations, id, station, stations.place(id.value()));
    }
  }

  private Terms terms(Section section, int hard) {
    int minGroup = capacity(section, "min-group", 0);
    if (minGroup > hard) {
      findings.block(
          section.place("min-group"),
          "at least " + minGroup + " of at most " + hard,
          "a group within the limit",
          "Lower `min-group` or raise `hard`.");
    }
    int devices = capacity(section, "devices", 0);
    boolean supervised = section.flag("supervised", false);
    boolean walkIn = section.flag("walk-in", false);
    var stay = section.length("stay", Duration.ZERO);
    if (supervised && !section.has("adults")) {
      findings.block(
          section.place("supervised"),
          "`supervised` without `adults`",
          "the adults one of whom has to be there",
          "Add `adults`.");
    }
    if (stay.isPositive() && !walkIn) {
      findings.block(
          section.place("stay"),
          "`stay` without `walk-in`",
          "`walk-in: true`",
          "A stay ends where students come by themselves; remove it elsewhere.");
    }
    return new Terms(minGroup, devices, supervised, walkIn, stay);
  }

  /// One line on a student's screen, beside the minutes that are left.
  private String wrapUp(Section section) {
    var sentence = section.text("wrap-up", "").strip();
    if (sentence.length() > WRAP_UP_MAX) {
      findings.block(
          section.place("wrap-up"),
          sentence.length() + " characters",
          "at most " + WRAP_UP_MAX,
          "Say one thing.");
    }
    return sentence;
  }

  private int capacity(Section section, String key, int fallback) {
    int number = section.number(key).orElse(fallback);
    if (number < 0) {
      findings.block(section.place(key), "`" + number + "`", "0 or more students", "Correct it.");
    }
    return Math.max(0, number);
  }

  private List<PersonId> adults(Section section) {
    var adults = new ArrayList<PersonId>();
    for (var text : section.texts("adults")) {
      if (section.isId(text.place(), text.text())) {
        adults.add(new PersonId(text.text()));
        draft.mustBe(Staff.class, text.place(), adults.getLast(), "somebody of `staff.csv`");
      }
    }
    return adults;
  }

  /// In the same words as those of students: whatever they never have would keep everybody out.
  private Admission admission(Section section) {
    return new Admission(
        words(section, "grades", Grades::parse, "`PK`, `K` or 1 to 13"),
        words(section, "languages", Words::language, "a language tag such as `en` or `fr-CA`"));
  }

  private Set<String> words(
      Section section, String key, Function<String, Optional<String>> reader, String expected) {
    var words = new LinkedHashSet<String>();
    for (var text : section.texts(key)) {
      reader
          .apply(text.text())
          .ifPresentOrElse(
              words::add,
              () ->
                  findings.block(
                      text.place(), "`" + text.text() + "`", expected, "Correct `" + key + "`."));
    }
    return words;
  }

  private Optional<Badge> badge(Section section) {
    return section.parsed("badge", Badges::of, "a letter from A to Z except I and O");
  }

  private Optional<Outline> outline(Section section, String key) {
    if (!section.has(key)) {
      return Optional.empty();
    }
    try (var box = section.section(key)) {
      double w = box.metres("w", 0);
      double h = box.metres("h", 0);
      if (w <= 0 || h <= 0) {
        findings.block(
            section.place(key), "no width or height", "`w` and `h` in metres", "Give both.");
      }
      return Optional.of(new Outline(box.metres("x", 0), box.metres("y", 0), w, h));
    }
  }

  private List<Seat> seats(Section section, Outline place) {
    var seats = new ArrayList<Seat>();
    for (var row : section.rows("seats")) {
      try (var grid = Section.of(row, findings)) {
        grid(grid, place, seats);
      }
    }
    checkLabels(seats, section.place("seats"));
    return seats;
  }

  private void grid(Section grid, Outline place, List<Seat> seats) {
    int rows = grid.number("rows").orElse(1);
    int columns = grid.number("columns").orElse(1);
    int first = grid.number("first").orElse(seats.size() + 1);
    var prefix = grid.text("prefix", "");
    double x = grid.metres("x", place.x());
    double y = grid.metres("y", place.y());
    double dx = grid.metres("dx", 1);
    double dy = grid.metres("dy", 1);
    if (rows < 1 || columns < 1 || (long) rows * columns > SEATS_MAX) {
      findings.block(
          grid.place(),
          rows + " × " + columns + " seats",
          "1 to " + SEATS_MAX,
          "Correct `rows` and `columns`.");
      return;
    }
    int number = first;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        seats.add(new Seat(prefix + number, rounded(x + dx * column), rounded(y + dy * row)));
        number++;
      }
    }
  }

  /// To the centimetre, so that sums of steps do not show in files and frames.
  private static double rounded(double metres) {
    return Math.round(metres * 100) / 100.0;
  }

  private void checkLabels(List<Seat> seats, Place place) {
    Set<String> labels = new HashSet<>();
    for (var seat : seats) {
      if (!labels.add(seat.label())) {
        findings.block(place, "seat " + seat.label() + " twice", "each label once", "Set `first`.");
        return;
      }
    }
  }
}

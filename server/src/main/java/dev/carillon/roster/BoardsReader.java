package dev.carillon.roster;

import dev.carillon.school.BoardTerms;
import dev.carillon.school.BoardTerms.Shows;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.NameRange;
import dev.carillon.school.Person.Board;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads `boards`: what each board of `staff.csv` shows, how large its screen is and how far away
/// people read it.
final class BoardsReader {
  /// No screen is smaller or larger: other numbers are slips, such as centimetres.
  private static final int INCHES_MIN = 7;

  private static final int INCHES_MAX = 150;
  private static final double METRES_MIN = 0.5;
  private static final double METRES_MAX = 20;

  /// Fewer lines than this on a page are not a board.
  private static final int LINES_MIN = 4;

  /// Heights of a full-size screen, its rows and its header and footer, in px.
  private static final double SCREEN_PX = 1080;

  private static final double FRAME_PX = 184;
  private static final double ROW_OF_FONT = 1.48;

  /// A capital is read with comfort from 200 times its height.
  private static final double PX_INCH_PER_METRE = 619.5;

  private final Draft draft;
  private final Findings findings;

  BoardsReader(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void read(Section boards) {
    boards.byId().forEach(this::board);
  }

  private void board(String id, Yaml row) {
    try (var section = Section.of(row, findings)) {
      var shows = section.word("shows", Shows.class, Shows.NAMES);
      var range = range(section, shows);
      var rooms = rooms(section, shows);
      var diagonal = diagonal(section);
      var distance = distance(section);
      checkBoth(section);
      checkReadable(section, diagonal, distance);
      var terms = new BoardTerms(shows, range, rooms, diagonal, distance);
      draft.later(() -> settle(section, new PersonId(id), terms));
    }
  }

  private void settle(Section section, PersonId id, BoardTerms terms) {
    if (draft.people.get(id) instanceof Board board) {
      draft.people.put(id, board.with(terms));
    } else {
      findings.block(
          section.place(),
          "`" + id.value() + "`",
          "a board of `staff.csv`",
          "Correct the id, or add a row with the role `board`.");
    }
  }

  private NameRange range(Section section, Shows shows) {
    if (shows != Shows.NAMES && section.has("names")) {
      findings.block(
          section.place("names"),
          "`names` of a board that shows something else",
          "`shows: names`",
          "Remove one of them.");
    }
    return section
        .parsed("names", NameRange::parse, "a range of first letters such as `A-M`")
        .orElse(NameRange.ALL);
  }

  private List<RoomId> rooms(Section section, Shows shows) {
    var rooms = new ArrayList<RoomId>();
    for (var text : section.texts("rooms")) {
      if (section.isId(text.place(), text.text())) {
        var room = new RoomId(text.text());
        rooms.add(room);
        draft.refer(text.place(), room, draft.rooms, "a room of this school");
      }
    }
    boolean needsRooms = Set.of(Shows.ROOM, Shows.DOOR).contains(shows);
    boolean fits = shows == Shows.DOOR ? rooms.size() == 1 : rooms.isEmpty() != needsRooms;
    if (!fits) {
      findings.block(
          section.place("rooms"),
          rooms.isEmpty() ? "no `rooms`" : rooms.size() + " rooms",
          switch (shows) {
            case ROOM -> "the rooms whose comers it lists";
            case DOOR -> "the one room behind the door";
            case NAMES, GROUPS, COUNTDOWN -> "no rooms on such a board";
          },
          "Correct `rooms` or `shows`.");
    }
    return rooms;
  }

  private Optional<Integer> diagonal(Section section) {
    var inches = section.number("diagonal");
    if (inches.isPresent() && (inches.get() < INCHES_MIN || inches.get() > INCHES_MAX)) {
      findings.block(
          section.place("diagonal"),
          "`" + inches.get() + "`",
          "inches, " + INCHES_MIN + " to " + INCHES_MAX,
          "Correct `diagonal`.");
      return Optional.empty();
    }
    return inches;
  }

  private Optional<Double> distance(Section section) {
    if (!section.has("distance")) {
      return Optional.empty();
    }
    double metres = section.metres("distance", METRES_MIN);
    if (metres < METRES_MIN || metres > METRES_MAX) {
      findings.block(
          section.place("distance"),
          "`" + metres + "`",
          "metres, " + METRES_MIN + " to " + METRES_MAX,
          "Correct `distance`.");
      return Optional.empty();
    }
    return Optional.of(metres);
  }

  private void checkBoth(Section section) {
    if (section.has("diagonal") != section.has("distance")) {
      findings.block(
          section.place(section.has("diagonal") ? "diagonal" : "distance"),
          section.has("diagonal") ? "no `distance`" : "no `diagonal`",
          "both or none",
          "Say how large the screen is and how far away its last reader stands.");
    }
  }

  private void checkReadable(
      Section section, Optional<Integer> diagonal, Optional<Double> distance) {
    if (diagonal.isEmpty() || distance.isEmpty()) {
      return;
    }
    double font = PX_INCH_PER_METRE * distance.get() / diagonal.get();
    int lines = (int) ((SCREEN_PX - FRAME_PX) / (font * ROW_OF_FONT));
    if (lines < LINES_MIN) {
      findings.warn(
          section.place("distance"),
          "room for " + lines + " lines a page",
          "at least " + LINES_MIN,
          "Hang a larger screen, or let people come nearer.");
    }
  }

  /// Whoever no board by name would show, when there are any with ranges.
  void checkRanges() {
    var ranges =
        draft.people.values().stream()
            .filter(Board.class::isInstance)
            .map(person -> ((Board) person).terms())
            .filter(terms -> terms.shows() == Shows.NAMES)
            .map(BoardTerms::range)
            .toList();
    if (ranges.isEmpty()) {
      return;
    }
    gap(ranges)
        .ifPresent(
            letter ->
                findings.warn(
                    Place.of(SchoolFolder.SCHOOL_FILE),
                    "no board for names with " + letter,
                    "a board for every letter",
                    "Widen the `names` of a board, or add one."));
  }

  private static Optional<Character> gap(List<NameRange> ranges) {
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      var text = Character.toString(letter);
      if (ranges.stream()
          .noneMatch(it -> it.from().compareTo(text) <= 0 && it.to().compareTo(text) >= 0)) {
        return Optional.of(letter);
      }
    }
    return Optional.empty();
  }
}

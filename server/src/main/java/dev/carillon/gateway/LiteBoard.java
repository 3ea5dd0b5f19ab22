package dev.carillon.gateway;

import static dev.carillon.gateway.LiteHtml.text;

import dev.carillon.school.School;
import dev.carillon.view.Row;
import dev.carillon.view.View;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A board as one page of HTML without a script: names in tables, each in its place, and the whole
/// asked for anew every quarter of a minute. Pages of names take turns with it.
final class LiteBoard {
  static final String ADDRESS = "/lite/board";

  private static final int COLUMNS = 3;
  private static final int ROWS = 12;
  private static final int PAGE = COLUMNS * ROWS;

  /// As on every board: next stops this long before the bell, now this long after it.
  private static final Duration SOON = Duration.ofMinutes(5);

  private static final Duration GO = Duration.ofMinutes(3);

  private final Map<String, Map<String, Row>> tables;
  private final Instant now;
  private final LiteWords words;

  /// @param view of one board
  /// @param now on the floor's clock
  LiteBoard(View view, Instant now, String language) {
    tables = view.tables();
    this.now = now;
    words = LiteWords.of(language);
  }

  /// A page that waits to be told which board it is.
  ///
  /// @param code empty when there is none to show yet
  static String pairing(String code, School school) {
    var words = LiteWords.of(school.language());
    return LiteHtml.fresh(
        words.language(),
        school.name(),
        "board",
        "<div class=\"pair\"><p>%s</p><p class=\"code\">%s</p><p>%s</p></div>"
            .formatted(text(school.name()), text(code), text(words.pairing())),
        ADDRESS);
  }

  String page() {
    var day = (Row.Day) Objects.requireNonNull(table("day").get("day"));
    var board = (Row.Board) Objects.requireNonNull(table("board").get("board"));
    var title = title();
    var head =
        "<table class=\"head\"><tr><td>%s</td><td class=\"left\">%s</td><td class=\"clock\">%s</td></tr></table>"
            .formatted(heading(title), left(), clock(day));
    return LiteHtml.fresh(
        words.language(), title, "board", head + body(board) + foot(board), ADDRESS);
  }

  /// What is announced stands in the place of the title, in each of its languages; at the move the
  /// title alone.
  private String heading(String title) {
    var told = isMove() ? "" : announced();
    return told.isEmpty()
        ? "<h1>%s</h1><p>%s</p>".formatted(text(title), text(says()))
        : "<h1 class=\"small\">%s</h1>%s".formatted(text(title), told);
  }

  private boolean isMove() {
    return showings().stream().anyMatch(Showing::isGo);
  }

  /// The newest, which a page may have missed when it was asked for last.
  private String announced() {
    return table("announcements").values().stream()
        .map(row -> (Row.Announcement) row)
        .reduce((_, newer) -> newer)
        .stream()
        .flatMap(newest -> newest.texts().stream())
        .map(
            each ->
                "<p class=\"told\" lang=\"%s\" dir=\"auto\">%s</p>"
                    .formatted(text(each.lang()), text(each.text())))
        .collect(Collectors.joining());
  }

  // The day
  // ---------------------------------------------------------------------------------------------

  /// What one schedule shows now.
  private record Showing(Row.Block block, boolean isGo, boolean isSoon) {}

  private List<Showing> showings() {
    return Stream.concat(Stream.of(main()).flatMap(Optional::stream), schedules())
        .distinct()
        .flatMap(schedule -> showing(schedule).stream())
        .toList();
  }

  private Stream<String> schedules() {
    return table("schedules").keySet().stream();
  }

  private Optional<String> main() {
    return table("schedules").values().stream()
        .map(row -> (Row.Schedule) row)
        .filter(schedule -> schedule.parent().isEmpty())
        .map(Row.Schedule::id)
        .findFirst();
  }

  private Optional<Showing> showing(String schedule) {
    var current = current(schedule);
    var next = next(schedule);
    if (current.isEmpty()) {
      return next.map(block -> new Showing(block, false, true));
    }
    var block = current.get();
    boolean isGo = now.toEpochMilli() < block.startMs() + GO.toMillis();
    boolean isSoon = block.endMs() - now.toEpochMilli() <= SOON.toMillis();
    return isSoon && next.isPresent()
        ? next.map(it -> new Showing(it, false, true))
        : Optional.of(new Showing(block, isGo, false));
  }

  private Stream<Row.Block> blocks(String schedule) {
    return table("blocks").values().stream()
        .map(row -> (Row.Block) row)
        .filter(block -> block.schedule().equals(schedule))
        .sorted(Comparator.comparingLong(Row.Block::startMs));
  }

  private Optional<Row.Block> current(String schedule) {
    long ms = now.toEpochMilli();
    return blocks(schedule)
        .filter(block -> block.startMs() <= ms && ms < block.endMs())
        .findFirst();
  }

  private Optional<Row.Block> next(String schedule) {
    return blocks(schedule).filter(block -> block.startMs() > now.toEpochMilli()).findFirst();
  }

  private String state() {
    return main()
        .map(table("schedules")::get)
        .map(row -> ((Row.Schedule) row).state())
        .orElse("closed");
  }

  private String title() {
    var now = main().flatMap(this::current).map(Row.Block::name);
    var next = main().flatMap(this::next).map(Row.Block::name);
    return switch (state()) {
      case "closed" -> words.closed();
      case "paused", "inserted" -> words.paused();
      case "held" -> words.held();
      default ->
          now.map(name -> next.map(then -> name + " → " + then).orElse(name))
              .or(() -> next)
              .orElse(words.over());
    };
  }

  private String says() {
    var first = showings().stream().findFirst();
    return first
        .map(it -> it.isGo() ? words.go() : it.isSoon() ? words.soon() : words.now())
        .orElse("");
  }

  /// In whole minutes: the page is up to a quarter of one old.
  private String left() {
    if (!state().equals("running")) {
      return "";
    }
    var until =
        main()
            .flatMap(
                id -> current(id).map(Row.Block::endMs).or(() -> next(id).map(Row.Block::startMs)));
    return until
        .map(end -> Math.max(1, (end - now.toEpochMilli() + 59_999) / 60_000) + " min")
        .orElse("");
  }

  private String clock(Row.Day day) {
    var pattern = words.language().equals("en") ? "h:mm" : "HH:mm";
    return DateTimeFormatter.ofPattern(pattern).format(now.atZone(ZoneId.of(day.zone())));
  }

  // What it shows
  // ---------------------------------------------------------------------------------------

  private String body(Row.Board board) {
    return switch (board.shows()) {
      case "countdown" -> "<p class=\"big\">" + left() + "</p>";
      case "door" -> door(board);
      default -> names();
    };
  }

  private String door(Row.Board board) {
    var room = board.rooms().stream().map(Row.Named::name).findFirst().orElse(board.name());
    int places =
        table("stations").values().stream()
            .mapToInt(row -> ((Row.BoardStation) row).softCap())
            .sum();
    return "<h2 class=\"room\">"
        + text(room)
        + "</h2><table class=\"door\"><tr>"
        + half(words.doorNow(), main().flatMap(this::current), places)
        + half(words.doorNext(), main().flatMap(this::next), places)
        + "</tr></table>";
  }

  private String half(String word, Optional<Row.Block> block, int places) {
    var inside =
        block.map(
            it -> {
              var planned = table("doors").get(it.id());
              int students = planned instanceof Row.DoorBlock door ? door.students() : 0;
              return "<strong>%s</strong><b>%d / %d</b>"
                  .formatted(text(it.name()), students, places);
            });
    return "<td><span>" + text(word) + "</span>" + inside.orElse("<strong>–</strong>") + "</td>";
  }

  private String names() {
    var page = pages().get(number());
    var html = new StringBuilder("<table class=\"names\">");
    for (int row = 0; row < ROWS; row++) {
      html.append("<tr>");
      for (int column = 0; column < COLUMNS; column++) {
        html.append(cell(Optional.ofNullable(page.get(column * ROWS + row))));
      }
      html.append("</tr>");
    }
    return html.append("</table>").toString();
  }

  private List<Map<Integer, Row.Departure>> pages() {
    var pages = new TreeMap<Integer, Map<Integer, Row.Departure>>();
    for (var row : table("departures").values()) {
      var departure = (Row.Departure) row;
      int place = departure.slot() - 1;
      pages.computeIfAbsent(place / PAGE, _ -> new TreeMap<>()).put(place % PAGE, departure);
    }
    return pages.isEmpty() ? List.of(Map.of()) : List.copyOf(pages.values());
  }

  private int number() {
    return (int) (now.getEpochSecond() / LiteHtml.REFRESH_SECONDS % pages().size());
  }

  private String cell(Optional<Row.Departure> departure) {
    if (departure.isEmpty()) {
      return "<td class=\"name\">&nbsp;</td><td></td><td class=\"code\"></td>";
    }
    var row = departure.get();
    for (var showing : showings()) {
      var stop = row.stops().get(showing.block().id());
      if (stop != null) {
        var mode = showing.isGo() ? "go" : "rest";
        return "<td class=\"name %s\">%s</td><td class=\"badge\">%s</td><td class=\"code %s\">%s</td>"
            .formatted(mode, text(row.name()), badge(stop.getFirst()), mode, text(stop.get(1)));
      }
    }
    return "<td class=\"name rest\">%s</td><td></td><td class=\"code rest\">–</td>"
        .formatted(text(row.name()));
  }

  private String badge(String station) {
    return table("stations").get(station) instanceof Row.BoardStation found
        ? LiteBadge.svg(found.badge())
        : "";
  }

  private String foot(Row.Board board) {
    int pages = pages().size();
    var range = board.from().map(from -> from + "–" + board.to().orElse(from)).orElse("");
    var page = pages > 1 ? words.page().formatted(number() + 1, pages) : "";
    return "<table class=\"foot\"><tr><td>%s</td><td>%s</td><td>%s</td></tr></table>"
        .formatted(text(range), text(page), text(board.name()));
  }

  private Map<String, Row> table(String name) {
    return tables.getOrDefault(name, Map.of());
  }
}

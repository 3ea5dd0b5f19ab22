package dev.carillon.gateway;

import static dev.carillon.gateway.LiteHtml.text;

import dev.carillon.view.Row;
import dev.carillon.view.View;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A student's day as one page of HTML without a script: now, next, how long, and her hand. What
/// she taps is a form. A form sent twice is one act: it carries the id of its command.
final class LiteStudent {
  static final String ADDRESS = "/lite/me";

  private static final String LOOKS = "me";

  /// As on her screen: so long she may take back what she did.
  private static final long UNDO_MS = 30_000;

  private static final long MINUTE_MS = 60_000;

  private final Map<String, Map<String, Row>> tables;
  private final Instant now;
  private final LiteStudentWords words;
  private final String proof;

  /// @param view of one student
  /// @param now on the floor's clock
  /// @param proof what her forms carry, which no other site can know
  LiteStudent(View view, Instant now, String language, String proof) {
    tables = view.tables();
    this.now = now;
    this.words = LiteStudentWords.of(language);
    this.proof = proof;
  }

  /// The page of nobody yet.
  ///
  /// @param says what was wrong with the last try; may be empty
  static String enter(LiteStudentWords words, String school, String says) {
    var form =
        """
        <form method="post" action="/lite/me/enter"><h1>%s</h1><p class="no">%s</p>\
        <label for="badge">%s</label>\
        <input id="badge" name="badge" autocomplete="off" autocapitalize="characters" autofocus required maxlength="64">\
        <button class="main">%s</button></form>\
        """
            .formatted(text(school), text(says), text(words.badge()), text(words.enter()));
    return LiteHtml.still(words.language(), words.title(), LOOKS, form);
  }

  /// @param isRefused whether what she tapped last was not taken
  String page(boolean isRefused) {
    var body = new StringBuilder();
    body.append("<div class=\"head\"><span>%s</span><b>%s</b></div>".formatted(name(), clock(now)));
    if (isRefused) {
      body.append("<p class=\"no\" role=\"alert\">%s</p>".formatted(text(words.notNow())));
    }
    body.append(day()).append(hand());
    body.append(form("out", "", button("", words.signOut(), "quiet")));
    // Without what was said of her last tap: it is said once.
    return LiteHtml.fresh(words.language(), words.title(), LOOKS, body.toString(), ADDRESS);
  }

  private String name() {
    return tables.getOrDefault("me", Map.of()).get("me") instanceof Row.StudentMe me
        ? text(me.name())
        : "";
  }

  private Optional<Row.Day> today() {
    return Optional.ofNullable((Row.Day) tables.getOrDefault("day", Map.of()).get("day"));
  }

  private String clock(Instant at) {
    var pattern =
        switch (words.language()) {
          case "en" -> "h:mm";
          // Its spaces do not break.
          case "fr-CA" -> "H'\u00a0h\u00a0'mm";
          default -> "H:mm";
        };
    return today()
        .map(day -> DateTimeFormatter.ofPattern(pattern).format(at.atZone(ZoneId.of(day.zone()))))
        .orElse("");
  }

  // The day
  // ---------------------------------------------------------------------------------------------

  private record Due(Row.Block block, Row.Stop stop) {}

  private List<Due> dues() {
    var blocks = tables.getOrDefault("blocks", Map.of());
    return tables.getOrDefault("stops", Map.of()).values().stream()
        .map(row -> (Row.Stop) row)
        .flatMap(
            stop ->
                blocks.get(stop.block()) instanceof Row.Block block
                    ? Stream.of(new Due(block, stop))
                    : Stream.empty())
        .sorted(Comparator.comparingLong(due -> due.block().startMs()))
        .toList();
  }

  private String day() {
    long ms = now.toEpochMilli();
    var dues = dues();
    var current =
        dues.stream()
            .filter(due -> due.block().startMs() <= ms && ms < due.block().endMs())
            .findFirst();
    var next = dues.stream().filter(due -> due.block().startMs() > ms).findFirst();
    if (today().filter(day -> day.state().equals("closed")).isPresent()) {
      return says(dues.isEmpty() ? words.off() : words.done());
    }
    if (dues.isEmpty()) {
      return says(words.noStop());
    }
    var still = isRunning() ? "" : says(words.paused());
    var here = current.map(this::current).orElseGet(() -> says(between(dues, next)));
    return still + here + next.map(this::next).orElse("");
  }

  private String between(List<Due> dues, Optional<Due> next) {
    if (next.isEmpty()) {
      return words.done();
    }
    return next.get().equals(dues.getFirst()) ? words.before() : words.gap();
  }

  private boolean isRunning() {
    return tables.getOrDefault("schedules", Map.of()).values().stream()
        .map(row -> (Row.Schedule) row)
        .allMatch(schedule -> schedule.state().equals("running"));
  }

  private static String says(String sentence) {
    return "<p class=\"says\">%s</p>".formatted(text(sentence));
  }

  private String current(Due due) {
    var stop = due.stop();
    boolean isAsked =
        switch (stop.arrival()) {
          case "prompted", "late", "missing" -> true;
          default -> false;
        };
    long left = Math.max(1, (due.block().endMs() - now.toEpochMilli() + MINUTE_MS - 1) / MINUTE_MS);
    var title = isAsked ? words.goTo() : words.now();
    var act =
        isAsked
            ? form("here", "", button("here", words.imHere(), "main"))
            : stop.arrival().equals("arrived") ? "<p>%s</p>".formatted(text(words.here())) : "";
    return """
    <div class="stop%s"><h2>%s</h2>%s<p class="left">%s</p>%s</div>\
    """
        .formatted(
            isAsked ? " go" : "",
            text(title),
            where(stop),
            isRunning() ? text(words.left().formatted(left)) : "",
            act);
  }

  private String next(Due due) {
    return """
    <div class="stop next"><h2>%s</h2>%s<p class="left">%s</p></div>\
    """
        .formatted(
            text(words.next()),
            where(due.stop()),
            clock(Instant.ofEpochMilli(due.block().startMs())));
  }

  private static String where(Row.Stop stop) {
    return """
    <p class="where">%s<b>%s</b></p><p>%s</p><p>%s</p>\
    """
        .formatted(
            LiteBadge.svg(stop.badge()),
            text(stop.code()),
            text(stop.place()),
            text(stop.activity()));
  }

  // The hand
  // --------------------------------------------------------------------------------------------

  private String hand() {
    var help =
        tables.getOrDefault("help", Map.of()).values().stream()
            .map(row -> (Row.OwnHelp) row)
            // What is parked comes back by itself and is no hand.
            .filter(row -> !row.state().equals("deferred"))
            .findFirst();
    var open = help.filter(LiteStudent::isOpen);
    return "<div class=\"hand\">%s</div>"
        .formatted(open.map(this::up).orElseGet(() -> down(help.filter(it -> !isOpen(it)))));
  }

  /// One that is held up for her she has not asked for: her own is still down.
  private static boolean isOpen(Row.OwnHelp help) {
    return switch (help.state()) {
      case "waiting", "claimed", "helping", "on-hold", "unreachable" -> help.inferred().isEmpty();
      default -> false;
    };
  }

  private String down(Optional<Row.OwnHelp> over) {
    var raise = form("hand", "", button("hand", words.help(), "main"));
    return raise + over.map(this::afterwards).orElse("");
  }

  private String afterwards(Row.OwnHelp over) {
    boolean isFresh = over.closedAtMs().filter(at -> now.toEpochMilli() - at < UNDO_MS).isPresent();
    return switch (over.state()) {
      case "cancelled" ->
          isFresh ? form("undo", over.id(), button("undo", words.undo(), "quiet")) : "";
      case "resolved" -> form("reopen", over.id(), button("reopen", words.reopen(), "quiet"));
      default -> "";
    };
  }

  private String up(Row.OwnHelp help) {
    var id = help.id();
    return switch (help.state()) {
      case "claimed" ->
          says(coming(help)) + form("fine", id, button("fine", words.fine(), "quiet"));
      case "helping" ->
          says(words.withYou().formatted(who(help)))
              + form("fine", id, button("fine", words.allDone(), "main"))
              + help.stuckFromMs().map(_ -> stuck(id)).orElse("");
      case "on-hold" ->
          says(words.alone())
              + form("down", id, button("down", words.solved(), "main"))
              + (help.stuckFromMs().filter(from -> from > now.toEpochMilli()).isPresent()
                  ? ""
                  : stuck(id));
      case "unreachable" ->
          says(words.looked()) + form("found", id, button("found", words.found(), "main"));
      default -> waiting(help, id);
    };
  }

  private String stuck(String id) {
    return form("stuck", id, button("stuck", words.stuck(), "quiet"));
  }

  private String waiting(Row.OwnHelp help, String id) {
    boolean isTrying = help.trying().isPresent();
    var place = help.ahead().map(ahead -> ahead == 0 ? words.isNext() : words.line().apply(ahead));
    var sentence = isTrying ? words.tryingOn() : place.orElse(words.waiting());
    var trying =
        isTrying
            ? form("stop-trying", id, button("stop-trying", words.stopTrying(), "main"))
            : form("trying", id, button("trying", words.trying(), "quiet"));
    return "<h2>%s</h2>".formatted(text(words.hand()))
        + says(sentence)
        + help.nobody().map(_ -> says(words.nobody())).orElse("")
        + trying
        + form("down", id, button("down", words.gotIt(), "quiet"));
  }

  private static String who(Row.OwnHelp help) {
    return help.helper().orElse("");
  }

  private String coming(Row.OwnHelp help) {
    var comes = words.onTheWay().formatted(who(help));
    return help.together().isEmpty()
        ? comes
        : help.huddle().map(place -> words.huddle().formatted(place) + " ").orElse("")
            + comes
            + " "
            + words.together();
  }

  private String form(String act, String help, String button) {
    return """
    <form method="post" action="/lite/me/%s"><input type="hidden" name="proof" value="%s">\
    <input type="hidden" name="id" value="%s"><input type="hidden" name="help" value="%s">%s</form>\
    """
        .formatted(act.equals("out") ? "out" : "do", proof, UUID.randomUUID(), text(help), button);
  }

  private static String button(String act, String word, String looks) {
    return "<button class=\"%s\" name=\"act\" value=\"%s\">%s</button>"
        .formatted(looks, act, text(word));
  }
}

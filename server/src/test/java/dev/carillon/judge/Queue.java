package dev.carillon.judge;

import static dev.carillon.judge.Call.State.CANCELLED;
import static dev.carillon.judge.Call.State.CLAIMED;
import static dev.carillon.judge.Call.State.DEFERRED;
import static dev.carillon.judge.Call.State.DISMISSED;
import static dev.carillon.judge.Call.State.EXPIRED;
import static dev.carillon.judge.Call.State.HELPING;
import static dev.carillon.judge.Call.State.ON_HOLD;
import static dev.carillon.judge.Call.State.RESOLVED;
import static dev.carillon.judge.Call.State.UNREACHABLE;
import static dev.carillon.judge.Call.State.WAITING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.judge.Story.Said;
import dev.carillon.judge.Story.Screen;
import dev.carillon.judge.Story.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The calls for help of a day, made from nothing but the events in the log.
final class Queue {
  private static final Set<Call.State> OWNED = Set.of(CLAIMED, HELPING);
  private static final Set<Call.State> OPEN =
      Set.of(WAITING, CLAIMED, HELPING, ON_HOLD, UNREACHABLE, DEFERRED);
  private static final String SYSTEM = "system";

  private final Story.Terms terms;
  private final Order order;
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Map<String, Call> open = new LinkedHashMap<>();
  private final Map<String, Call> active = new HashMap<>();
  private final Map<String, Set<String>> held = new HashMap<>();
  private final Set<String> helped = new HashSet<>();

  /// Helpers who are not on duty; all of them are when the day begins.
  private final Set<String> offDuty = new HashSet<>();

  Queue(Story.Terms terms) {
    this.terms = terms;
    order = new Order(terms.penaltyMax());
  }

  /// What one entry made happen.
  ///
  /// @param said the command, when it was a person's
  void entry(String who, @Nullable Said said, List<JsonNode> events, String where) {
    fenced(who, said, events, where);
    var claimedHere = new ArrayList<Call>();
    for (var event : events) {
      var type = event.path("type").asText();
      if (event.has("help")) {
        event(event, said, claimedHere, where + ", " + type);
      } else if (type.equals("duty-started")) {
        offDuty.remove(event.path("helper").asText());
      } else if (type.equals("duty-ended")) {
        offDuty.add(event.path("helper").asText());
      }
    }
  }

  /// Who acts by a claim acts by the claim that is.
  private void fenced(String who, @Nullable Said said, List<JsonNode> events, String where) {
    if (said == null || said.epoch() < 0 || terms.leaders().contains(who)) {
      return;
    }
    var call = calls.get(said.help());
    boolean changes = events.stream().anyMatch(it -> it.path("help").asText().equals(said.help()));
    if (call != null && changes && call.state.isOwned() && !who.equals(call.student)) {
      Broken.unless(
          said.epoch() == call.epoch,
          Rule.FENCED,
          where + ": epoch " + said.epoch() + " of " + call.id + " at " + call.epoch);
    }
  }

  private void event(JsonNode event, @Nullable Said said, List<Call> claimedHere, String where) {
    var at = Instant.parse(event.path("at").asText());
    var type = event.path("type").asText();
    var id = event.path("help").asText();
    if (type.equals("help-asked") || type.equals("help-reopened")) {
      opened(id, type, event, at, where);
      return;
    }
    var call = calls.get(id);
    if (call == null) {
      throw new Broken(Rule.STATE, where + ": " + id + " was never asked");
    }
    boolean wasHelping = call.state == HELPING;
    unlist(call);
    if (type.equals("help-claimed") || type.equals("help-claimed-together")) {
      claimed(call, event, said, claimedHere, at, where);
    } else {
      changed(call, type, event, at, where);
    }
    if (wasHelping
        && call.state != HELPING
        && !Duration.between(call.helpedFrom, at).minus(terms.helpedAfter()).isNegative()) {
      helped.add(call.student);
    }
    call.version++;
    list(call, where);
  }

  private void opened(String id, String type, JsonNode event, Instant at, String where) {
    Broken.unless(!calls.containsKey(id), Rule.STATE, where + ": " + id + " is there already");
    var student = event.path("student").asText();
    boolean isAgain = type.equals("help-reopened");
    var kind = event.path("kind").asText();
    int lane = kind.equals("URGENT") ? Call.URGENT : Call.NORMAL;
    if (event.at("/why/what").asText().equals("BLOCKED")) {
      lane = Call.INFERRED;
    }
    if (isAgain) {
      var old = calls.get(event.path("of").asText());
      Broken.unless(
          old != null && old.state == RESOLVED, Rule.STATE, where + ": it was not resolved");
      kind = old == null ? "" : old.kind;
      lane = Call.RETURNING;
    }
    var call = new Call(id, student, kind, lane, !helped.contains(student), at);
    call.routed = event.hasNonNull("to");
    calls.put(id, call);
    list(call, where);
  }

  private void claimed(
      Call call,
      JsonNode event,
      @Nullable Said said,
      List<Call> claimedHere,
      Instant at,
      String where) {
    in(call, Set.of(WAITING), where);
    var helper = event.path("helper").asText();
    var hers = new HashSet<>(held.getOrDefault(helper, Set.of()));
    claimedHere.forEach(other -> hers.remove(other.id));
    Broken.unless(hers.isEmpty(), Rule.ONE_CLAIM, where + ": " + helper + " has " + hers);
    boolean isGroup = event.path("type").asText().equals("help-claimed-together");
    Broken.unless(isGroup || claimedHere.isEmpty(), Rule.ONE_CLAIM, where + ": two at once");
    epoch(call, event, where);
    if (said != null && said.next() && terms.everywhere().contains(helper)) {
      order.checkNext(call, waiting(), where);
    }
    call.taken(at);
    call.state = CLAIMED;
    call.owner = helper;
    call.routed = false;
    call.trying = false;
    claimedHere.add(call);
  }

  private static void epoch(Call call, JsonNode event, String where) {
    long epoch = event.path("epoch").asLong();
    Broken.unless(
        epoch == call.epoch + 1, Rule.FENCED, where + ": epoch " + epoch + " after " + call.epoch);
    call.epoch = epoch;
  }

  private void changed(Call call, String type, JsonNode event, Instant at, String where) {
    switch (type) {
      case "help-raised" -> {
        changes(call.lane != Call.URGENT, where);
        relabelled(call, "URGENT", Call.URGENT, where);
      }
      case "help-lowered" -> {
        changes(call.lane == Call.URGENT, where);
        relabelled(call, event.path("kind").asText(), Call.NORMAL, where);
      }
      case "help-told" -> {
        in(call, OPEN, where);
        call.kind = event.path("kind").asText();
      }
      case "help-pinned" -> {
        in(call, Set.of(WAITING), where);
        changes(call.pinned != event.path("pinned").asBoolean(), where);
        call.pinned = !call.pinned;
      }
      case "help-arranged" -> in(call, Set.of(WAITING), where);
      case "help-passed" -> {
        in(call, Set.of(WAITING), where);
        call.returning();
      }
      case "help-trying" -> {
        in(call, Set.of(WAITING), where);
        changes(call.trying != event.path("trying").asBoolean(), where);
        call.trying = !call.trying;
      }
      case "helper-arrived" -> {
        owned(call, event, "helper", Set.of(CLAIMED), where);
        call.state = HELPING;
        call.helpedFrom = at;
        call.silent = false;
      }
      case "help-renewed" -> {
        in(call, Set.of(HELPING), where);
        call.silent = false;
      }
      case "helper-silent" -> {
        owned(call, event, "helper", Set.of(HELPING), where);
        call.silent = true;
      }
      case "helper-nudged", "student-held", "held-asked", "held-longer" ->
          owned(call, event, "helper", Set.of(HELPING), where);
      case "help-declined" -> back(call, OWNED, at, where);
      case "help-released" -> {
        by(call, event, OWNED, where);
        call.back(at);
      }
      case "claim-lapsed" -> {
        owned(call, event, "helper", Set.of(CLAIMED), where);
        call.back(at);
      }
      case "help-unreached" -> left(call, event, UNREACHABLE, OWNED, at, where);
      case "help-put-on-hold" -> left(call, event, ON_HOLD, Set.of(HELPING), at, where);
      case "hold-moved", "hold-ended" -> in(call, Set.of(ON_HOLD), where);
      case "help-came-back" -> {
        in(call, call.silent ? Set.of(HELPING) : Set.of(ON_HOLD, UNREACHABLE), where);
        call.said();
        call.enter(!helped.contains(call.student), at);
        call.routed = event.hasNonNull("first");
      }
      case "help-handed-off" -> {
        by(call, event, OWNED, where);
        call.back(at);
        call.routed = true;
      }
      case "hand-off-lapsed" -> {
        in(call, Set.of(WAITING), where);
        call.routed = false;
        call.returning();
      }
      case "help-taken-over" -> takenOver(call, event, where);
      case "help-escalated" -> {
        in(call, Set.of(WAITING), where);
        int level = event.path("level").asInt();
        Broken.unless(level > call.level, Rule.LEVEL, where + " to " + level + " once more");
        call.level = level;
      }
      case "help-left-behind" -> {
        in(call, OPEN, where);
        changes(!call.left, where);
        call.left = true;
      }
      case "help-deferred" -> {
        in(call, Set.of(WAITING, UNREACHABLE, ON_HOLD), where);
        call.taken(at);
        call.state = DEFERRED;
      }
      case "help-returned" -> {
        Broken.unless(call.state == DEFERRED, Rule.PARKED, where + " from " + call.state);
        call.enter(!helped.contains(call.student), at);
      }
      case "help-undone" -> undone(call, event, at, where);
      default -> ended(call, type, event, at, where);
    }
  }

  private void ended(Call call, String type, JsonNode event, Instant at, String where) {
    in(call, OPEN, where);
    call.was = call.copy();
    switch (type) {
      case "help-resolved" -> {
        in(call, Set.of(CLAIMED, HELPING, ON_HOLD), where);
        if (call.state.isOwned()) {
          by(call, event, OWNED, where);
        }
        call.taken(at);
        call.state = RESOLVED;
      }
      case "help-cancelled" -> {
        in(call, Set.of(WAITING, ON_HOLD, UNREACHABLE, DEFERRED), where);
        var by = event.path("by").asText();
        Broken.unless(by.equals(call.student), Rule.OWNER, where + " by " + by);
        call.taken(at);
        call.state = CANCELLED;
      }
      case "help-dismissed" -> {
        call.taken(at);
        call.state = DISMISSED;
      }
      case "help-expired" -> {
        in(call, Set.of(WAITING, CLAIMED, ON_HOLD, UNREACHABLE, DEFERRED), where);
        call.taken(at);
        call.state = EXPIRED;
      }
      default -> throw new Broken(Rule.STATE, where + ": not known to the judge");
    }
    call.owner = "";
  }

  /// What it was, unless whoever had it has somebody else now.
  private void undone(Call call, JsonNode event, Instant at, String where) {
    var was = call.was;
    if (call.state.isOpen() || was == null) {
      throw new Broken(Rule.STATE, where + ": " + call.id + " is not over");
    }
    var by = event.path("by").asText();
    boolean isFree =
        was.owner.isEmpty() || (!held.containsKey(was.owner) && !offDuty.contains(was.owner));
    call.state = was.state;
    call.owner = was.owner;
    call.lane = was.lane;
    call.since = was.since;
    call.waited = was.waited;
    call.was = null;
    if (!isFree) {
      call.back(at);
      call.returning();
    }
    Broken.unless(!by.isEmpty(), Rule.OWNER, where + " by nobody");
  }

  private void takenOver(Call call, JsonNode event, String where) {
    owned(call, event, "from", OWNED, where);
    var helper = event.path("helper").asText();
    Broken.unless(!held.containsKey(helper), Rule.ONE_CLAIM, where + ": " + helper + " has one");
    epoch(call, event, where);
    call.owner = helper;
    call.silent = false;
  }

  private void left(
      Call call, JsonNode event, Call.State to, Set<Call.State> from, Instant at, String where) {
    owned(call, event, "helper", from, where);
    call.taken(at);
    call.state = to;
    call.owner = "";
    call.silent = false;
  }

  private static void back(Call call, Set<Call.State> from, Instant at, String where) {
    in(call, from, where);
    call.back(at);
  }

  private static void relabelled(Call call, String kind, int lane, String where) {
    in(call, OPEN, where);
    call.kind = kind;
    call.lane = lane;
  }

  private static void changes(boolean isSo, String where) {
    Broken.unless(isSo, Rule.CHANGE, where + " and everything is as it was");
  }

  private static void in(Call call, Set<Call.State> states, String where) {
    Broken.unless(
        states.contains(call.state), Rule.STATE, where + ": " + call.id + " is " + call.state);
  }

  /// Said by whoever has it.
  private static void owned(
      Call call, JsonNode event, String field, Set<Call.State> states, String where) {
    in(call, states, where);
    var who = event.path(field).asText();
    Broken.unless(
        who.equals(call.owner), Rule.OWNER, where + ": " + who + ", it is " + call.owner + "'s");
  }

  /// Said by whoever has it, by the student, by a leader or by time.
  private void by(Call call, JsonNode event, Set<Call.State> states, String where) {
    in(call, states, where);
    var who = event.path("by").asText();
    boolean may =
        who.equals(call.owner)
            || who.equals(call.student)
            || who.equals(SYSTEM)
            || terms.leaders().contains(who);
    Broken.unless(may, Rule.OWNER, where + ": by " + who + ", it is " + call.owner + "'s");
  }

  private void unlist(Call call) {
    open.remove(call.id);
    active.remove(call.student, call);
    var hers = held.get(call.owner);
    if (hers != null) {
      hers.remove(call.id);
      if (hers.isEmpty()) {
        held.remove(call.owner);
      }
    }
  }

  private void list(Call call, String where) {
    Broken.unless(call.owner.isEmpty() != call.state.isOwned(), Rule.OWNER, where + ": " + call.id);
    if (call.state.isOpen()) {
      open.put(call.id, call);
    }
    if (call.isActive()) {
      var other = active.put(call.student, call);
      Broken.unless(
          other == null,
          Rule.ONE_REQUEST,
          where + ": " + call.student + " has " + call.id + " beside another");
    }
    if (!call.owner.isEmpty()) {
      held.computeIfAbsent(call.owner, _ -> new HashSet<>()).add(call.id);
    }
  }

  private Collection<Call> waiting() {
    return open.values().stream().filter(call -> call.state == WAITING).toList();
  }

  /// A screen after the newest entry.
  void seen(Screen screen) {
    var where = screen.whose() + " at " + screen.seq();
    var line = new ArrayList<Call>();
    var ids = new HashSet<String>();
    for (var row : screen.rows()) {
      var call = open.get(row.help());
      if (call == null) {
        throw new Broken(Rule.LOST, where + ": " + row.help() + " is not open");
      }
      boolean isOne = ids.add(row.help()) && row.lines() == 1;
      Broken.unless(isOne, Rule.LINE, where + ": " + row + ", in one line it is not");
      Broken.unless(
          row.state().equals(Call.State.WAITING.word()) == (call.state == WAITING),
          Rule.LINE,
          where + ": " + row + ", it is " + call.state);
      Broken.unless(
          row.version() == call.version,
          Rule.VERSION,
          where + ": " + row + ", it is " + call.version);
      var is =
          new Shown(call.id, call.student, call.state.word(), call.owner, call.epoch, call.version);
      Broken.unless(row.equals(is), Rule.AGREE, where + ": " + row + ", it is " + is);
      if (call.state == WAITING) {
        line.add(call);
      }
    }
    var missing = new HashSet<>(open.keySet());
    missing.removeAll(ids);
    Broken.unless(missing.isEmpty(), Rule.LOST, where + ": without " + missing);
    order.checkLine(line, where);
  }
}

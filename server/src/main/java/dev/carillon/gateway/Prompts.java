package dev.carillon.gateway;

import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.OnHold;
import dev.carillon.floor.HelpRequest.Unreachable;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.wire.ClientFrame.Stage;
import dev.carillon.wire.ServerFrame.Reached;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// How far what a student is asked or told about her call for help has come: to her device, before
/// her eyes, and past her finger. The helper who has the call is told, and leaders are.
///
/// A prompt is a request in a state that says something to the student: somebody comes, nobody
/// found her, she tries by herself. It is over when the request moves on, and what is said of it
/// later counts for nothing. Kept in memory only. Belongs to the thread of [Audiences].
final class Prompts {
  private final Duration patience;
  private final Map<HelpId, Prompt> open = new HashMap<>();

  /// @param patience how long a device may take to show a prompt before the helper is told
  Prompts(Duration patience) {
    this.patience = patience;
  }

  /// @param first the version of the request that began it
  /// @param last the latest version that says the same
  /// @param isLate whether it took too long to be shown
  private record Prompt(
      PersonId student,
      PersonId helper,
      String state,
      long first,
      long last,
      Optional<Stage> reached,
      long sinceNanos,
      boolean isLate) {
    boolean isShown() {
      return reached.filter(stage -> stage.compareTo(Stage.SHOWN) >= 0).isPresent();
    }

    boolean isFor(Optional<PersonId> who) {
      return who.isEmpty() || who.get().equals(student);
    }

    boolean says(HelpRequest request) {
      return state.equals(request.word()) && helperOf(request).filter(helper::equals).isPresent();
    }

    Prompt last(long version) {
      return new Prompt(student, helper, state, first, version, reached, sinceNanos, isLate);
    }

    /// Never back: receipts overtake each other.
    Prompt reached(Stage stage) {
      boolean isFurther = reached.filter(now -> now.compareTo(stage) >= 0).isEmpty();
      return new Prompt(
          student,
          helper,
          state,
          first,
          last,
          isFurther ? Optional.of(stage) : reached,
          sinceNanos,
          isLate);
    }

    Prompt late() {
      return new Prompt(student, helper, state, first, last, reached, sinceNanos, true);
    }
  }

  private static Optional<PersonId> helperOf(HelpRequest request) {
    return switch (request) {
      case Claimed claimed -> Optional.of(claimed.helper());
      case OnHold hold -> Optional.of(hold.helper());
      case Unreachable lost -> Optional.of(lost.helper());
      case HelpRequest _ -> Optional.empty();
    };
  }

  /// How the calls stand now.
  void follow(Floor floor, long nowNanos) {
    var calls = floor.help().open();
    open.keySet().removeIf(id -> floor.help().find(id).flatMap(Prompts::helperOf).isEmpty());
    for (var request : calls.values()) {
      helperOf(request)
          .ifPresent(
              helper ->
                  open.merge(
                      request.id(),
                      begun(request, helper, nowNanos),
                      (before, begun) ->
                          before.says(request) ? before.last(request.version()) : begun));
    }
  }

  private static Prompt begun(HelpRequest request, PersonId helper, long nowNanos) {
    var version = request.version();
    return new Prompt(
        request.asked().student(),
        helper,
        request.word(),
        version,
        version,
        Optional.empty(),
        nowNanos,
        false);
  }

  /// A device of hers says how far a prompt came. Whose it is not, or what has moved on, is left.
  ///
  /// @param prompt `<help>@<version>`
  /// @param hidden whether her page was out of view: then nothing is shown
  void take(PersonId who, String prompt, Stage stage, boolean hidden) {
    take(prompt, hidden && stage == Stage.SHOWN ? Stage.DELIVERED : stage, Optional.of(who));
  }

  /// What another node was told.
  void heard(Map<String, Stage> reached) {
    reached.forEach((prompt, stage) -> take(prompt, stage, Optional.empty()));
  }

  private void take(String prompt, Stage stage, Optional<PersonId> who) {
    open.replaceAll(
        (id, now) -> names(prompt, id, now) && now.isFor(who) ? now.reached(stage) : now);
  }

  private static boolean names(String prompt, HelpId id, Prompt of) {
    var head = id.value() + "@";
    if (!prompt.startsWith(head)) {
      return false;
    }
    var version = prompt.substring(head.length());
    return version.matches("[0-9]{1,18}")
        && Long.parseLong(version) >= of.first()
        && Long.parseLong(version) <= of.last();
  }

  /// What was not shown for long enough is late.
  void pass(long nowNanos) {
    open.replaceAll(
        (_, prompt) ->
            !prompt.isShown() && nowNanos - prompt.sinceNanos() >= patience.toNanos()
                ? prompt.late()
                : prompt);
  }

  /// What one helper is told, by the call.
  Map<String, Reached> of(PersonId helper) {
    return rows(helper::equals);
  }

  /// What leaders are told, by the call.
  Map<String, Reached> all() {
    return rows(_ -> true);
  }

  private Map<String, Reached> rows(Predicate<PersonId> helper) {
    var rows = new HashMap<String, Reached>();
    open.forEach(
        (id, prompt) -> {
          if (helper.test(prompt.helper())) {
            rows.put(id.value(), row(id, prompt));
          }
        });
    return rows;
  }

  private static Reached row(HelpId id, Prompt prompt) {
    return new Reached(id.value(), prompt.reached(), prompt.isLate() && !prompt.isShown());
  }

  /// What the other nodes are told.
  Map<String, Stage> reached() {
    var all = new HashMap<String, Stage>();
    open.forEach(
        (id, prompt) ->
            prompt.reached().ifPresent(stage -> all.put(id.value() + "@" + prompt.last(), stage)));
    return all;
  }
}

package dev.carillon.floor;

import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.ExpireHint;
import dev.carillon.floor.Event.AttemptFailed;
import dev.carillon.floor.Event.HintDismissed;
import dev.carillon.floor.Event.HintExpired;
import dev.carillon.floor.Event.HintRaised;
import dev.carillon.floor.Event.SignalEvent;
import dev.carillon.floor.Event.SignalSetAside;
import dev.carillon.floor.Event.SkillPractised;
import dev.carillon.floor.Event.StudentSucceeded;
import dev.carillon.floor.Hint.Rule;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HintId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SourceId;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// What programs outside have told of students today. Counted from the log, so that a restart loses
/// no count.
///
/// @param failed failed attempts, by student, source and item
/// @param practised opportunities, by student, source and skill
/// @param hints guesses that stand
/// @param dismissed what helpers do not want to be told again in a block
/// @param setAside the signals of which nothing was made
public record Signals(
    PMap<PersonId, PMap<String, Tries>> failed,
    PMap<PersonId, PMap<String, Tries>> practised,
    PMap<HintId, Hint> hints,
    PSet<String> dismissed,
    SetAside setAside) {
  /// How many are kept for a leader to look at.
  static final int ASIDE_MAX = 200;

  /// So many right first tries in a row are taken for mastery.
  static final int MASTERY_ROW = 3;

  static final Signals NONE =
      new Signals(
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePSet.empty(),
          SetAside.NONE);

  /// @param last so many as somebody could read
  /// @param counts of the whole day, by source
  public record SetAside(PVector<SignalSetAside> last, PMap<SourceId, Integer> counts) {
    static final SetAside NONE = new SetAside(TreePVector.empty(), HashTreePMap.empty());

    int of(SourceId source) {
      return counts.getOrDefault(source, 0);
    }

    SetAside and(SignalSetAside set) {
      var kept = last.size() < ASIDE_MAX ? last : last.minus(0);
      return new SetAside(kept.plus(set), counts.plus(set.source(), of(set.source()) + 1));
    }
  }

  /// @param row how many of the last were right
  public record Tries(int count, int row) {
    static final Tries NONE = new Tries(0, 0);

    Tries and(boolean right) {
      return new Tries(count + 1, right ? row + 1 : 0);
    }
  }

  Tries failures(SourceId source, PersonId student, String item) {
    return tries(failed, student).getOrDefault(key(source, item), Tries.NONE);
  }

  /// How often she has failed at an item, as whichever program counts most says; 0 once she passed.
  public int failures(PersonId student, String item) {
    return tries(failed, student).entrySet().stream()
        .filter(each -> each.getKey().endsWith(" " + item))
        .mapToInt(each -> each.getValue().count())
        .max()
        .orElse(0);
  }

  Tries practice(SourceId source, PersonId student, String skill) {
    return tries(practised, student).getOrDefault(key(source, skill), Tries.NONE);
  }

  private static PMap<String, Tries> tries(
      PMap<PersonId, PMap<String, Tries>> all, PersonId student) {
    return all.getOrDefault(student, HashTreePMap.empty());
  }

  private static String key(SourceId source, String about) {
    return source.value() + " " + about;
  }

  Optional<Hint> standing(PersonId student, Rule rule, String about) {
    return hints.values().stream().filter(hint -> hint.isOf(student, rule, about)).findFirst();
  }

  boolean isDismissed(PersonId student, Rule rule, BlockId block) {
    return dismissed.contains(dismissal(student, rule, block));
  }

  private static String dismissal(PersonId student, Rule rule, BlockId block) {
    return student.value() + " " + rule.word() + " " + block.value();
  }

  List<DueCommand> dues() {
    return hints.values().stream().<DueCommand>map(Signals::due).toList();
  }

  private static ExpireHint due(Hint hint) {
    return new ExpireHint(hint.id(), hint.until(), "hint-over/" + hint.id().value());
  }

  Signals after(SignalEvent event) {
    return switch (event) {
      case AttemptFailed(var source, var student, var item, var count, _) ->
          failed(with(failed, student, key(source, item), new Tries(count, 0)));
      case SkillPractised(var source, var student, var skill, var right, _) ->
          practised(
              with(
                  practised,
                  student,
                  key(source, skill),
                  practice(source, student, skill).and(right)));
      case StudentSucceeded(var source, var student, var about, _) ->
          succeeded(student, key(source, about));
      case HintRaised(var hint, _) -> hints(hints.plus(hint.id(), hint));
      case HintDismissed(var id, _, _) -> dismissed(id);
      case HintExpired(var id, _) -> hints(hints.minus(id));
      case SignalSetAside set -> aside(set);
    };
  }

  private static PMap<PersonId, PMap<String, Tries>> with(
      PMap<PersonId, PMap<String, Tries>> all, PersonId student, String key, Tries tries) {
    return all.plus(student, tries(all, student).plus(key, tries));
  }

  private static PMap<PersonId, PMap<String, Tries>> without(
      PMap<PersonId, PMap<String, Tries>> all, PersonId student, String key) {
    return all.containsKey(student) ? all.plus(student, tries(all, student).minus(key)) : all;
  }

  /// Any success of hers takes all guesses about her away.
  private Signals succeeded(PersonId student, String key) {
    var left =
        hints.minusAll(
            hints.values().stream()
                .filter(hint -> hint.student().equals(student))
                .map(Hint::id)
                .toList());
    return new Signals(
        without(failed, student, key), without(practised, student, key), left, dismissed, setAside);
  }

  private Signals dismissed(HintId id) {
    return switch (hints.get(id)) {
      case null -> this;
      case Hint hint ->
          new Signals(
              failed,
              practised,
              hints.minus(id),
              dismissed.plus(dismissal(hint.student(), hint.rule(), hint.block())),
              setAside);
    };
  }

  private Signals aside(SignalSetAside set) {
    return new Signals(failed, practised, hints, dismissed, setAside.and(set));
  }

  private Signals failed(PMap<PersonId, PMap<String, Tries>> next) {
    return new Signals(next, practised, hints, dismissed, setAside);
  }

  private Signals practised(PMap<PersonId, PMap<String, Tries>> next) {
    return new Signals(failed, next, hints, dismissed, setAside);
  }

  private Signals hints(PMap<HintId, Hint> next) {
    return new Signals(failed, practised, next, dismissed, setAside);
  }
}

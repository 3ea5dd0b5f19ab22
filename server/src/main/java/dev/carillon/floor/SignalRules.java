package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.DismissHint;
import dev.carillon.floor.Command.SetSignalAside;
import dev.carillon.floor.Command.SignalCommand;
import dev.carillon.floor.Command.TakeSignal;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Decision.Refused;
import dev.carillon.floor.Event.AttemptFailed;
import dev.carillon.floor.Event.HintDismissed;
import dev.carillon.floor.Event.HintExpired;
import dev.carillon.floor.Event.HintRaised;
import dev.carillon.floor.Event.ItemClaimed;
import dev.carillon.floor.Event.SignalSetAside;
import dev.carillon.floor.Event.SkillPractised;
import dev.carillon.floor.Event.StudentSucceeded;
import dev.carillon.floor.Hint.Figure;
import dev.carillon.floor.Hint.Rule;
import dev.carillon.floor.Result.SignalSays;
import dev.carillon.school.Block;
import dev.carillon.school.Id;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.HintId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.UnlockId;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Must;
import dev.carillon.school.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What becomes of signals (ADR 24, 26). What a student said herself in a program is hers: a hand
/// in the line, a wish for a test. Of what is only concluded the surest is a hand held up for her
/// behind all others, and the rest a guess for helpers. Nothing a source says ends anything a
/// person has asked for.
record SignalRules(Floor floor, Stamp stamp) {
  private static final Duration HINT_LIFE = Duration.ofMinutes(10);

  Decision decide(SignalCommand command) {
    return switch (command) {
      case TakeSignal taken -> asSource(taken.source(), () -> take(taken));
      case SetSignalAside(var signal, var source, var why) ->
          asSource(source, () -> aside(source, signal, why));
      case DismissHint(var hint) -> dismiss(hint);
    };
  }

  private Decision asSource(SourceTerms source, Supplier<Decision> rule) {
    boolean isSource = stamp.role() == Role.SOURCE && stamp.who().equals(source.id().actor());
    return isSource ? rule.get() : refuse(Refusal.NOT_YOURS_TO_DO);
  }

  /// Past its measure a source is refused, which writes nothing: the day's log is not its to fill.
  private Decision aside(SourceTerms source, String signal, Aside why) {
    return floor.signals().setAside().of(source.id()) < source.asideMax()
        ? accept(
            List.of(new SignalSetAside(source.id(), signal, why, stamp.at())),
            new SignalSays(Optional.of(why)))
        : refuse(Refusal.TOO_MANY_SET_ASIDE);
  }

  private static Decision taken(List<? extends Event> events) {
    return accept(List.copyOf(events), new SignalSays(Optional.empty()));
  }

  private Decision take(TakeSignal it) {
    if (floor.student(it.student()).isEmpty()) {
      return aside(it.source(), it.signal(), Aside.ACTOR_UNKNOWN);
    }
    return switch (it.what()) {
      case Signal.Hand(var about) -> hand(it, about);
      case Signal.AtTest(var assessment) ->
          own(
              it,
              new UnlockRules(floor, stamp)
                  .askFor(
                      new UnlockId(it.signal()),
                      it.student(),
                      assessment,
                      Optional.of(Why.of(it.source(), Why.What.TEST, assessment.value()))));
      case Signal.Failed(var item, var number) -> failed(it, item, number);
      case Signal.Practised(var skill, var right) -> practised(it, skill, right);
      case Signal.Succeeded(var about) -> taken(success(it, about));
      case Signal.Stuck(var rule, var evidence) ->
          taken(guess(it, Rule.STUCK, rule, evidence).stream().toList());
    };
  }

  // --- What the student said
  // ----------------------------------------------------------------------

  private Decision hand(TakeSignal it, String about) {
    var ask = new AskForHelp(new HelpId(it.signal()), it.student(), HelpKind.WORK, "");
    var why = Why.of(it.source(), Why.What.HAND, about);
    return own(it, new HelpAsking(floor, stamp).askFor(ask, why));
  }

  private Decision own(TakeSignal it, Decision asked) {
    return switch (asked) {
      case Accepted(var events, _) -> taken(events);
      case Refused(var why, _) when why == Refusal.ASSESSMENT_UNKNOWN ->
          aside(it.source(), it.signal(), Aside.ITEM_UNKNOWN);
      case Refused(var why, _) when why == Refusal.ID_REUSED ->
          aside(it.source(), it.signal(), Aside.ID_REUSED);
      case Refused _ -> aside(it.source(), it.signal(), Aside.NOT_NOW);
    };
  }

  // --- What is concluded
  // --------------------------------------------------------------------------

  private Decision failed(TakeSignal it, String item, int number) {
    if (!isKnown(it.student(), item)) {
      return aside(it.source(), it.signal(), Aside.ITEM_UNKNOWN);
    }
    if (!isGate(it.student(), item)) {
      return taken(List.of());
    }
    var source = it.source();
    int before = floor.signals().failures(source.id(), it.student(), item).count();
    int count = Math.max(before + 1, number);
    var events = new ArrayList<Event>();
    events.add(new AttemptFailed(source.id(), it.student(), item, count, stamp.at()));
    if (count >= source.failures() && source.rules().contains(Rule.BLOCKED)) {
      handHeldUp(it, item, count).ifPresent(events::add);
    }
    return taken(events);
  }

  private Optional<Event> handHeldUp(TakeSignal it, String item, int count) {
    var counted = List.of(new Figure("failures", count));
    var why = new Why(it.source().id(), it.source().name(), Why.What.BLOCKED, item, counted);
    return inferred().raised(new HelpId(it.signal()), it.student(), why);
  }

  private HelpInferred inferred() {
    return new HelpInferred(floor, stamp.at());
  }

  /// Guessed anew only after as many opportunities again.
  private Decision practised(TakeSignal it, String skill, boolean right) {
    var source = it.source();
    var tries = floor.signals().practice(source.id(), it.student(), skill).and(right);
    var events = new ArrayList<Event>();
    events.add(new SkillPractised(source.id(), it.student(), skill, right, stamp.at()));
    if (tries.row() >= Signals.MASTERY_ROW) {
      events.add(new StudentSucceeded(source.id(), it.student(), skill, stamp.at()));
      events.addAll(inferred().succeeded(it.student()));
    } else if (tries.count() % source.opportunities() == 0) {
      guess(it, Rule.SPINNING, skill, List.of(new Figure("opportunities", tries.count())))
          .ifPresent(events::add);
    }
    return taken(events);
  }

  /// Whoever has called already needs no guess.
  private Optional<Event> guess(TakeSignal it, Rule rule, String about, List<Figure> evidence) {
    var signals = floor.signals();
    boolean isMoot =
        !it.source().rules().contains(rule)
            || signals.standing(it.student(), rule, about).isPresent()
            || signals.hints().containsKey(new HintId(it.signal()))
            || floor.help().activeOf(it.student()).isPresent();
    return isMoot
        ? Optional.empty()
        : floor
            .blockNow(it.student(), stamp.at())
            .filter(block -> !signals.isDismissed(it.student(), rule, block.id()))
            .map(block -> raised(it, rule, about, evidence, block));
  }

  private Event raised(TakeSignal it, Rule rule, String about, List<Figure> evidence, Block block) {
    var hint =
        new Hint(
            new HintId(it.signal()),
            it.source().id(),
            it.source().name(),
            it.student(),
            rule,
            about,
            evidence,
            block.id(),
            stamp.at(),
            stamp.at().plus(HINT_LIFE));
    return new HintRaised(hint, stamp.at());
  }

  /// An item of her list that is passed is claimed as tested out: a teacher looks before it counts.
  private List<Event> success(TakeSignal it, String about) {
    var events = new ArrayList<Event>();
    events.add(new StudentSucceeded(it.source().id(), it.student(), about, stamp.at()));
    events.addAll(inferred().succeeded(it.student()));
    boolean isNew =
        items(it.student()).anyMatch(item -> item.id().equals(about))
            && floor.learning().finish(it.student(), about).isEmpty();
    if (isNew) {
      events.add(new ItemClaimed(it.student(), about, stamp.at()));
    }
    return events;
  }

  private Stream<Item> items(PersonId student) {
    return Optional.ofNullable(floor.school().playlists().get(student)).stream()
        .flatMap(playlist -> playlist.items().stream());
  }

  private boolean isKnown(PersonId student, String item) {
    return isTest(item) || items(student).anyMatch(each -> each.id().equals(item));
  }

  /// Others wait behind a test, and behind what has to be done.
  private boolean isGate(PersonId student, String item) {
    return isTest(item)
        || items(student)
            .anyMatch(each -> each.id().equals(item) && !each.must().equals(Must.IF_POSSIBLE));
  }

  private boolean isTest(String item) {
    var tests = floor.school().arrangements().programme().assessments();
    return Id.isValid(item) && tests.containsKey(new AssessmentId(item));
  }

  // --- The end of a guess
  // -------------------------------------------------------------------------

  private Decision dismiss(HintId id) {
    return new HelpRights(floor, stamp)
        .asHelper(
            () ->
                switch (floor.signals().hints().get(id)) {
                  case null -> accept();
                  case Hint hint when !covers(hint.student()) -> refuse(Refusal.NOT_YOUR_ROOM);
                  case Hint _ -> accept(new HintDismissed(id, stamp.who(), stamp.at()));
                });
  }

  private boolean covers(PersonId student) {
    return floor
        .assignmentNow(student)
        .flatMap(place -> floor.roomOf(place.station()))
        .filter(room -> floor.covers(stamp.who(), room))
        .isPresent();
  }

  Decision expire(HintId id) {
    return switch (floor.signals().hints().get(id)) {
      case Hint hint when !stamp.at().isBefore(hint.until()) ->
          accept(new HintExpired(id, stamp.at()));
      case null, default -> accept();
    };
  }
}

package dev.carillon.floor;

import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.ClaimLapsed;
import dev.carillon.floor.Event.HandOffLapsed;
import dev.carillon.floor.Event.HeldAsked;
import dev.carillon.floor.Event.HeldLonger;
import dev.carillon.floor.Event.HelpArranged;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpCameBack;
import dev.carillon.floor.Event.HelpCancelled;
import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.Event.HelpClaimedTogether;
import dev.carillon.floor.Event.HelpDeclined;
import dev.carillon.floor.Event.HelpDeferred;
import dev.carillon.floor.Event.HelpDismissed;
import dev.carillon.floor.Event.HelpEscalated;
import dev.carillon.floor.Event.HelpEvent;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpHandedOff;
import dev.carillon.floor.Event.HelpLeftBehind;
import dev.carillon.floor.Event.HelpLowered;
import dev.carillon.floor.Event.HelpPassed;
import dev.carillon.floor.Event.HelpPinned;
import dev.carillon.floor.Event.HelpPutOnHold;
import dev.carillon.floor.Event.HelpRaised;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.HelpRenewed;
import dev.carillon.floor.Event.HelpReopened;
import dev.carillon.floor.Event.HelpResolved;
import dev.carillon.floor.Event.HelpReturned;
import dev.carillon.floor.Event.HelpTakenOver;
import dev.carillon.floor.Event.HelpTold;
import dev.carillon.floor.Event.HelpTrying;
import dev.carillon.floor.Event.HelpUndone;
import dev.carillon.floor.Event.HelpUnreached;
import dev.carillon.floor.Event.HelperArrived;
import dev.carillon.floor.Event.HelperNudged;
import dev.carillon.floor.Event.HelperSilent;
import dev.carillon.floor.Event.HintRaised;
import dev.carillon.floor.Event.HoldEnded;
import dev.carillon.floor.Event.HoldMoved;
import dev.carillon.floor.Event.ScheduleEnded;
import dev.carillon.floor.Event.StayEnded;
import dev.carillon.floor.Event.StudentHeld;
import dev.carillon.floor.HelpRequest.Outcome;
import dev.carillon.floor.HelpTrack.Kept;
import dev.carillon.floor.HelpTrack.State;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// What the events of a day say of its calls for help. Everything here is added up from events, so
/// that it can be added up again from the log and is the same; [HelpFigures] makes rates of it. An
/// event costs the same in a small school and a large one.
///
/// @param tracks of every request of the day
/// @param counts how often what happened
/// @param students the requests of each student, the first one first
/// @param loads what helpers have had on their hands
/// @param bells what each bell did to the calls that were open
/// @param lessons what was asked for, and by how many who were at it
/// @param guessed students of whom a program outside thought that they were stuck
public record HelpStatistics(
    PMap<HelpId, HelpTrack> tracks,
    PMap<Count, Integer> counts,
    PMap<PersonId, PVector<HelpId>> students,
    HelpLoads loads,
    HelpBells bells,
    HelpLessons lessons,
    PSet<PersonId> guessed) {
  static final HelpStatistics NONE =
      new HelpStatistics(
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HelpLoads.NONE,
          HelpBells.NONE,
          HelpLessons.NONE,
          HashTreePSet.empty());

  /// What is counted.
  public enum Count {
    CLAIMED,
    LAPSED,
    NO_SHOW,
    OUT_OF_ORDER,
    BOUNCED,
    HANDED_OFF,
    TAKEN_OVER,
    CARRIED_OVER,
    HELD,
    LATE,
    NEIGHBOURS,
    LEADER,
    /// Asked as urgent, or made so.
    URGENT,
    URGENT_LEADER,
    URGENT_EVERYBODY
  }

  /// What else happens and says something of help: bells, students who arrive or are let go, and
  /// what programs outside think.
  ///
  /// @param before the event
  /// @param next after it, without these figures
  HelpStatistics after(Floor before, Event event, Floor next, Touched touched) {
    return switch (event) {
      case BlockEntered entered ->
          bells(bells.rang(before, entered, next)).lessons(lessons.entered(entered, next));
      case ScheduleEnded ended ->
          bells(bells.rang(before, ended, next)).lessons(lessons.withoutOver(next));
      case StayEnded(var student, _, var at) -> letGo(before, student, at);
      case HintRaised(var hint, _) -> guessed(guessed.plus(hint.student()));
      case Event _ -> lessons(lessons.seen(before, next, touched.students()));
    };
  }

  private HelpStatistics letGo(Floor floor, PersonId student, Instant at) {
    return floor.help().activeOf(student).map(request -> letGo(request.id(), at)).orElse(this);
  }

  private HelpStatistics letGo(HelpId help, Instant at) {
    var track = tracks.get(help);
    var kept = Optional.ofNullable(track).flatMap(HelpTrack::kept);
    return track == null || kept.isEmpty()
        ? this
        : tracks(tracks.plus(help, track.kept(Optional.empty())))
            .bells(bells.letGo(kept.get(), at));
  }

  /// @param floor as it was before the event
  /// @param line as it is after it
  HelpStatistics after(Floor floor, HelpEvent event, HelpLine line) {
    var track = tracks.get(event.help());
    var next = told(floor, event, line);
    return track == null
        ? next
        : next.bells(next.bells.after(floor, event, track)).loads(next.loads.told(track, event));
  }

  private HelpStatistics told(Floor floor, HelpEvent event, HelpLine line) {
    return switch (event) {
      // What nobody has asked for is nobody's wait and nobody's giving up.
      case HelpAsked asked when line.find(asked.help()).filter(HelpInferred::is).isPresent() ->
          this;
      case HelpAsked asked -> asked(floor, asked);
      case HelpReopened again -> reopened(floor, again);
      case HelpClaimed(var help, var by, _, _, var outOfOrder, _, var at) ->
          of(help, it -> it.claimed(by, at))
              .plus(Count.CLAIMED)
              .plus(outOfOrder ? List.of(Count.OUT_OF_ORDER) : List.of());
      case HelpClaimedTogether(var help, _, var by, _, _, var at) ->
          of(help, it -> it.claimed(by, at)).plus(Count.CLAIMED);
      case HelperArrived(var help, _, _, var at) -> of(help, it -> it.arrived(at));
      case HelpRenewed(var help, _, var at) -> of(help, it -> it.renewed(at));
      case HelperSilent(var help, _, var at) -> of(help, it -> it.silent(at));
      case HelpReleased(var help, _, _, var at) -> in(help, State.WAITING, at);
      case HelpDeclined(var help, var at) -> in(help, State.WAITING, at);
      case ClaimLapsed(var help, _, var at) -> in(help, State.WAITING, at).plus(Count.LAPSED);
      case HelpCameBack(var help, _, _, var at) -> in(help, State.WAITING, at);
      case HelpReturned(var help, var at) -> in(help, State.WAITING, at);
      case HelpHandedOff(var help, _, _, _, _, var at) ->
          in(help, State.WAITING, at).plus(Count.HANDED_OFF);
      case HelpTakenOver(var help, _, var by, _, _, _, var at) ->
          of(help, it -> it.takenOver(by, at)).plus(Count.TAKEN_OVER);
      case HelpUnreached(var help, _, _, var at) -> in(help, State.UNREACHABLE, at);
      case HelpPutOnHold(var help, var by, _, _, var at) -> of(help, it -> it.onHold(by, at));
      case HelpDeferred(var help, var at) -> in(help, State.PARKED, at).plus(Count.CARRIED_OVER);
      case StudentHeld(var help, _, _, var at) -> kept(floor, help, at).plus(Count.HELD);
      case HelpEscalated(var help, var level, _) ->
          plus(
              line.find(help).filter(HelpAlarms::isUrgent).isPresent()
                  ? urgent(level)
                  : level(level));
      case HelpRaised _ -> plus(Count.URGENT);
      case HelpResolved(var help, var by, var at) -> over(help, solved(help, by), at);
      case HelpCancelled(var help, _, var at) -> over(help, Outcome.CANCELLED, at);
      case HelpDismissed(var help, _, _, var at) -> over(help, Outcome.DISMISSED, at);
      case HelpExpired(var help, var reason, var at) ->
          over(help, Outcome.EXPIRED, at)
              .plus(reason.equals(HelpEnds.NO_SHOW) ? List.of(Count.NO_SHOW) : List.of());
      case HelpUndone undone -> undone(undone, line);
      case HelpLowered _,
          HelpPinned _,
          HelpArranged _,
          HelpPassed _,
          HelpTold _,
          HelpTrying _,
          HoldMoved _,
          HoldEnded _,
          HandOffLapsed _,
          HelperNudged _,
          HeldAsked _,
          HeldLonger _,
          HelpLeftBehind _ ->
          this;
    };
  }

  private static Count level(int level) {
    return switch (level) {
      case 1 -> Count.LATE;
      case HelpReach.NEIGHBOURS -> Count.NEIGHBOURS;
      default -> Count.LEADER;
    };
  }

  /// It begins at the first level.
  private static Count urgent(int level) {
    return level == HelpReach.NEIGHBOURS ? Count.URGENT_LEADER : Count.URGENT_EVERYBODY;
  }

  private HelpStatistics asked(Floor floor, HelpAsked event) {
    var place = floor.assignmentNow(event.student());
    var subject = place.map(HelpPlaces::subject).orElse("");
    var within = floor.school().rules().help().together().bounceWithin();
    boolean bounces =
        of(event.student())
            .filter(it -> it.subject().equals(subject))
            .filter(it -> it.end().filter(Outcome.RESOLVED::equals).isPresent())
            .anyMatch(it -> !it.since().plus(within).isBefore(event.at()));
    return begun(event.help(), HelpTrack.asked(event.student(), subject, event.at()))
        .lessons(lessons.asked(floor, event.student(), event.kind()))
        .plus(bounces ? List.of(Count.BOUNCED) : List.of())
        .plus(event.kind() == HelpKind.URGENT ? List.of(Count.URGENT) : List.of());
  }

  private HelpStatistics reopened(Floor floor, HelpReopened event) {
    var old = floor.help().find(event.of()).map(HelpRequest::asked);
    var subject = old.map(HelpRequest.Asked::subject).orElse("");
    return begun(event.help(), HelpTrack.asked(event.student(), subject, event.at()))
        .lessons(
            old.map(asked -> lessons.asked(floor, event.student(), asked.kind())).orElse(lessons))
        .plus(Count.BOUNCED);
  }

  /// The requests of one student.
  private Stream<HelpTrack> of(PersonId student) {
    return students.getOrDefault(student, TreePVector.empty()).stream()
        .flatMap(help -> Optional.ofNullable(tracks.get(help)).stream());
  }

  /// Who calls it off herself before anybody came has given up.
  private Outcome solved(HelpId help, PersonId by) {
    var track = tracks.get(help);
    boolean isGivenUp = track != null && !track.wasHelped() && by.equals(track.student());
    return isGivenUp ? Outcome.CANCELLED : Outcome.RESOLVED;
  }

  private HelpStatistics kept(Floor floor, HelpId help, Instant at) {
    var spans = floor.school().rules().help().spans();
    var latest = at.plus(spans.heldFor().multipliedBy(1 + spans.heldMax()));
    return of(
        help,
        it -> it.kept(Optional.of(new Kept(HelpBells.coming(floor, it.student()), at, latest))));
  }

  /// The day that was parked is not this day's.
  HelpStatistics carried(Carry.Parked parked, Instant at) {
    var track = HelpTrack.asked(parked.student(), parked.subject(), at);
    var state = parked.kind() == HelpKind.EQUIPMENT ? State.WAITING : State.PARKED;
    return begun(parked.help(), track.in(state, at));
  }

  private HelpStatistics undone(HelpUndone event, HelpLine line) {
    return line.find(event.help())
        .map(request -> of(event.help(), it -> it.in(state(request), event.at())))
        .orElse(this)
        .of(event.help(), it -> it.ended(Optional.empty()));
  }

  private static State state(HelpRequest request) {
    return switch (request) {
      case HelpRequest.Waiting _ -> State.WAITING;
      case HelpRequest.Claimed _ -> State.CLAIMED;
      case HelpRequest.Helping helping -> helping.silent() ? State.SILENT : State.HELPING;
      case HelpRequest.OnHold _ -> State.ON_HOLD;
      case HelpRequest.Unreachable _ -> State.UNREACHABLE;
      case HelpRequest.Deferred _ -> State.PARKED;
      case HelpRequest.Over _ -> State.OVER;
    };
  }

  private HelpStatistics over(HelpId help, Outcome outcome, Instant at) {
    return of(help, it -> it.in(State.OVER, at).ended(Optional.of(outcome)));
  }

  private HelpStatistics in(HelpId help, State state, Instant at) {
    return of(help, it -> it.in(state, at));
  }

  private HelpStatistics of(HelpId help, UnaryOperator<HelpTrack> change) {
    return switch (tracks.get(help)) {
      case null -> this;
      case HelpTrack track -> with(help, track, change.apply(track));
    };
  }

  /// Whom a helper leaves she lets go.
  private HelpStatistics with(HelpId help, HelpTrack was, HelpTrack is) {
    var next = tracks(tracks.plus(help, is)).loads(loads.after(was, is));
    boolean isWith = is.state() == State.HELPING || is.state() == State.SILENT;
    return isWith ? next : next.letGo(help, is.since());
  }

  private HelpStatistics begun(HelpId help, HelpTrack track) {
    var hers = students.getOrDefault(track.student(), TreePVector.empty()).plus(help);
    return new HelpStatistics(
        tracks.plus(help, track),
        counts,
        students.plus(track.student(), hers),
        loads,
        bells,
        lessons,
        guessed);
  }

  private HelpStatistics tracks(PMap<HelpId, HelpTrack> next) {
    return new HelpStatistics(next, counts, students, loads, bells, lessons, guessed);
  }

  private HelpStatistics loads(HelpLoads next) {
    return new HelpStatistics(tracks, counts, students, next, bells, lessons, guessed);
  }

  private HelpStatistics bells(HelpBells next) {
    return new HelpStatistics(tracks, counts, students, loads, next, lessons, guessed);
  }

  @SuppressWarnings("ReferenceEquality")
  private HelpStatistics lessons(HelpLessons next) {
    return next == lessons
        ? this
        : new HelpStatistics(tracks, counts, students, loads, bells, next, guessed);
  }

  private HelpStatistics guessed(PSet<PersonId> next) {
    return new HelpStatistics(tracks, counts, students, loads, bells, lessons, next);
  }

  private HelpStatistics plus(Count count) {
    var next = counts.plus(count, of(count) + 1);
    return new HelpStatistics(tracks, next, students, loads, bells, lessons, guessed);
  }

  private HelpStatistics plus(List<Count> some) {
    var next = this;
    for (var count : some) {
      next = next.plus(count);
    }
    return next;
  }

  /// How many requests of each student a helper came to; students with none are absent.
  Map<PersonId, Integer> helped() {
    var helped = new HashMap<PersonId, Integer>();
    for (var track : tracks.values()) {
      if (track.wasHelped()) {
        helped.merge(track.student(), 1, Integer::sum);
      }
    }
    return helped;
  }

  /// Of whom a program thought that they were stuck, and who did not ask for help today.
  long guessedOnly() {
    return guessed.stream().filter(student -> !students.containsKey(student)).count();
  }

  /// How often something happened.
  public int of(Count count) {
    return counts.getOrDefault(count, 0);
  }

  /// Every count, zeroes included.
  public Map<Count, Integer> all() {
    var all = new EnumMap<Count, Integer>(Count.class);
    for (var count : Count.values()) {
      all.put(count, of(count));
    }
    return all;
  }
}

package dev.carillon.floor;

import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.Event.HelpClaimedTogether;
import dev.carillon.floor.Event.HelpDismissed;
import dev.carillon.floor.Event.HelpEvent;
import dev.carillon.floor.Event.HelpHandedOff;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.HelpTakenOver;
import dev.carillon.floor.HelpTrack.State;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/// What helpers have had on their hands, for staffing and not for ranking: each claim counts for
/// whoever made it, each minute for whoever was there.
///
/// A helper is *interrupted* when what she has begun is ended by somebody or something else than
/// herself and the student: the request is taken over, or handed off, put back or dismissed by
/// another; the bell puts back what she was on her way to; a student she has on hold is taken by
/// another. A claim that lapses is her own, and who is not heard of is not interrupted.
public record HelpLoads(PMap<PersonId, Load> helpers) {
  static final HelpLoads NONE = new HelpLoads(HashTreePMap.empty());

  /// @param claims requests she has taken, each time
  /// @param helping the time she was with students, several at once counted once; without what goes
  ///   on
  /// @param students whom she was with
  /// @param now with how many she is
  /// @param since when she is with somebody
  public record Load(
      int claims,
      Duration helping,
      PSet<PersonId> students,
      int interruptions,
      int now,
      Instant since) {
    static final Load NONE = new Load(0, Duration.ZERO, HashTreePSet.empty(), 0, 0, Instant.EPOCH);

    /// The time she was with students, up to an instant.
    Duration helping(Instant until) {
      return now > 0 && until.isAfter(since)
          ? helping.plus(Duration.between(since, until))
          : helping;
    }

    private Load claimed() {
      return new Load(claims + 1, helping, students, interruptions, now, since);
    }

    private Load interrupted() {
      return new Load(claims, helping, students, interruptions + 1, now, since);
    }

    private Load with(PersonId student, Instant at) {
      var from = now == 0 ? at : since;
      return new Load(claims, helping, students.plus(student), interruptions, now + 1, from);
    }

    private Load without(Instant at) {
      return now == 1
          ? new Load(claims, helping(at), students, interruptions, 0, at)
          : new Load(claims, helping, students, interruptions, Math.max(0, now - 1), since);
    }
  }

  Load of(PersonId helper) {
    return helpers.getOrDefault(helper, Load.NONE);
  }

  /// A helper came to a student or left her.
  HelpLoads after(HelpTrack was, HelpTrack is) {
    if (was.with().equals(is.with())) {
      return this;
    }
    var left = was.with().map(helper -> plus(helper, of(helper).without(is.since()))).orElse(this);
    return is.with()
        .map(helper -> left.plus(helper, left.of(helper).with(is.student(), is.since())))
        .orElse(left);
  }

  /// @param track of the request as it was before the event
  HelpLoads told(HelpTrack track, HelpEvent event) {
    return switch (event) {
      case HelpClaimed(_, var by, _, _, _, _, _) -> claimed(track, by);
      case HelpClaimedTogether(_, _, var by, _, _, _) -> claimed(track, by);
      case HelpTakenOver(_, var from, var by, _, _, _, _) ->
          (track.state() == State.SILENT ? this : interrupted(from)).claimed(by);
      case HelpHandedOff(_, var by, _, _, _, _) -> ended(track, by);
      case HelpReleased(_, var by, _) -> ended(track, by);
      case HelpDismissed(_, _, var by, _) -> ended(track, by);
      case HelpEvent _ -> this;
    };
  }

  private HelpLoads claimed(HelpTrack track, PersonId by) {
    return track
        .keeper()
        .filter(keeper -> !keeper.equals(by))
        .map(this::interrupted)
        .orElse(this)
        .claimed(by);
  }

  private HelpLoads claimed(PersonId helper) {
    return plus(helper, of(helper).claimed());
  }

  private HelpLoads ended(HelpTrack track, PersonId by) {
    boolean isHeard = track.state() != State.SILENT;
    return track
        .owner()
        .filter(owner -> isHeard && !owner.equals(by))
        .map(this::interrupted)
        .orElse(this);
  }

  private HelpLoads interrupted(PersonId helper) {
    return plus(helper, of(helper).interrupted());
  }

  private HelpLoads plus(PersonId helper, Load load) {
    return new HelpLoads(helpers.plus(helper, load));
  }
}

package dev.carillon.floor;

import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// How helpers and rooms stand.
///
/// @param away on duty and not on the floor
/// @param gone whose devices are all offline, and since when
/// @param missed those who have been gone for too long to be counted on
/// @param hours which hours of helpers have begun or are over, by the identity they were due under
/// @param leaving whose hours are over while she had somebody in hand, and since when
/// @param returning how many returning requests in a row were taken in each room
/// @param warned what the leader has been told of rooms, once a block
/// @param lost what went from its owner without her, until she has put it away
/// @param said what was told last to those in each room of how long help takes
/// @param at when anything of the queue changed last: what is guessed is guessed for then
public record HelpTeam(
    PSet<PersonId> away,
    PMap<PersonId, Instant> gone,
    PSet<PersonId> missed,
    PSet<String> hours,
    PMap<PersonId, Instant> leaving,
    PMap<RoomId, Integer> returning,
    PSet<String> warned,
    PMap<PersonId, PVector<HelpLost>> lost,
    PMap<RoomId, SaidWait> said,
    Instant at) {
  static final HelpTeam NEW =
      new HelpTeam(
          HashTreePSet.empty(),
          HashTreePMap.empty(),
          HashTreePSet.empty(),
          HashTreePSet.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          HashTreePSet.empty(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          Instant.EPOCH);

  /// A day kept by an earlier program knows of nothing said to a class.
  public HelpTeam {
    said = Objects.requireNonNullElse(said, HashTreePMap.empty());
  }

  /// How long help takes in a room, as a helper has told everybody there.
  ///
  /// @param at when she did; the next bell is the end of it
  /// @param until from when it is not so any more
  public record SaidWait(int minutes, Instant at, Instant until) {}

  HelpTeam away(PersonId helper, boolean isAway) {
    var next = isAway ? away.plus(helper) : away.minus(helper);
    return new HelpTeam(next, gone, missed, hours, leaving, returning, warned, lost, said, at);
  }

  HelpTeam gone(PersonId helper, Instant since) {
    return new HelpTeam(
        away, gone.plus(helper, since), missed, hours, leaving, returning, warned, lost, said, at);
  }

  HelpTeam missed(PersonId helper) {
    return new HelpTeam(
        away, gone, missed.plus(helper), hours, leaving, returning, warned, lost, said, at);
  }

  HelpTeam found(PersonId helper) {
    return new HelpTeam(
        away,
        gone.minus(helper),
        missed.minus(helper),
        hours,
        leaving,
        returning,
        warned,
        lost,
        said,
        at);
  }

  HelpTeam passed(String edge) {
    var next = hours.plus(edge);
    return new HelpTeam(away, gone, missed, next, leaving, returning, warned, lost, said, at);
  }

  HelpTeam leaving(PersonId helper, Instant since) {
    var next = leaving.plus(helper, since);
    return new HelpTeam(away, gone, missed, hours, next, returning, warned, lost, said, at);
  }

  /// On duty or not: nothing is left to choose.
  HelpTeam settled(PersonId helper) {
    var next = leaving.minus(helper);
    return new HelpTeam(away, gone, missed, hours, next, returning, warned, lost, said, at);
  }

  /// Whether her hours are over and she is to choose what becomes of whom she has in hand: she
  /// takes nobody else.
  public boolean isLeaving(PersonId helper) {
    return leaving.containsKey(helper);
  }

  /// Whether a helper on duty is not on the floor: she says so, or nobody has heard of her for
  /// long.
  public boolean isAway(PersonId helper) {
    return away.contains(helper) || missed.contains(helper);
  }

  /// A request was taken in a room.
  HelpTeam taken(RoomId room, boolean isReturning) {
    var next =
        isReturning
            ? returning.plus(room, returning.getOrDefault(room, 0) + 1)
            : returning.minus(room);
    return new HelpTeam(away, gone, missed, hours, leaving, next, warned, lost, said, at);
  }

  HelpTeam at(Instant now) {
    return new HelpTeam(away, gone, missed, hours, leaving, returning, warned, lost, said, now);
  }

  /// The owner of a call is told that it went without her.
  HelpTeam lost(PersonId helper, HelpLost call) {
    var others = known(helper).stream().filter(each -> !each.help().equals(call.help())).toList();
    return lost(helper, TreePVector.from(others).plus(call));
  }

  /// She need not be told of these any more.
  HelpTeam put(PersonId helper, Collection<HelpId> away) {
    var others = known(helper).stream().filter(each -> !away.contains(each.help())).toList();
    return lost(helper, TreePVector.from(others));
  }

  /// She has another call, or goes: what went is no longer hers to wonder about.
  HelpTeam forgot(PersonId helper) {
    return lost(helper, TreePVector.empty());
  }

  private HelpTeam lost(PersonId helper, PVector<HelpLost> calls) {
    var next = calls.isEmpty() ? lost.minus(helper) : lost.plus(helper, calls);
    return new HelpTeam(away, gone, missed, hours, leaving, returning, warned, next, said, at);
  }

  private PVector<HelpLost> known(PersonId helper) {
    return lost.getOrDefault(helper, TreePVector.empty());
  }

  /// What went from a helper without her, in the order in which it did.
  public List<HelpLost> lostOf(PersonId helper) {
    return known(helper);
  }

  HelpTeam said(RoomId room, SaidWait wait) {
    return new HelpTeam(
        away, gone, missed, hours, leaving, returning, warned, lost, said.plus(room, wait), at);
  }

  /// What was told to a room in a block; that its time may be over is for whoever shows it.
  public Optional<SaidWait> saidIn(RoomId room, Block block) {
    return Optional.ofNullable(said.get(room)).filter(wait -> !wait.at().isBefore(block.start()));
  }

  int returningIn(RoomId room) {
    return returning.getOrDefault(room, 0);
  }

  HelpTeam warned(RoomDue what, RoomId room, BlockId block) {
    return new HelpTeam(
        away,
        gone,
        missed,
        hours,
        leaving,
        returning,
        warned.plus(key(what, room, block)),
        lost,
        said,
        at);
  }

  /// Whether the leader was told of a room in that block.
  public boolean isWarned(RoomDue what, RoomId room, BlockId block) {
    return warned.contains(key(what, room, block));
  }

  private static String key(RoomDue what, RoomId room, BlockId block) {
    return what.name() + "/" + room.value() + "/" + block.value();
  }
}

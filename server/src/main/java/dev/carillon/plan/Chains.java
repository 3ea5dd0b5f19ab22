package dev.carillon.plan;

import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Station;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds a place for one need, where nothing is free by moving others out of the way one after the
/// other: an ejection chain.
///
/// A chain is at most [#DEPTH_MAX] moves long and nothing is lost in it: whatever is moved has
/// another session in the end, or all stays as it was. The work is limited by the number of steps
/// tried, never by time, so that the same input gives the same plan on every machine.
final class Chains {
  static final int DEPTH_MAX = 6;

  /// Steps for one need. Each other need is moved at most once while a chain is looked for, as in
  /// the search for augmenting paths, so that this is enough for a class of students.
  private static final int STEPS_MAX = 300;

  /// Steps for a whole plan: what is still open then would hardly be met by looking on.
  private static final int STEPS_IN_ALL_MAX = 30_000;

  /// Anybody may be moved out of the way.
  static final int ANY = Integer.MAX_VALUE;

  private final Draft draft;
  private final Sessions sessions;
  private final Function<Student, List<Block>> blocksOf;
  private final BitSet tried = new BitSet();
  private int steps;
  private int stepsInAll = STEPS_IN_ALL_MAX;

  Chains(Draft draft, Sessions sessions, Function<Student, List<Block>> blocksOf) {
    this.draft = draft;
    this.sessions = sessions;
    this.blocksOf = blocksOf;
  }

  private record Session(Block block, Station station) {}

  /// The session with most free seats in a block she has free, the earliest of those.
  boolean place(Need need) {
    var session = best(need);
    session.ifPresent(each -> sessions.give(need, each.block().id(), each.station()));
    return session.isPresent();
  }

  /// The same in one block only: whoever keeps her block changes least.
  boolean placeIn(Need need, Block block) {
    if (!draft.isFree(need.student(), block.id())) {
      return false;
    }
    var station =
        need.stations().stream()
            .filter(each -> draft.fits(need.student(), each, block))
            .max(Comparator.comparingInt(each -> draft.occupancy().freeSeats(each, block.id())));
    station.ifPresent(each -> sessions.give(need, block.id(), each));
    return station.isPresent();
  }

  /// @param others how many other students may get another place for it
  boolean placeByMoving(Need need, int others) {
    steps = STEPS_MAX;
    tried.clear();
    tried.set(need.number());
    return chain(need, DEPTH_MAX, others);
  }

  private boolean chain(Need need, int depth, int others) {
    return place(need) || (depth > 1 && makeRoom(need, depth, others));
  }

  private boolean makeRoom(Need need, int depth, int others) {
    for (var block : blocksOf.apply(need.student())) {
      boolean isFree = draft.isFree(need.student(), block.id());
      for (var station : need.stations()) {
        boolean found =
            isFree
                ? swapOthers(need, block, station, depth, others)
                : swapOwn(need, block, station, depth, others);
        if (found) {
          return true;
        }
      }
    }
    return false;
  }

  /// There is room while she is busy with something that may be done at another time.
  private boolean swapOwn(Need need, Block block, Station station, int depth, int others) {
    var own = sessions.at(need.who(), block.id());
    boolean hasRoom =
        draft.occupancy().hasRoom(station, block.id()) && draft.isOpen(station, block);
    return own.isPresent()
        && hasRoom
        && swap(need, block, station, own.get(), block.id(), depth, others);
  }

  /// She is free while somebody who is there could be elsewhere.
  private boolean swapOthers(Need need, Block block, Station station, int depth, int others) {
    if (others == 0 || !draft.isOpen(station, block)) {
      return false;
    }
    for (var met : sessions.during(station.id(), block.id())) {
      boolean isOther = !met.need().who().equals(need.who());
      if (isOther && swap(need, block, station, met.need(), met.block(), depth, others - 1)) {
        return true;
      }
    }
    return false;
  }

  /// Takes one out, puts the other in, and looks for a place for the one taken out.
  private boolean swap(
      Need in, Block block, Station station, Need out, BlockId from, int depth, int others) {
    if (tried.get(out.number()) || steps <= 0 || stepsInAll <= 0) {
      return false;
    }
    steps--;
    stepsInAll--;
    tried.set(out.number());
    var was = sessions.take(out, from);
    if (draft.fits(in.student(), station, block)) {
      sessions.give(in, block.id(), station);
      if (chain(out, depth - 1, others)) {
        return true;
      }
      sessions.take(in, block.id());
    }
    sessions.restore(out, was);
    return false;
  }

  private Optional<Session> best(Need need) {
    Session best = null;
    int most = Integer.MIN_VALUE;
    for (var block : blocksOf.apply(need.student())) {
      if (draft.isFree(need.student(), block.id())) {
        for (var station : need.stations()) {
          int free = draft.occupancy().freeSeats(station, block.id());
          if (free > most && draft.fits(need.student(), station, block)) {
            best = new Session(block, station);
            most = free;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }
}

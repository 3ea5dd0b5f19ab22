package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Id.UnlockId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an accepted command answers beyond "done". Kept with the entry, so that a command sent
/// again gets the same answer.
public sealed interface Result {
  record Nothing() implements Result {}

  /// @param epoch the claim epoch; 0 when the request is not claimed
  record HelpGiven(HelpId help, long epoch) implements Result {}

  /// A request that is asked anew beside others.
  ///
  /// @param parked requests of hers that wait for the timetable, and that she may cancel
  /// @param tellTried she was helped lately and is asked what she tried
  record HelpWaits(HelpId help, List<HelpId> parked, boolean tellTried) implements Result {
    public HelpWaits {
      parked = List.copyOf(parked);
    }
  }

  record UnlockGiven(UnlockId unlock) implements Result {}

  /// What became of a signal.
  ///
  /// @param aside why nothing was made of it; empty when it was taken
  record SignalSays(Optional<Aside> aside) implements Result {}

  record ArrivalNow(ArrivalState arrival) implements Result {}

  record StudentsMarked(int students) implements Result {}

  record Called(CallId call, int students) implements Result {}

  /// Who stays over the bell with a class, and whom that concerns.
  ///
  /// @param until when they go
  /// @param awaited where how many of them come later than planned
  /// @param crowded where somebody comes meanwhile to whom they leave no place, and how many
  record RunsOver(int students, Instant until, List<AtStation> awaited, List<AtStation> crowded)
      implements Result {
    public RunsOver {
      awaited = List.copyOf(awaited);
      crowded = List.copyOf(crowded);
    }
  }

  record AtStation(StationId station, int students) {}

  /// How the groups of a room are evened out.
  ///
  /// @param moves who would go with another group
  /// @param groups how many are here of each, afterwards
  /// @param merge what would help groups that are still too small for a station
  record Evened(List<Regroup> moves, List<GroupSize> groups, Optional<Joint.OfGroups> merge)
      implements Result {
    public Evened {
      moves = List.copyOf(moves);
      groups = List.copyOf(groups);
    }
  }

  /// @param least what a station asks for and the group has not, with whoever is there with it; 0
  ///   when it is large enough for every turn of the block
  record GroupSize(GroupId group, int students, int least) {}

  record ClockAt(Instant at) implements Result {}

  /// How much later than planned the building's bell rings.
  ///
  /// @param from as it was
  /// @param to as it is, or would be
  record Aligned(Duration from, Duration to) implements Result {}

  /// What a live control changes, or would change.
  ///
  /// @param version of the schedule afterwards; of several schedules the sum
  /// @param students whose day it is, also where it only stands still or goes on; 0 when nothing
  ///   changes
  /// @param dropped blocks that are not held any more
  /// @param added blocks that were not planned before
  /// @param lost what students were to do in blocks that are dropped
  /// @param turns edges of the turns inside blocks that follow
  record Moved(
      long version,
      List<Move> moved,
      int students,
      List<BlockId> dropped,
      List<BlockId> added,
      List<Lost> lost,
      List<Move> turns)
      implements Result {
    public Moved {
      turns = List.copyOf(turns);
      moved = List.copyOf(moved);
      dropped = List.copyOf(dropped);
      added = List.copyOf(added);
      lost = List.copyOf(lost);
    }

    /// Boundaries move and every block stays.
    public Moved(long version, List<Move> moved, int students) {
      this(version, moved, students, List.of(), List.of(), List.of(), List.of());
    }

    /// What several schedules change together.
    Moved and(Moved other) {
      return new Moved(
          version + other.version,
          joined(moved, other.moved),
          students + other.students,
          joined(dropped, other.dropped),
          joined(added, other.added),
          joined(lost, other.lost),
          joined(turns, other.turns));
    }

    Moved with(List<Move> inside) {
      return new Moved(version, moved, students, dropped, added, lost, inside);
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
      return Stream.concat(one.stream(), other.stream()).toList();
    }
  }

  /// An item of a playlist that has no block any more today.
  record Lost(PersonId student, BlockId block, String item) {}

  enum Edge {
    START,
    END
  }

  /// One edge of a block that is somewhere else than before.
  record Move(BlockId block, Edge edge, Instant from, Instant to) {}

  /// @param students how many would be elsewhere than planned
  /// @param unmet how many things students were to do could not be given another place
  /// @param accepted whether it was accepted at once
  record Proposed(ProposalId proposal, int changes, int students, int unmet, boolean accepted)
      implements Result {}

  /// @param changes how many stops are other ones now
  /// @param left what did not hold any more and was left out
  record Replanned(ProposalId proposal, int changes, int students, List<LeftOut> left)
      implements Result {
    public Replanned {
      left = List.copyOf(left);
    }
  }

  /// What closing stations changes, or would change.
  ///
  /// @param changes how many stops are others
  /// @param to how many students go where, the most first; a student may go to several places
  /// @param unmet who has no place for something she was to do there
  record Closing(int changes, int students, List<Going> to, List<PersonId> unmet)
      implements Result {
    public Closing {
      to = List.copyOf(to);
      unmet = List.copyOf(unmet);
    }
  }

  record Going(StationId station, int students) {}

  /// How many changes of a proposal do not hold any more for one reason.
  record LeftOut(Outdated why, int changes) {}

  Result NOTHING = new Nothing();
}

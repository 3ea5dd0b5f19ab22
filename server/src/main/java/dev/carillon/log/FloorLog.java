package dev.carillon.log;

import dev.carillon.floor.Carry;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;
import dev.carillon.school.Id.SchoolId;
import dev.carillon.school.School;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where floors are kept: one append-only log per school and service date, with a head that says
/// where it ends and how its clock runs.
///
/// Futures fail only when the outcome is unknown (the keeper did not answer in time, the connection
/// broke) or with [Unreadable]. What the keeper knows comes as a value. A failed call may still
/// take effect later: whoever repeats it reads the log first. Futures may complete on any thread.
public interface FloorLog {
  /// Where the log ends; empty when the day was never opened.
  Future<Optional<Head>> head(FloorKey key);

  /// Starts a log with its first entry and its clock, or finds that somebody did. Answers the head
  /// either way.
  Future<Head> open(FloorKey key, Draft first, FloorClock clock);

  /// Appends the whole batch if the log still ends where the batch says, or nothing.
  Future<Outcome> append(FloorKey key, Batch batch);

  /// Answers [Outcome.Stands] if the log still ends there. Changes nothing.
  Future<Outcome> confirm(FloorKey key, Cursor expected);

  /// What stands after a place, at most [Slice#ENTRIES_MAX] entries of it. Fails when the day was
  /// never opened.
  Future<Slice> read(FloorKey key, Cursor after);

  /// Calls the follower with everything after a place, in order, without gaps, each once, until the
  /// following is stopped. Lost messages are found and repaired by reading.
  Following follow(FloorKey key, Cursor after, Follower follower);

  /// Keeps a snapshot unless a later one is kept or history went another way; whether it was kept.
  Future<Boolean> putSnapshot(FloorKey key, Snapshot snapshot);

  /// The last snapshot that lies on today's history and that this fold can read.
  Future<Optional<Snapshot>> snapshot(FloorKey key, int fold);

  /// The dates of a school that were opened and not closed, earliest first.
  Future<List<LocalDate>> openDays(SchoolId school);

  /// What the day closed last hands on.
  Future<Optional<Carry>> carry(SchoolId school);

  /// Keeps a version of the school and makes it the current one. Answers its hash.
  Future<String> publish(School school);

  /// The version of the school published last.
  Future<Optional<School>> school(SchoolId school);

  /// Keeps a small text under a name. For the demo's saved instant and the like.
  Future<Void> keep(SchoolId school, String name, String text);

  Future<Optional<String>> kept(SchoolId school, String name);

  /// The keeper's own time, milliseconds since 1970: the source all floors' clocks follow.
  Future<Long> sourceMs();

  /// How far the keeper's answers can be trusted to survive a power cut.
  Future<Durability> durability();

  Future<Void> close();
}

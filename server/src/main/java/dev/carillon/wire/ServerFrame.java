package dev.carillon.wire;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.FloorClock;
import dev.carillon.floor.Refusal;
import dev.carillon.floor.Result;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import dev.carillon.view.Patch;
import dev.carillon.view.Row;
import dev.carillon.view.View;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a device is told.
public sealed interface ServerFrame {
  /// @param beat how often the server says something when there is nothing to say
  /// @param sourceMs source time of sending
  record Welcome(
      Who person,
      Screen screen,
      String lang,
      String school,
      LocalDate date,
      boolean demo,
      Duration beat,
      Retry retry,
      Limits limits,
      FloorClock clock,
      long sourceMs,
      Optional<String> build)
      implements ServerFrame {}

  record Who(PersonId id, String name, Role role) {}

  /// How long to wait before coming back: at random between the two, growing.
  record Retry(Duration min, Duration max) {}

  /// @param perSecond frames a second, on average
  /// @param burst frames at once
  record Limits(int frameBytes, int perSecond, int burst) {}

  /// Everything the device may see. `at` is the floor time of the floor it was cut from.
  record Whole(Cursor cursor, Instant at, View view) implements ServerFrame {}

  record Change(Cursor from, Cursor to, Patch patch) implements ServerFrame {}

  record Done(String id, long seq, Result result, boolean dryRun) implements ServerFrame {}

  /// @param row the row the command was about, as it stands now
  record Refused(
      String id,
      Refusal refusal,
      Optional<Duration> retryAfter,
      Map<String, String> args,
      Optional<CurrentRow> row)
      implements ServerFrame {
    public Refused {
      args = Map.copyOf(args);
    }
  }

  record CurrentRow(String table, Row row) {}

  record Ring(BellRang bell) implements ServerFrame {}

  /// How the last bells reached the devices of this node, oldest first; for leaders' screens only.
  record Heard(List<BellHeard> bells, Clocks clocks) implements ServerFrame {
    public Heard {
      bells = List.copyOf(bells);
    }
  }

  /// @param devices were connected and should have rung
  /// @param rang said that they did; the figures are theirs: half, 95 of 100 and all of them were
  ///   within so many real milliseconds of the instant
  /// @param hidden whose page was not in view
  /// @param late more than a second late, and rang
  /// @param missed more than ten seconds late, and silent
  record BellHeard(
      String bell,
      String kind,
      String schedule,
      long atMs,
      int devices,
      int rang,
      Optional<Long> p50Ms,
      Optional<Long> p95Ms,
      Optional<Long> maxMs,
      int hidden,
      int late,
      int missed) {}

  /// @param unsynced devices that do not know the time, or do not say how well
  /// @param p95Ms 95 of 100 of the others are wrong by so much at most, by their own reckoning
  record Clocks(int devices, int unsynced, Optional<Long> p95Ms) {}

  /// Whose devices are gone, for staff; told apart from what is true on the floor.
  ///
  /// @param from the number of the frame before; empty when this one says everything
  /// @param to the number of this one
  /// @param seen whose devices are gone
  /// @param back the ids of those whose are not any more
  record Presence(OptionalLong from, long to, List<Seen> seen, List<String> back)
      implements ServerFrame {
    public Presence {
      seen = List.copyOf(seen);
      back = List.copyOf(back);
    }
  }

  /// How far prompts about help came on the students' devices; for the helper who has the call.
  ///
  /// @param from the number of the frame before; empty when this one says everything
  /// @param to the number of this one
  /// @param gone the calls that have no prompt any more
  record Receipts(OptionalLong from, long to, List<Reached> reached, List<String> gone)
      implements ServerFrame {
    public Receipts {
      reached = List.copyOf(reached);
      gone = List.copyOf(gone);
    }
  }

  /// @param id of the call
  /// @param stage how far it came; empty while no device has said that it is there
  /// @param unshown whether it should have been shown by now and was not
  record Reached(String id, Optional<ClientFrame.Stage> stage, boolean unshown) {}

  /// @param id of her row: on the roster, or of her dot
  record Seen(String id, long lastSeenMs) {}

  /// @param t0 echoed; empty when nobody asked but the floor's clock was turned
  /// @param receivedMs source time of receipt
  /// @param sentMs source time of sending
  record ClockSays(OptionalDouble t0, long receivedMs, long sentMs, FloorClock clock)
      implements ServerFrame {}

  /// @param unsaved nothing can be kept at present: the log is away
  record Beat(Cursor cursor, boolean unsaved) implements ServerFrame {
    public Beat(Cursor cursor) {
      this(cursor, false);
    }
  }

  record GoAway(Duration after, String reason) implements ServerFrame {}

  /// @param id of the command that made no sense; empty when it was none
  record Nonsense(WireError error, String detail, Optional<String> id) implements ServerFrame {
    public Nonsense(WireError error, String detail) {
      this(error, detail, Optional.empty());
    }
  }
}

package dev.carillon.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A call for help in the judge's own model.
final class Call {
  enum State {
    WAITING,
    CLAIMED,
    HELPING,
    ON_HOLD,
    UNREACHABLE,
    DEFERRED,
    RESOLVED,
    CANCELLED,
    DISMISSED,
    EXPIRED;

    boolean isOpen() {
      return switch (this) {
        case WAITING, CLAIMED, HELPING, ON_HOLD, UNREACHABLE, DEFERRED -> true;
        case RESOLVED, CANCELLED, DISMISSED, EXPIRED -> false;
      };
    }

    boolean isOwned() {
      return this == CLAIMED || this == HELPING;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static final int URGENT = 0;
  static final int RETURNING = 1;
  static final int NORMAL = 2;

  /// Nobody has asked for it.
  static final int INFERRED = 3;

  final String id;
  final String student;
  String kind;
  State state = State.WAITING;
  String owner = "";
  long epoch;
  long version = 1;
  int level;
  int lane;
  boolean pinned;
  boolean trying;
  boolean left;

  /// Nobody hears of whoever is with her.
  boolean silent;

  /// She had not been helped when she entered the line.
  boolean unhelped;

  /// It may be for somebody first.
  boolean routed;

  Instant entered;
  Instant since;
  Duration waited = Duration.ZERO;
  Instant helpedFrom = Instant.MAX;

  /// As it was before it ended.
  @Nullable Call was;

  Call(String id, String student, String kind, int lane, boolean unhelped, Instant at) {
    this.id = id;
    this.student = student;
    this.kind = kind;
    this.lane = lane;
    this.unhelped = unhelped;
    entered = at;
    since = at;
  }

  Call copy() {
    var copy = new Call(id, student, kind, lane, unhelped, entered);
    copy.state = state;
    copy.owner = owner;
    copy.epoch = epoch;
    copy.version = version;
    copy.level = level;
    copy.pinned = pinned;
    copy.trying = trying;
    copy.left = left;
    copy.silent = silent;
    copy.routed = routed;
    copy.since = since;
    copy.waited = waited;
    copy.helpedFrom = helpedFrom;
    return copy;
  }

  boolean isActive() {
    return state.isOpen() && state != State.DEFERRED && !left;
  }

  /// It waits no longer.
  void taken(Instant at) {
    if (state == State.WAITING && at.isAfter(since)) {
      waited = waited.plus(Duration.between(since, at));
    }
    since = at;
  }

  /// It waits again, at its place.
  void back(Instant at) {
    state = State.WAITING;
    owner = "";
    silent = false;
    since = at;
  }

  /// It enters the line anew, with all it has waited.
  void enter(boolean isUnhelped, Instant at) {
    back(at);
    entered = at.minus(waited);
    unhelped = isUnhelped;
  }

  /// Because of others: what nobody has asked for stays where it is.
  void returning() {
    if (lane != INFERRED) {
      said();
    }
  }

  /// Because she says so.
  void said() {
    lane = Math.min(lane, RETURNING);
  }
}

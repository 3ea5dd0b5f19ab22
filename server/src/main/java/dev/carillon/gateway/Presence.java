package dev.carillon.gateway;

import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which students' devices were here and are not any more, and when they were heard of last.
///
/// Connected is not present: nothing here changes an arrival, and no rule reads it. Somebody counts
/// as gone a while after her last socket closed, so that a reload, a second tab or a locked screen
/// does not flicker. Whoever has not been here since the program started is not known, and not said
/// to be gone. What one node saw, kept in memory only: a student who went on at another node counts
/// as gone here.
///
/// Belongs to the thread of [Audiences], but for [#lastSeen].
final class Presence {
  private final Duration grace;
  private final Map<PersonId, Set<Object>> here = new HashMap<>();
  private final Map<PersonId, Left> leaving = new HashMap<>();
  private final Map<PersonId, Instant> gone = new ConcurrentHashMap<>();
  private long version;

  /// @param grace how long after her last socket closed a student may come back unnoticed
  Presence(Duration grace) {
    this.grace = grace;
  }

  /// @param lastSeen on the floor's clock
  private record Left(Instant lastSeen, long atNanos) {}

  void joined(PersonId student, Object device) {
    here.computeIfAbsent(student, _ -> new HashSet<>()).add(device);
    leaving.remove(student);
    if (gone.remove(student) != null) {
      version++;
    }
  }

  /// @param lastSeen when the device was last heard of, on the floor's clock
  void left(PersonId student, Object device, Instant lastSeen, long nowNanos) {
    var devices = here.get(student);
    if (devices != null && devices.remove(device) && devices.isEmpty()) {
      here.remove(student);
      leaving.put(student, new Left(lastSeen, nowNanos));
    }
  }

  /// Whoever left longer ago than the grace is gone.
  void pass(long nowNanos) {
    var over = leaving.entrySet().iterator();
    while (over.hasNext()) {
      var left = over.next();
      if (nowNanos - left.getValue().atNanos() >= grace.toNanos()) {
        gone.put(left.getKey(), left.getValue().lastSeen());
        over.remove();
        version++;
      }
    }
  }

  /// Another number after each change.
  long version() {
    return version;
  }

  Map<PersonId, Instant> gone() {
    return gone;
  }

  /// When a student who is gone was last heard of. Any thread.
  Optional<Instant> lastSeen(PersonId student) {
    return Optional.ofNullable(gone.get(student));
  }
}

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

/// Whose devices were here and are not any more, and when they were heard of last.
///
/// Connected is not present: nothing here changes an arrival. Somebody counts as gone a while after
/// her last device left, so that a reload, a second tab or a locked screen does not flicker.
/// Whoever has not been here since the program started is not known, and not said to be gone. What
/// another node sees of her counts as one more device, see [Nodes]. Kept in memory only.
///
/// Belongs to the thread of [Audiences], but for [#lastSeen].
final class Presence {
  private final Duration grace;
  private final Map<PersonId, Set<Object>> here = new HashMap<>();
  private final Map<PersonId, Left> leaving = new HashMap<>();
  private final Map<PersonId, Instant> gone = new ConcurrentHashMap<>();
  private long version;

  /// @param grace how long after her last device left somebody may come back unnoticed
  Presence(Duration grace) {
    this.grace = grace;
  }

  /// @param lastSeen on the floor's clock
  private record Left(Instant lastSeen, long atNanos) {}

  void joined(PersonId person, Object device) {
    here.computeIfAbsent(person, _ -> new HashSet<>()).add(device);
    leaving.remove(person);
    if (gone.remove(person) != null) {
      version++;
    }
  }

  /// @param lastSeen when the device was last heard of, on the floor's clock
  void left(PersonId person, Object device, Instant lastSeen, long nowNanos) {
    var devices = here.get(person);
    if (devices != null && devices.remove(device) && devices.isEmpty()) {
      here.remove(person);
      leaving.put(person, new Left(lastSeen, nowNanos));
    }
  }

  /// Somebody who should be here; unless anything is known of her, she counts as one who just left.
  void missed(PersonId person, Instant lastSeen, long nowNanos) {
    if (!here.containsKey(person) && !gone.containsKey(person)) {
      leaving.putIfAbsent(person, new Left(lastSeen, nowNanos));
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

  /// Who has no device, whether or not the grace is over, and when she was heard of last.
  Map<PersonId, Instant> away() {
    var away = new HashMap<>(gone);
    leaving.forEach((person, left) -> away.put(person, left.lastSeen()));
    return away;
  }

  /// When somebody who is gone was last heard of. Any thread.
  Optional<Instant> lastSeen(PersonId person) {
    return Optional.ofNullable(gone.get(person));
  }
}

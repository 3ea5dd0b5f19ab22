package dev.carillon.gateway;

import dev.carillon.school.Id.PersonId;
import dev.carillon.wire.ClientFrame.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What this node and the others see of people's devices, put together: what another node sees of
/// somebody counts as one more device of hers. A node that falls silent takes its devices with it.
///
/// Belongs to the thread of [Audiences].
final class Nodes {
  private final Presence presence;
  private final Map<PersonId, Set<Object>> own = new HashMap<>();
  private final Map<String, Sighting> others = new HashMap<>();
  private boolean hasHeard;

  Nodes(Presence presence) {
    this.presence = presence;
  }

  void joined(PersonId person, Object device) {
    own.computeIfAbsent(person, _ -> new HashSet<>()).add(device);
    presence.joined(person, device);
  }

  void left(PersonId person, Object device, Instant lastSeen, long nowNanos) {
    var devices = own.get(person);
    if (devices != null && devices.remove(device) && devices.isEmpty()) {
      own.remove(person);
    }
    presence.left(person, device, lastSeen, nowNanos);
  }

  /// Whether a device of hers is connected to this very node.
  boolean isHere(PersonId person) {
    return own.containsKey(person);
  }

  /// What this node has to say.
  ///
  /// @param transports how many devices came by which transport
  Sighting sighting(LocalDate date, Map<String, Stage> reached, Map<String, Integer> transports) {
    return new Sighting(date, own.keySet(), presence.away(), reached, transports);
  }

  /// What all nodes see, this one by what it has now and the others by what they said last.
  Connected connected(Map<String, Integer> transports) {
    var here = new HashSet<>(own.keySet());
    var away = new HashMap<>(presence.away());
    var all = new HashMap<>(transports);
    for (var other : others.values()) {
      here.addAll(other.here());
      other.transports().forEach((by, devices) -> all.merge(by, devices, Integer::sum));
    }
    away.keySet().removeAll(here);
    return new Connected(others.size() + 1, here, away, all);
  }

  /// What the other nodes said last of the same date; whoever is not in it is silent.
  ///
  /// @param now on the floor's clock
  void heard(Map<String, Sighting> next, Instant now, long nowNanos) {
    // First who is here, so that nobody who changes nodes is missed in between.
    next.forEach((node, sighting) -> sighting.here().forEach(who -> presence.joined(who, node)));
    others.forEach((node, before) -> forget(node, before, next.get(node), now, nowNanos));
    next.values()
        .forEach(
            sighting -> sighting.left().forEach((who, at) -> presence.missed(who, at, nowNanos)));
    others.clear();
    others.putAll(next);
    hasHeard = true;
  }

  /// Whether the others have been heard of once, so that whoever is still unknown is nowhere.
  boolean hasHeard() {
    return hasHeard;
  }

  private void forget(
      String node, Sighting before, @Nullable Sighting after, Instant now, long nowNanos) {
    var left = after == null ? Map.<PersonId, Instant>of() : after.left();
    before.here().stream()
        .filter(who -> after == null || !after.here().contains(who))
        .forEach(who -> presence.left(who, node, left.getOrDefault(who, now), nowNanos));
  }
}

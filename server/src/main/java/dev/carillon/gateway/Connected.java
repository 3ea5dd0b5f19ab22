package dev.carillon.gateway;

import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// Whose devices hang at a school's nodes, all of them together.
///
/// @param nodes how many are heard of, this one among them
/// @param here who has at least one device, boards among them
/// @param away who had one since this node started and has none now, and when she was heard of
///   last, on the floor's clock
/// @param transports how many devices came by which transport, by its word
record Connected(
    int nodes, Set<PersonId> here, Map<PersonId, Instant> away, Map<String, Integer> transports) {
  Connected {
    here = Set.copyOf(here);
    away = Map.copyOf(away);
    transports = Map.copyOf(transports);
  }
}

package dev.carillon.floor;

import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Waiting;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// How many calls stand where. Whoever has not asked does not wait.
///
/// @param oldestAskedAt since when the one has waited who waits longest; empty when nobody waits
public record HelpCounts(int waiting, int claimed, int helping, Optional<Instant> oldestAskedAt) {
  static HelpCounts of(Collection<HelpRequest> requests) {
    return new HelpCounts(
        (int) requests.stream().filter(HelpCounts::waits).count(),
        count(requests, Claimed.class),
        count(requests, Helping.class),
        requests.stream()
            .filter(HelpCounts::waits)
            .map(request -> request.asked().at())
            .min(Instant::compareTo));
  }

  private static boolean waits(HelpRequest request) {
    return request instanceof Waiting && !HelpInferred.is(request);
  }

  private static int count(Collection<HelpRequest> requests, Class<? extends HelpRequest> state) {
    return (int) requests.stream().filter(state::isInstance).count();
  }
}

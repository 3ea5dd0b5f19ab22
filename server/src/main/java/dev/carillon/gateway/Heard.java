package dev.carillon.gateway;

import dev.carillon.floor.Aside;
import dev.carillon.floor.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One signal as it came, before anybody looked whether it can be.
///
/// @param id of the event, as the source names it; empty when it does not
record Heard(Optional<String> id, Says says) {
  sealed interface Says {
    /// @param names what the source calls the student, the surest first
    /// @param what empty for what is fine and changes nothing here
    record Told(Instant at, List<String> names, Optional<Signal> what) implements Says {
      public Told {
        names = List.copyOf(names);
      }
    }

    record Wrong(Aside why) implements Says {}
  }

  static Heard wrong(Optional<String> id) {
    return new Heard(id, new Says.Wrong(Aside.SHAPE_WRONG));
  }
}

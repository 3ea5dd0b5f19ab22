package dev.carillon.floor;

import java.util.List;
import java.util.Map;

/// What the floor says to a command: facts, or why not. An accepted command may have no events when
/// what it asks for is already so.
public sealed interface Decision {
  record Accepted(List<Event> events, Result result) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /// @param args what the sentence on the screen needs, by name
  record Refused(Refusal refusal, Map<String, String> args) implements Decision {
    public Refused {
      args = Map.copyOf(args);
    }
  }

  static Decision accept(Event... events) {
    return new Accepted(List.of(events), Result.NOTHING);
  }

  static Decision accept(List<Event> events, Result result) {
    return new Accepted(events, result);
  }

  static Decision refuse(Refusal refusal) {
    return new Refused(refusal, Map.of());
  }

  static Decision refuse(Refusal refusal, Map<String, String> args) {
    return new Refused(refusal, args);
  }
}

package dev.carillon.log;

import dev.carillon.floor.Event;
import dev.carillon.floor.Result;
import dev.carillon.floor.Stamp;
import java.util.List;

/// One accepted command. Its position in the log is its `seq`.
///
/// @param bodyHash of the command as it came, so that the same id with another body is noticed
public record Entry(CommandId id, Stamp stamp, String bodyHash, List<Event> events, Result result) {
  public Entry {
    events = List.copyOf(events);
  }
}

package dev.carillon.load;

import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Optional;

/// Where in the day a device is, read from its agenda as the browser reads it.
final class Moments {
  private Moments() {}

  /// @param startMs when the block's bell rang
  /// @param workMs when everybody should be there
  record Moment(String block, String phase, long startMs, long workMs) {}

  /// The block the device's first schedule is in; empty between blocks and outside the day.
  static Optional<Moment> now(Device device, FloorTime time) {
    long nowMs = time.nowMs();
    return device.tables().rows("agenda").stream()
        .filter(edge -> edge.getLong("atMs") <= nowMs)
        .max(Comparator.comparingLong(edge -> edge.getLong("atMs")))
        .filter(edge -> edge.containsKey("block"))
        .filter(edge -> !edge.getString("phase").equals("gap"))
        .filter(edge -> !edge.getString("phase").equals("done"))
        .map(edge -> moment(device, edge));
  }

  private static Moment moment(Device device, JsonObject edge) {
    var block = edge.getString("block");
    long startMs =
        device.tables().row("blocks", block).map(row -> row.getLong("startMs")).orElse(0L);
    long workMs =
        device.tables().rows("agenda").stream()
            .filter(other -> block.equals(other.getString("block")))
            .filter(other -> other.getString("phase").equals("work"))
            .findFirst()
            .map(work -> work.getLong("atMs"))
            .orElse(startMs);
    return new Moment(block, edge.getString("phase"), startMs, workMs);
  }
}

package dev.carillon.gateway;

import dev.carillon.wire.ServerFrame;
import dev.carillon.wire.ServerFrame.Reached;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one helper, or the leaders, were told of how far prompts came. Belongs to the thread of
/// [Audiences].
final class ReceiptWindow {
  private final ToldRows<Reached> told = new ToldRows<>();

  /// What changed since the last time, for those who have heard everything before.
  Optional<ServerFrame.Receipts> change(Map<String, Reached> rows) {
    return told.change(rows).map(ReceiptWindow::frame);
  }

  /// Everything, for whoever comes: how it stands, never how it came to.
  ServerFrame.Receipts whole() {
    return frame(told.whole());
  }

  private static ServerFrame.Receipts frame(ToldRows.Step<Reached> step) {
    return new ServerFrame.Receipts(
        step.from(), step.to(), List.copyOf(step.set().values()), step.gone());
  }
}

package dev.carillon.load;

/// Keeps a simulated person out of the way of a real one: leaves when somebody else opens a socket
/// in her name, and comes back when nobody has had one for a while.
final class Understudy {
  /// Real time: a visitor who reloads a page is not gone.
  private static final long GONE_AFTER_MS = 30_000;

  private final Device device;
  private final Door door;
  private long seenMs;

  Understudy(Device device, Door door) {
    this.device = device;
    this.door = door;
  }

  /// Called now and then.
  void look(long nowMs) {
    int others = door.sockets(device.person()) - (device.isConnected() ? 1 : 0);
    if (others > 0) {
      seenMs = nowMs;
      if (!device.isAway()) {
        device.leave();
      }
    } else if (device.isAway() && nowMs - seenMs > GONE_AFTER_MS) {
      device.comeBack();
    }
  }
}

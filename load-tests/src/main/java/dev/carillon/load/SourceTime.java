package dev.carillon.load;

/// The time that all floors follow, as far as this side can tell. Never asked off the event loop of
/// whoever was given it, but for one that is shared and says so.
interface SourceTime {
  /// Milliseconds since 1970.
  long nowMs();

  /// What the server said a moment ago that it was.
  void heard(long serverMs);

  /// Of a server elsewhere: this machine's own time, set right by what was heard last.
  final class Reckoned implements SourceTime {
    private long offsetMs;

    @Override
    public long nowMs() {
      return System.currentTimeMillis() + offsetMs;
    }

    @Override
    public void heard(long serverMs) {
      offsetMs = serverMs - System.currentTimeMillis();
    }
  }
}

package dev.carillon.wire;

import java.util.Locale;

/// Why a socket was closed. 4000–4499 may come back, 4500–4999 may not; the others are WebSocket's
/// own. The reason sent along is [#key], well below the 123 bytes it may have (RFC 6455, 5.5).
public enum CloseCode {
  /// The server is going down without having said so before.
  GOING_AWAY(1001),
  PROTOCOL_BROKEN(1002),
  NOT_TEXT(1003),
  NOT_UTF_8(1007),
  TOO_LONG(1009),
  RESTARTING(4000),
  /// Come back without a backlog.
  SLOW_READER(4001),
  STALE_CURSOR(4002),
  FLOOR_MOVED(4003),
  /// A device that is slow today may be quicker the next time.
  NO_HELLO(4008),
  SLOW_DOWN(4129),
  SIGNED_OUT(4501),
  FORBIDDEN(4503),
  /// The same person opened more sockets than she may have; the oldest left.
  REPLACED(4509),
  TOO_MANY_ERRORS(4510);

  private final int number;

  CloseCode(int number) {
    this.number = number;
  }

  public short number() {
    return (short) number;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

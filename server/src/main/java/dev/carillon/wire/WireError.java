package dev.carillon.wire;

import java.util.Locale;

/// What made no sense about a frame or a call. Numbers are never reused; `docs/protocol.md` has the
/// table.
public enum WireError {
  FRAME_NOT_JSON(1001),
  FRAME_UNKNOWN(1002),
  FIELD_UNKNOWN(1003),
  FIELD_MISSING(1004),
  FIELD_WRONG(1005),
  HELLO_EXPECTED(1006),
  HELLO_TWICE(1007),
  PROTOCOL_UNKNOWN(1008),
  TICKET_REFUSED(1009),
  SCREEN_NOT_YOURS(1010),
  TOO_FAST(1011),
  NOT_SIGNED_IN(1101),
  LINK_REFUSED(1102),
  BADGE_REFUSED(1103),
  ORIGIN_REFUSED(1104),
  HEADER_MISSING(1105),
  NOT_FOUND(1106),
  NOT_READY(1107),
  BODY_WRONG(1108),
  TOKEN_REFUSED(1109),
  PAIRING_REFUSED(1110);

  private final int number;

  WireError(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /// The text key on the wire: `frame-not-json`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.carillon.gateway;

import dev.carillon.wire.CloseCode;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;

/// Says with which code a socket ends that broke the protocol below our frames.
final class Closing {
  private Closing() {}

  static CloseCode code(Throwable cause) {
    if (cause instanceof CorruptedWebSocketFrameException corrupt) {
      return switch (corrupt.closeStatus().code()) {
        case 1007 -> CloseCode.NOT_UTF_8;
        case 1009 -> CloseCode.TOO_LONG;
        default -> CloseCode.PROTOCOL_BROKEN;
      };
    }
    return cause instanceof TooLongFrameException ? CloseCode.TOO_LONG : CloseCode.PROTOCOL_BROKEN;
  }
}

package dev.carillon.gateway;

import dev.carillon.wire.CloseCode;
import dev.carillon.wire.FrameReader;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import java.util.function.Consumer;

/// Puts the frames of one socket together to messages, strictly: Vert.x looks neither at the order
/// of fragments nor at UTF-8 (RFC 6455, 5.4 and 8.1). Belongs to the socket's loop.
final class FrameLayer {
  private final Consumer<String> messages;
  private final Consumer<CloseCode> broken;
  private Buffer parts = Buffer.buffer();
  private boolean isInside;
  private boolean isOver;

  /// @param broken called at most once; nothing is handed on afterwards
  FrameLayer(Consumer<String> messages, Consumer<CloseCode> broken) {
    this.messages = messages;
    this.broken = broken;
  }

  void take(WebSocketFrame frame) {
    if (isOver || frame.isClose() || frame.isPing() || isPong(frame)) {
      return;
    }
    if (frame.isBinary()) {
      breakOff(CloseCode.NOT_TEXT);
    } else if (frame.isContinuation() != isInside) {
      breakOff(CloseCode.PROTOCOL_BROKEN);
    } else {
      append(frame);
    }
  }

  private void append(WebSocketFrame frame) {
    var data = frame.binaryData();
    if (parts.length() + data.length() > FrameReader.MESSAGE_BYTES_MAX) {
      breakOff(CloseCode.TOO_LONG);
      return;
    }
    parts.appendBuffer(data);
    isInside = !frame.isFinal();
    if (frame.isFinal()) {
      var whole = parts.getBytes();
      parts = Buffer.buffer();
      decode(whole);
    }
  }

  private void decode(byte[] whole) {
    Utf8.read(whole).ifPresentOrElse(messages, () -> breakOff(CloseCode.NOT_UTF_8));
  }

  private void breakOff(CloseCode code) {
    isOver = true;
    parts = Buffer.buffer();
    broken.accept(code);
  }

  private static boolean isPong(WebSocketFrame frame) {
    return frame.type() == WebSocketFrameType.PONG;
  }
}

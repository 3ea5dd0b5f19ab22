package dev.carillon.gateway;

import dev.carillon.wire.FrameWriter;
import dev.carillon.wire.ServerFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One text message as it goes over the wire, frame header and all. What a server sends is not
/// masked, so the same bytes serve every socket (RFC 6455, 5.1).
final class Message {
  private static final int FINAL_TEXT = 0x81;
  private static final int LENGTH_16_BITS = 126;
  private static final int LENGTH_64_BITS = 127;
  private static final int HEADER_BYTES_MAX = 10;

  private final ByteBuf bytes;
  private final int headerBytes;

  private Message(ByteBuffer framed, int headerBytes) {
    // Nobody counts references to it: the memory goes when nothing points to it any more.
    bytes = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(framed).asReadOnly());
    this.headerBytes = headerBytes;
  }

  /// For one socket.
  static Message of(ServerFrame frame) {
    return framed(FrameWriter.write(frame), false);
  }

  /// For many sockets: in memory the network reads from directly, where the heap would be copied
  /// once for each.
  static Message shared(ServerFrame frame) {
    return framed(FrameWriter.write(frame), true);
  }

  int size() {
    return bytes.readableBytes();
  }

  /// To be written to one socket.
  ByteBuf toWrite() {
    return bytes.duplicate();
  }

  /// Without the frame header.
  String text() {
    return bytes.toString(
        bytes.readerIndex() + headerBytes, size() - headerBytes, StandardCharsets.UTF_8);
  }

  /// The same, as it goes over a line that has frames of its own.
  byte[] payload() {
    var payload = new byte[size() - headerBytes];
    bytes.getBytes(bytes.readerIndex() + headerBytes, payload);
    return payload;
  }

  private static Message framed(byte[] payload, boolean isShared) {
    int size = payload.length + HEADER_BYTES_MAX;
    var buffer = isShared ? ByteBuffer.allocateDirect(size) : ByteBuffer.allocate(size);
    buffer.put((byte) FINAL_TEXT);
    if (payload.length < LENGTH_16_BITS) {
      buffer.put((byte) payload.length);
    } else if (payload.length <= 0xFFFF) {
      buffer.put((byte) LENGTH_16_BITS).putShort((short) payload.length);
    } else {
      buffer.put((byte) LENGTH_64_BITS).putLong(payload.length);
    }
    int headerBytes = buffer.position();
    return new Message(buffer.put(payload).flip(), headerBytes);
  }
}

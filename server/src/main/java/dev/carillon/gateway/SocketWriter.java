package dev.carillon.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import org.jspecify.annotations.Nullable;

/// Writes messages to one socket and knows how many bytes wait there. Belongs to the socket's loop.
///
/// Problem: Vert.x encodes a text anew for each socket and flushes each write, and one system call
/// a message is most of what sending costs. Way: a message is encoded once, header included, and
/// goes straight to the channel; whoever writes to many sockets flushes each once. Where the socket
/// does not show its channel, Vert.x's own way is taken. Limits: all text of a socket goes one way,
/// never both, or it could change order. Control frames are Vert.x's, which writes them on the same
/// thread.
final class SocketWriter {
  private final ServerWebSocket socket;
  private final @Nullable ChannelHandlerContext channel;
  private long waitingBytes;

  SocketWriter(ServerWebSocket socket) {
    this.socket = socket;
    channel = socket instanceof WebSocketInternal open ? open.channelHandlerContext() : null;
  }

  /// Needs a [#flush] to leave.
  void write(Message message) {
    int size = message.size();
    waitingBytes += size;
    if (channel != null) {
      channel.write(message.toWrite()).addListener(_ -> waitingBytes -= size);
    } else {
      socket.writeTextMessage(message.text()).onComplete(_ -> waitingBytes -= size);
    }
  }

  void flush() {
    if (channel != null) {
      channel.flush();
    }
  }

  /// Ends the connection without a word, for a device that does not even take the goodbye.
  void cut() {
    if (channel != null) {
      // Nobody waits for it: the socket's own handler tells when it is gone.
      var _ = channel.close();
    }
  }

  /// Written, and not yet taken by the network.
  long waitingBytes() {
    return waitingBytes;
  }

  /// Whether messages go straight to the channel.
  boolean isDirect() {
    return channel != null;
  }
}

package dev.carillon.gateway;

import dev.carillon.wire.CloseCode;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A WebSocket.
///
/// Problem: Vert.x encodes a text anew for each socket and flushes each write, and one system call
/// a message is most of what sending costs. Way: a message is encoded once, header included, and
/// goes straight to the channel; whoever writes to many sockets flushes each once. Where the socket
/// does not show its channel, Vert.x's own way is taken. Limits: all text of a socket goes one way,
/// never both, or it could change order. Control frames are Vert.x's, which writes them on the same
/// thread.
final class SocketLine implements Line {
  private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);

  /// It is pinged every 20 s.
  private static final Duration SILENCE = Duration.ofSeconds(45);

  private final ServerWebSocket socket;
  private final @Nullable ChannelHandlerContext channel;
  private long waitingBytes;

  SocketLine(ServerWebSocket socket) {
    this.socket = socket;
    channel = socket instanceof WebSocketInternal open ? open.channelHandlerContext() : null;
  }

  @Override
  public Transport transport() {
    return Transport.WEBSOCKET;
  }

  @Override
  public void open(Ear ear) {
    var frames = new FrameLayer(ear::message, ear::broken);
    socket.frameHandler(
        frame -> {
          ear.alive();
          frames.take(frame);
        });
    socket.pongHandler(_ -> ear.alive());
    socket.exceptionHandler(
        cause -> {
          LOG.debug("socket: {}", cause.toString());
          ear.broken(Closing.code(cause));
        });
    socket.closeHandler(_ -> ear.gone());
    // Without one a socket would hold up a stop; ours are told and closed by their loop.
    socket.shutdownHandler(_ -> LOG.debug("the server stops"));
  }

  @Override
  public void write(Message message) {
    int size = message.size();
    waitingBytes += size;
    if (channel != null) {
      channel.write(message.toWrite()).addListener(_ -> waitingBytes -= size);
    } else {
      socket.writeTextMessage(message.text()).onComplete(_ -> waitingBytes -= size);
    }
  }

  @Override
  public void flush() {
    if (channel != null) {
      channel.flush();
    }
  }

  @Override
  public long waitingBytes() {
    return waitingBytes;
  }

  @Override
  public void ping() {
    socket.writePing(Buffer.buffer());
  }

  @Override
  public Duration silence() {
    return SILENCE;
  }

  @Override
  public void close(CloseCode code) {
    socket.close(code.number(), code.key());
  }

  @Override
  public void cut() {
    if (channel != null) {
      // Nobody waits for it: the socket's own handler tells when it is gone.
      var _ = channel.close();
    }
  }
}

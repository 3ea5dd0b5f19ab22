package dev.carillon.gateway;

import dev.carillon.wire.CloseCode;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Frames wait here until the device fetches them: one call at a time waits with it, and is
/// answered with all there is as soon as there is something. What waits is bounded by the session,
/// as the backlog of a device that does not read.
final class PollLine extends HttpLine {
  /// A device asks again at once, and is answered at every beat.
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final List<Message> waiting = new ArrayList<>();
  private long waitingBytes;
  private Optional<CloseCode> goodbye = Optional.empty();
  private @Nullable Consumer<Buffer> poll;

  PollLine(Runnable over) {
    super(over);
  }

  @Override
  public Transport transport() {
    return Transport.POLLS;
  }

  /// The device fetches what there is, or waits for it. A call that still waits is answered with
  /// nothing: the device has forgotten it.
  ///
  /// @param answer called once, on the line's loop
  void fetch(Consumer<Buffer> answer) {
    ear().alive();
    var older = poll;
    poll = answer;
    if (older != null) {
      older.accept(answer(List.of(), Optional.empty()));
    }
    flush();
  }

  /// The connection of a call that waited is gone, and so is the device.
  @SuppressWarnings("ReferenceEquality") // It is about this one call.
  void dropped(Consumer<Buffer> answer) {
    if (poll == answer) {
      poll = null;
      ended();
    }
  }

  @Override
  public void write(Message message) {
    waiting.add(message);
    waitingBytes += message.size();
  }

  @Override
  public void flush() {
    var asked = poll;
    if (asked == null || (waiting.isEmpty() && goodbye.isEmpty())) {
      return;
    }
    poll = null;
    var answer = answer(waiting, goodbye);
    waiting.clear();
    waitingBytes = 0;
    asked.accept(answer);
    if (goodbye.isPresent()) {
      ended();
    }
  }

  private static Buffer answer(List<Message> frames, Optional<CloseCode> goodbye) {
    var answer = Buffer.buffer("{\"frames\":[");
    for (int i = 0; i < frames.size(); i++) {
      answer.appendString(i == 0 ? "" : ",").appendBytes(frames.get(i).payload());
    }
    answer.appendString("]");
    goodbye.ifPresent(
        code -> answer.appendString(",\"close\":" + StreamLine.goodbye(code).encode()));
    return answer.appendString("}");
  }

  @Override
  public long waitingBytes() {
    return waitingBytes;
  }

  @Override
  public void ping() {
    // Each of its calls says that it is there.
  }

  @Override
  public Duration silence() {
    return SILENCE;
  }

  /// Whoever is not just asking hears it with the next call, or finds nothing there.
  @Override
  public void close(CloseCode code) {
    goodbye = Optional.of(code);
    flush();
  }

  @Override
  public void cut() {
    poll = null;
    ended();
  }
}

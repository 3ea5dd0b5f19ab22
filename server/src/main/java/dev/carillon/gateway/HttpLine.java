package dev.carillon.gateway;

import dev.carillon.wire.CloseCode;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the two lines over plain calls have in common: what a device says comes in calls of its
/// own, each of one or more frames, a line of text for each.
abstract sealed class HttpLine implements Line permits StreamLine, PollLine {
  /// No frame has a line end in it: in JSON text they are escaped.
  private static final Pattern BETWEEN = Pattern.compile("\n");

  private final Runnable over;
  private @Nullable Ear ear;
  private boolean isGone;

  /// @param over called once at the end
  HttpLine(Runnable over) {
    this.over = over;
  }

  @Override
  public final void open(Ear listening) {
    ear = listening;
  }

  final Ear ear() {
    return Objects.requireNonNull(ear);
  }

  /// What the device says in one call; nothing at all says that it is there.
  final void take(byte[] said) {
    ear().alive();
    var text = Utf8.read(said);
    if (text.isEmpty()) {
      ear().broken(CloseCode.NOT_UTF_8);
      return;
    }
    BETWEEN.splitAsStream(text.get()).filter(frame -> !frame.isBlank()).forEach(ear()::message);
  }

  final void tooLong() {
    ear().broken(CloseCode.TOO_LONG);
  }

  final boolean isGone() {
    return isGone;
  }

  /// The end; told once.
  final void ended() {
    if (!isGone) {
      isGone = true;
      over.run();
      ear().gone();
    }
  }
}

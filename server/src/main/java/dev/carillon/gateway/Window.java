package dev.carillon.gateway;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.Touched;
import dev.carillon.view.Audience;
import dev.carillon.view.View;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one audience was shown last, who looks, and how it came to be. Belongs to the thread of
/// [Audiences], but for [#view].
final class Window {
  /// How many steps back a device that returns can be led forward from.
  private static final int STEPS_MAX = 32;

  final Audience audience;
  final Set<Session> sessions = new HashSet<>();
  final PresenceWindow presence = new PresenceWindow();
  final ReceiptWindow receipts = new ReceiptWindow();

  /// What changed on the floor since the view was cut.
  Touched touched = Touched.NOTHING;

  Cursor cursor;

  /// When the last patch left; at the beginning long ago, so that the first goes at once.
  long sentNanos = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);

  long emptySinceNanos;
  private volatile View view;
  private final ArrayDeque<Step> steps = new ArrayDeque<>();
  private @Nullable Message whole;

  Window(Audience audience, View view, Cursor cursor) {
    this.audience = audience;
    this.view = view;
    this.cursor = cursor;
  }

  /// From one cursor to the next, as it was sent.
  record Step(Cursor from, Cursor to, Message message) {}

  /// May be read on any thread.
  View view() {
    return view;
  }

  boolean isDirty() {
    return !touched.equals(Touched.NOTHING);
  }

  /// Another view that devices are led to by a patch.
  void follow(View next, Step step) {
    show(next, step.to());
    steps.addLast(step);
    if (steps.size() > STEPS_MAX) {
      steps.removeFirst();
    }
  }

  /// Another view that devices get whole.
  void jump(View next, Cursor to) {
    show(next, to);
    steps.clear();
  }

  private void show(View next, Cursor to) {
    view = next;
    cursor = to;
    whole = null;
  }

  Message whole(Supplier<Message> make) {
    var made = whole;
    if (made == null) {
      made = make.get();
      whole = made;
    }
    return made;
  }

  /// The steps from a cursor to now; empty when it is not one of the last.
  Optional<List<Step>> since(Cursor from) {
    if (from.equals(cursor)) {
      return Optional.of(List.of());
    }
    var rest = steps.stream().dropWhile(step -> !step.from().equals(from)).toList();
    return rest.isEmpty() ? Optional.empty() : Optional.of(rest);
  }
}

package dev.carillon.floor;

import java.util.Optional;

/// What a student means to do in a long block and what she says of it afterwards. It is hers, her
/// mentor's and the teachers' who have her in that block, and nobody else's.
public record Diary(Optional<Thought> goal, Optional<Thought> reflection) {
  static final Diary EMPTY = new Diary(Optional.empty(), Optional.empty());

  Diary meaning(Thought thought) {
    return new Diary(Optional.of(thought), reflection);
  }

  Diary looking(Thought thought) {
    return new Diary(goal, Optional.of(thought));
  }

  /// One of the choices of the school, or a line of her own.
  public sealed interface Thought {
    record Chosen(String choice) implements Thought {}

    record Written(String text) implements Thought {}
  }
}

package dev.carillon.floor;

import dev.carillon.school.Id.AssessmentId;
import java.util.List;

/// What a program outside tells of one student, as the floor understands it.
public sealed interface Signal {
  /// She has asked for help in the program.
  ///
  /// @param about where in it, as the program calls that; empty when it does not say
  record Hand(String about) implements Signal {}

  /// @param number which attempt it was, as the program counts; 0 when it does not
  record Failed(String item, int number) implements Signal {}

  /// Something was passed or is mastered.
  record Succeeded(String about) implements Signal {}

  /// @param right whether the first try was
  record Practised(String skill, boolean right) implements Signal {}

  /// The program itself guesses that she is stuck.
  ///
  /// @param rule how it comes to think so, in one word
  record Stuck(String rule, List<Hint.Figure> evidence) implements Signal {
    public Stuck {
      evidence = List.copyOf(evidence);
    }
  }

  /// She has come to a test that a teacher opens.
  record AtTest(AssessmentId assessment) implements Signal {}
}

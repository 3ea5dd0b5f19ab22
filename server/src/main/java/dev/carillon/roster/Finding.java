package dev.carillon.roster;

/// Something wrong or doubtful in a file, and what to do about it.
///
/// @param file the file's name within its folder
/// @param line counted from 1; 0 when the whole file is meant
/// @param column the header of a CSV column, the position in a YAML line counted from 1, or empty
/// @param found what stands there
/// @param expected what could stand there
/// @param todo what to do, as a sentence to the person who keeps the file
public record Finding(
    Severity severity,
    String file,
    int line,
    String column,
    String found,
    String expected,
    String todo) {
  /// Whether the school can be run with it.
  public enum Severity {
    BLOCKING,
    /// It cannot be run before somebody has chosen; nothing else is wrong here.
    QUESTION,
    WARNING
  }

  public boolean blocks() {
    return severity != Severity.WARNING;
  }
}

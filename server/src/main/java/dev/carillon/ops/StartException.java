package dev.carillon.ops;

/// The server cannot start until somebody does something: one clear sentence says what.
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StartException(String sentence) {
    super(sentence);
  }

  public StartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

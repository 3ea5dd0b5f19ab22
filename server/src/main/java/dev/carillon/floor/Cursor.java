package dev.carillon.floor;

/// A place in a floor's log.
///
/// @param epoch grows when history was lost; starts at 1
/// @param seq the position, without gaps; 0 before the first entry
/// @param tag short hash over the previous tag and the entry: the same `seq` with another tag is
///   another history
public record Cursor(long epoch, long seq, String tag) {
  public static final Cursor START = new Cursor(1, 0, "0");
}

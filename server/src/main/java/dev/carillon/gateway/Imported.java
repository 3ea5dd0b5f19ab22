package dev.carillon.gateway;

import java.util.List;

/// What the last import of the school's folder left out or doubted: how much of which file, and
/// nothing of what stands there.
///
/// @param atMs when it was
public record Imported(long atMs, List<Left> left) {
  public Imported {
    left = List.copyOf(left);
  }

  public record Left(String file, int count) {}
}

package dev.carillon.desk;

/// Where a desk puts what became true. Called on the desk's thread, in order, without gaps; an
/// implementation returns at once.
@FunctionalInterface
public interface OutTray {
  void publish(Publication publication);
}

package dev.carillon.ops;

import dev.carillon.desk.Desk;
import java.util.function.Supplier;

/// The desk devices see; another one tomorrow. Any thread.
final class Shown implements Supplier<Desk> {
  private volatile Desk desk;

  Shown(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Desk get() {
    return desk;
  }

  void show(Desk next) {
    desk = next;
  }
}

package dev.carillon.desk;

import io.vertx.core.Promise;

/// An order that waits for its answer.
final class Waiting {
  /// As it came, or with the answer of the planner it needs.
  Order order;

  final Promise<Answer> answer = Promise.promise();

  /// When it came, in source milliseconds.
  final long sinceMs;

  /// How often it lost a race to another desk.
  int lostRaces;

  Waiting(Order order, long sinceMs) {
    this.order = order;
    this.sinceMs = sinceMs;
  }
}

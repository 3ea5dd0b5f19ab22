package dev.carillon.load;

import io.vertx.core.json.JsonObject;

/// What a device was answered to a command.
sealed interface Answer {
  /// It is on disk, as entry `seq`.
  record Done(String id, long seq, JsonObject result) implements Answer {}

  record Refused(String id, int code, String key, JsonObject args) implements Answer {}
}

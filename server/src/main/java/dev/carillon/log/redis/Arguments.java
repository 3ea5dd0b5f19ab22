package dev.carillon.log.redis;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/// Arguments of a script, in the order in which `log.lua` names them.
final class Arguments {
  private final List<Buffer> all = new ArrayList<>();

  Arguments add(Buffer bytes) {
    all.add(bytes);
    return this;
  }

  Arguments add(String text) {
    return add(Buffer.buffer(text));
  }

  Arguments add(long number) {
    return add(Long.toString(number));
  }

  Arguments add(Cursor cursor) {
    return add(cursor.epoch()).add(cursor.seq()).add(cursor.tag());
  }

  Arguments add(FloorClock clock) {
    return add(clock.originMs()).add(clock.baseMs()).add(clock.speed());
  }

  List<Buffer> all() {
    return all;
  }
}

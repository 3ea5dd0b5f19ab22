package dev.carillon.log.redis;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;
import dev.carillon.log.Head;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;

/// An entry as it stands in the stream.
record Row(Cursor at, Buffer body) {
  /// Of a reply to XRANGE: `[[id, [e, epoch, t, tag, b, body]], ...]`.
  static List<Row> listOf(Response range) {
    var rows = new ArrayList<Row>(range.size());
    for (var item : range) {
      var id = item.get(0).toString();
      var fields = item.get(1);
      long seq = Long.parseLong(id.substring(0, id.indexOf('-')));
      var at = new Cursor(number(fields.get(1)), seq, fields.get(3).toString());
      rows.add(new Row(at, fields.get(5).toBuffer()));
    }
    return rows;
  }

  static long number(Response reply) {
    return Long.parseLong(reply.toString());
  }

  static Head headOf(Response h) {
    var texts = new ArrayList<String>(h.size());
    h.forEach(field -> texts.add(field.toString()));
    return headOf(texts);
  }

  /// `epoch seq tag origin base speed reader snap sealed`.
  static Head headOf(List<String> h) {
    return new Head(
        new Cursor(Long.parseLong(h.get(0)), Long.parseLong(h.get(1)), h.get(2)),
        new FloorClock(
            Long.parseLong(h.get(3)), Long.parseLong(h.get(4)), Integer.parseInt(h.get(5))),
        Integer.parseInt(h.get(6)),
        Long.parseLong(h.get(7)),
        h.get(8).equals("1"));
  }
}

package dev.carillon.log.redis;

import dev.carillon.floor.Cursor;
import dev.carillon.log.Head;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a script publishes after an append: the place before, the head after, and the entries in
/// between unless they are too long for a message.
record Doorbell(Cursor before, Head head, List<Row> rows) {
  /// Longer than this the entries are read instead: Redis keeps a copy of a message per subscriber.
  static final int BYTES_MAX = 16_384;

  private static final byte NEWLINE = '\n';

  /// One line of twelve words, then per entry `length tag`, a newline and the body.
  static Doorbell parse(Buffer message) {
    int end = lineEnd(message, 0);
    var words = List.of(text(message, 0, end).split(" ", -1));
    var before =
        new Cursor(Long.parseLong(words.get(0)), Long.parseLong(words.get(1)), words.get(2));
    var head = Row.headOf(words.subList(3, 12));
    return new Doorbell(before, head, rows(message, end + 1, before, head));
  }

  private static List<Row> rows(Buffer message, int start, Cursor before, Head head) {
    var rows = new ArrayList<Row>();
    int from = start;
    long seq = before.seq();
    while (from < message.length()) {
      int end = lineEnd(message, from);
      var words = text(message, from, end).split(" ", -1);
      int length = Integer.parseInt(words[0]);
      seq++;
      var at = new Cursor(head.cursor().epoch(), seq, words[1]);
      rows.add(new Row(at, message.getBuffer(end + 1, end + 1 + length)));
      from = end + 1 + length;
    }
    return rows;
  }

  private static int lineEnd(Buffer message, int from) {
    int end = from;
    while (message.getByte(end) != NEWLINE) {
      end++;
    }
    return end;
  }

  private static String text(Buffer message, int from, int to) {
    return message.getString(from, to, StandardCharsets.US_ASCII.name());
  }
}

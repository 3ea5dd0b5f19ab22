package dev.carillon.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.FloorClock;
import dev.carillon.floor.Result;
import dev.carillon.view.Patch;
import dev.carillon.view.View;
import dev.carillon.wire.ServerFrame.Beat;
import dev.carillon.wire.ServerFrame.Change;
import dev.carillon.wire.ServerFrame.ClockSays;
import dev.carillon.wire.ServerFrame.Done;
import dev.carillon.wire.ServerFrame.GoAway;
import dev.carillon.wire.ServerFrame.Heard;
import dev.carillon.wire.ServerFrame.Nonsense;
import dev.carillon.wire.ServerFrame.Presence;
import dev.carillon.wire.ServerFrame.Receipts;
import dev.carillon.wire.ServerFrame.Refused;
import dev.carillon.wire.ServerFrame.Ring;
import dev.carillon.wire.ServerFrame.Welcome;
import dev.carillon.wire.ServerFrame.Whole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Writes what a device is told, as JSON in UTF-8.
public final class FrameWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private FrameWriter() {}

  public static byte[] write(ServerFrame frame) {
    var bytes = new ByteArrayOutputStream(256);
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields(json, frame);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return bytes.toByteArray();
  }

  private static void fields(JsonGenerator json, ServerFrame frame) throws IOException {
    switch (frame) {
      case Welcome welcome -> welcome(json, welcome);
      case Whole whole -> whole(json, whole);
      case Change change -> change(json, change);
      case Done done -> done(json, done);
      case Refused refused -> refused(json, refused);
      case Ring ring -> ring(json, ring);
      case Heard(var bells, var clocks) -> {
        json.writeStringField("t", "heard");
        json.writeFieldName("bells");
        Rows.write(json, bells);
        json.writeFieldName("clocks");
        Rows.write(json, clocks);
      }
      case Presence(var from, var to, var seen, var back) -> {
        json.writeStringField("t", "presence");
        numbers(json, from, to);
        json.writeFieldName("seen");
        Rows.write(json, seen);
        json.writeFieldName("back");
        Rows.write(json, back);
      }
      case Receipts(var from, var to, var reached, var gone) -> {
        json.writeStringField("t", "receipts");
        numbers(json, from, to);
        json.writeFieldName("reached");
        Rows.write(json, reached);
        json.writeFieldName("gone");
        Rows.write(json, gone);
      }
      case ClockSays says -> clock(json, says);
      case Beat(var cursor, var unsaved) -> {
        json.writeStringField("t", "beat");
        cursor(json, "cursor", cursor);
        if (unsaved) {
          json.writeBooleanField("unsaved", true);
        }
      }
      case GoAway(var after, var reason) -> {
        json.writeStringField("t", "goaway");
        json.writeNumberField("afterMs", after.toMillis());
        json.writeStringField("reason", reason);
      }
      case Nonsense(var error, var detail, var id) -> {
        json.writeStringField("t", "error");
        if (id.isPresent()) {
          json.writeStringField("id", id.get());
        }
        json.writeNumberField("code", error.number());
        json.writeStringField("key", error.key());
        json.writeStringField("detail", detail);
      }
    }
  }

  private static void numbers(JsonGenerator json, OptionalLong from, long to) throws IOException {
    if (from.isPresent()) {
      json.writeNumberField("from", from.getAsLong());
    }
    json.writeNumberField("to", to);
  }

  private static void welcome(JsonGenerator json, Welcome welcome) throws IOException {
    json.writeStringField("t", "welcome");
    json.writeObjectFieldStart("person");
    json.writeStringField("id", welcome.person().id().value());
    json.writeStringField("name", welcome.person().name());
    json.writeStringField("role", welcome.person().role().word());
    json.writeEndObject();
    json.writeStringField("screen", welcome.screen().word());
    json.writeStringField("lang", welcome.lang());
    json.writeStringField("school", welcome.school());
    json.writeStringField("date", welcome.date().toString());
    json.writeBooleanField("demo", welcome.demo());
    json.writeNumberField("beatMs", welcome.beat().toMillis());
    json.writeObjectFieldStart("retry");
    json.writeNumberField("minMs", welcome.retry().min().toMillis());
    json.writeNumberField("maxMs", welcome.retry().max().toMillis());
    json.writeEndObject();
    json.writeFieldName("limits");
    Rows.write(json, welcome.limits());
    clock(json, welcome.clock());
    json.writeNumberField("sourceMs", welcome.sourceMs());
    if (welcome.build().isPresent()) {
      json.writeStringField("build", welcome.build().get());
    }
  }

  private static void whole(JsonGenerator json, Whole whole) throws IOException {
    json.writeStringField("t", "view");
    cursor(json, "cursor", whole.cursor());
    json.writeNumberField("atMs", whole.at().toEpochMilli());
    json.writeFieldName("tables");
    tables(json, whole.view());
  }

  private static void tables(JsonGenerator json, View view) throws IOException {
    json.writeStartObject();
    for (var table : view.tables().entrySet()) {
      json.writeFieldName(table.getKey());
      Rows.write(json, table.getValue().values());
    }
    json.writeEndObject();
  }

  private static void change(JsonGenerator json, Change change) throws IOException {
    json.writeStringField("t", "patch");
    cursor(json, "from", change.from());
    cursor(json, "to", change.to());
    patch(json, change.patch());
  }

  private static void patch(JsonGenerator json, Patch patch) throws IOException {
    json.writeFieldName("set");
    Rows.write(json, patch.set());
    json.writeFieldName("gone");
    Rows.write(json, patch.gone());
  }

  private static void done(JsonGenerator json, Done done) throws IOException {
    json.writeStringField("t", "done");
    json.writeStringField("id", done.id());
    json.writeNumberField("seq", done.seq());
    result(json, done.result());
    if (done.dryRun()) {
      json.writeBooleanField("dryRun", true);
    }
  }

  private static void result(JsonGenerator json, Result result) throws IOException {
    switch (result) {
      case Result.Nothing _, Result.SignalSays _ -> {
        return;
      }
      case Result.HelpGiven(var help, var epoch) -> {
        json.writeObjectFieldStart("result");
        json.writeStringField("help", help.value());
        if (epoch > 0) {
          json.writeNumberField("epoch", epoch);
        }
      }
      case Result.HelpWaits(var help, var parked, var tellTried) -> {
        json.writeObjectFieldStart("result");
        json.writeStringField("help", help.value());
        unlessEmpty(json, "parked", parked);
        if (tellTried) {
          json.writeBooleanField("tellTried", true);
        }
      }
      case Result.UnlockGiven(var unlock) -> {
        json.writeObjectFieldStart("result");
        json.writeStringField("unlock", unlock.value());
      }
      case Result.ArrivalNow(var arrival) -> {
        json.writeObjectFieldStart("result");
        json.writeStringField("arrival", Rows.word(arrival));
      }
      case Result.StudentsMarked(var students) -> {
        json.writeObjectFieldStart("result");
        json.writeNumberField("students", students);
      }
      case Result.ClockAt(var at) -> {
        json.writeObjectFieldStart("result");
        json.writeNumberField("atMs", at.toEpochMilli());
      }
      case Result.Aligned(var from, var to) -> {
        json.writeObjectFieldStart("result");
        json.writeNumberField("fromMs", from.toMillis());
        json.writeNumberField("toMs", to.toMillis());
      }
      case Result.Called(var call, var students) -> {
        json.writeObjectFieldStart("result");
        json.writeStringField("call", call.value());
        json.writeNumberField("students", students);
      }
      case Result.RunsOver over -> {
        json.writeObjectFieldStart("result");
        json.writeNumberField("students", over.students());
        json.writeNumberField("untilMs", over.until().toEpochMilli());
        unlessEmpty(json, "awaited", over.awaited());
        unlessEmpty(json, "crowded", over.crowded());
      }
      case Result.Proposed proposed -> {
        json.writeFieldName("result");
        Rows.write(json, proposed);
        return;
      }
      case Result.Closing closing -> {
        json.writeFieldName("result");
        Rows.write(json, closing);
        return;
      }
      case Result.Replanned replanned -> {
        json.writeObjectFieldStart("result");
        json.writeStringField("proposal", replanned.proposal().value());
        json.writeNumberField("changes", replanned.changes());
        json.writeNumberField("students", replanned.students());
        unlessEmpty(json, "left", replanned.left());
      }
      case Result.Evened evened -> {
        json.writeObjectFieldStart("result");
        json.writeFieldName("moves");
        Rows.write(json, evened.moves());
        json.writeFieldName("groups");
        Rows.write(json, evened.groups());
        if (evened.merge().isPresent()) {
          json.writeFieldName("merge");
          Rows.write(json, evened.merge().get());
        }
      }
      case Result.Moved moved -> {
        json.writeObjectFieldStart("result");
        json.writeNumberField("version", moved.version());
        json.writeFieldName("moved");
        Rows.write(json, moved.moved());
        json.writeNumberField("students", moved.students());
        unlessEmpty(json, "dropped", moved.dropped());
        unlessEmpty(json, "added", moved.added());
        unlessEmpty(json, "lost", moved.lost());
        unlessEmpty(json, "turns", moved.turns());
      }
    }
    json.writeEndObject();
  }

  private static void unlessEmpty(JsonGenerator json, String name, List<?> some)
      throws IOException {
    if (!some.isEmpty()) {
      json.writeFieldName(name);
      Rows.write(json, some);
    }
  }

  private static void refused(JsonGenerator json, Refused refused) throws IOException {
    json.writeStringField("t", "refused");
    json.writeStringField("id", refused.id());
    json.writeNumberField("code", refused.refusal().number());
    json.writeStringField("key", refused.refusal().key());
    json.writeBooleanField("retry", refused.refusal().isWorthTryingAgain());
    if (refused.retryAfter().isPresent()) {
      json.writeNumberField("retryAfterMs", refused.retryAfter().get().toMillis());
    }
    args(json, refused.args());
    if (refused.row().isPresent()) {
      json.writeObjectFieldStart("row");
      json.writeStringField("table", refused.row().get().table());
      json.writeFieldName("row");
      Rows.write(json, refused.row().get().row());
      json.writeEndObject();
    }
  }

  private static void args(JsonGenerator json, Map<String, String> args) throws IOException {
    if (!args.isEmpty()) {
      json.writeFieldName("args");
      Rows.write(json, args);
    }
  }

  private static void ring(JsonGenerator json, Ring ring) throws IOException {
    json.writeStringField("t", "ring");
    json.writeStringField("bell", ring.bell().bell().value());
    json.writeStringField("kind", ring.bell().kind().word());
    json.writeStringField("schedule", ring.bell().schedule().value());
    json.writeNumberField("atMs", ring.bell().scheduledFor().toEpochMilli());
    json.writeBooleanField("late", ring.bell().late());
  }

  private static void clock(JsonGenerator json, ClockSays says) throws IOException {
    json.writeStringField("t", "clock");
    if (says.t0().isPresent()) {
      json.writeFieldName("t0");
      Rows.number(json, says.t0().getAsDouble());
    }
    json.writeNumberField("t1", says.receivedMs());
    json.writeNumberField("t2", says.sentMs());
    clock(json, says.clock());
  }

  private static void clock(JsonGenerator json, FloorClock clock) throws IOException {
    json.writeFieldName("clock");
    Rows.write(json, clock);
  }

  private static void cursor(JsonGenerator json, String name, Cursor cursor) throws IOException {
    json.writeFieldName(name);
    Rows.write(json, cursor);
  }
}

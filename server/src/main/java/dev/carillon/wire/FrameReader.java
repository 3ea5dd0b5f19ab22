package dev.carillon.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.floor.Cursor;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.wire.ClientFrame.Ask;
import dev.carillon.wire.ClientFrame.ClockAsk;
import dev.carillon.wire.ClientFrame.Hello;
import dev.carillon.wire.ClientFrame.Of;
import dev.carillon.wire.ClientFrame.Receipt;
import dev.carillon.wire.ClientFrame.Stage;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what a device says, strictly: what is not written in `docs/protocol.md` is an error with a
/// number and the field it is about.
public final class FrameReader {
  public static final String PROTOCOL = "carillon.v1";

  /// Longest message in bytes: a command with the longest texts has under 2 KiB.
  public static final int MESSAGE_BYTES_MAX = 8 * 1024;

  /// Longest single WebSocket frame in bytes; a message may have several.
  public static final int FRAME_BYTES_MAX = 4 * 1024;

  private static final int DEPTH_MAX = 6;
  private static final int KEYS_MAX = 32;
  private static final int NAME_CHARS_MAX = 64;
  private static final int NUMBER_CHARS_MAX = 32;
  private static final int DEVICE_CHARS_MAX = 64;

  /// A skew beyond an hour says nothing about a bell.
  private static final long SKEW_MS_MAX = 3_600_000;

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxStringLength(Fields.TEXT_CHARS_MAX)
                          .maxNameLength(NAME_CHARS_MAX)
                          .maxNumberLength(NUMBER_CHARS_MAX)
                          .maxDocumentLength(MESSAGE_BYTES_MAX)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private FrameReader() {}

  /// What came of reading a message.
  public sealed interface Outcome {
    record Understood(ClientFrame frame) implements Outcome {}

    /// @param detail which field, and what was expected
    /// @param id of the command, as far as it is one: whoever sent it can tell which
    record Nonsense(WireError error, String detail, Optional<String> id) implements Outcome {}
  }

  /// @param who sits at the device: a call for help that names nobody is for her
  public static Outcome read(String message, PersonId who) {
    var id = Optional.<String>empty();
    try {
      var fields = object(message);
      id = commandId(fields.raw());
      return new Outcome.Understood(frame(fields, who));
    } catch (WireFault fault) {
      return new Outcome.Nonsense(fault.error(), fault.detail(), id);
    }
  }

  private static Optional<String> commandId(JsonNode frame) {
    return Optional.of(frame.path("id").asText())
        .filter(id -> frame.path("t").asText().equals("command") && UUID.matcher(id).matches());
  }

  private static Fields object(String message) throws WireFault {
    JsonNode node;
    try {
      node = JSON.readTree(message);
    } catch (StreamConstraintsException tooMuch) {
      throw new WireFault(WireError.FIELD_WRONG, "frame is deeper or longer than is allowed");
    } catch (JsonProcessingException notJson) {
      throw new WireFault(WireError.FRAME_NOT_JSON, "frame must be one JSON object");
    }
    if (!(node instanceof ObjectNode frame)) {
      throw new WireFault(WireError.FRAME_NOT_JSON, "frame must be one JSON object");
    }
    checkKeys(frame);
    return new Fields("frame", frame);
  }

  private static void checkKeys(JsonNode node) throws WireFault {
    if (node.size() > KEYS_MAX) {
      throw new WireFault(WireError.FIELD_WRONG, "frame has more than " + KEYS_MAX + " keys");
    }
    for (var inner : node) {
      checkKeys(inner);
    }
  }

  private static ClientFrame frame(Fields fields, PersonId who) throws WireFault {
    var type = fields.text("t", Fields.TEXT_CHARS_MAX);
    var frame =
        switch (type) {
          case "hello" -> hello(fields);
          case "command" -> ask(fields, who);
          case "receipt" -> receipt(fields);
          case "clock" -> new ClockAsk(fields.number("t0"), fields.maybeNumber("errorMs"));
          default ->
              throw new WireFault(
                  WireError.FRAME_UNKNOWN, "frame.t must be hello, command, receipt or clock");
        };
    fields.end();
    return frame;
  }

  private static Hello hello(Fields fields) throws WireFault {
    if (!fields.text("protocol", Fields.TEXT_CHARS_MAX).equals(PROTOCOL)) {
      throw new WireFault(WireError.PROTOCOL_UNKNOWN, "frame.protocol must be " + PROTOCOL);
    }
    var cursor = fields.maybeObject("cursor");
    return new Hello(
        fields.text("device", DEVICE_CHARS_MAX),
        fields.text("app", Fields.TEXT_CHARS_MAX),
        fields.text("ticket", Fields.TEXT_CHARS_MAX),
        fields.oneOf("screen", List.of(Screen.values())),
        cursor.isEmpty() ? Optional.empty() : Optional.of(cursor(cursor.get())));
  }

  private static Cursor cursor(Fields fields) throws WireFault {
    var cursor =
        new Cursor(
            fields.whole("epoch"), fields.whole("seq"), fields.text("tag", Fields.TEXT_CHARS_MAX));
    fields.end();
    return cursor;
  }

  private static Ask ask(Fields fields, PersonId who) throws WireFault {
    var id = fields.text("id", Fields.TEXT_CHARS_MAX);
    if (!UUID.matcher(id).matches()) {
      throw fields.wrong("id", "a UUID in lower case");
    }
    var word = fields.text("kind", Fields.TEXT_CHARS_MAX);
    var kind = CommandKind.of(word).orElseThrow(() -> fields.wrong("kind", "a command"));
    var expect = fields.maybeWhole("expect", 0, Integer.MAX_VALUE);
    var body = fields.object("body");
    var command = new CommandReader(id, who, expect).read(kind, body);
    body.end();
    return new Ask(
        id,
        date(fields),
        kind,
        command,
        BodyHash.of(kind, body.raw(), expect),
        fields.yesNo("dryRun"));
  }

  private static LocalDate date(Fields fields) throws WireFault {
    try {
      return LocalDate.parse(fields.text("date", Fields.TEXT_CHARS_MAX));
    } catch (DateTimeParseException notADate) {
      throw fields.wrong("date", "a date such as 2026-09-14");
    }
  }

  private static Receipt receipt(Fields fields) throws WireFault {
    return new Receipt(
        fields.oneOf("of", List.of(Of.values())),
        fields.text("id", Id.LENGTH_MAX),
        fields.oneOf("stage", List.of(Stage.values())),
        fields.maybeWhole("skewMs", -SKEW_MS_MAX, SKEW_MS_MAX),
        fields.yesNo("hidden"));
  }
}

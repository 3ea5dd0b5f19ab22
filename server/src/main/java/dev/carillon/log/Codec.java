package dev.carillon.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.floor.Carry;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Result;
import dev.carillon.floor.Stamp;
import dev.carillon.school.School;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// How what is kept is written: JSON, times as ISO text, sealed families by `type`.
///
/// Entries carry the version of their schema. A later program brings them up step by step on
/// reading; an earlier program ignores fields it does not know and refuses a version it does not
/// know.
public final class Codec {
  /// The schema version of entries written now. Raise it together with a new [Upcaster].
  public static final int SCHEMA = 1;

  /// The n-th brings version n + 1 to version n + 2.
  private static final List<Upcaster> UPCASTERS = List.of();

  private static final JsonMapper MAPPER = CodecMapper.create();
  private static final ObjectWriter ENTRY_WRITER = MAPPER.writerFor(StoredEntry.class);
  private static final ObjectReader ENTRY_READER = MAPPER.readerFor(StoredEntry.class);

  private Codec() {}

  /// An entry as it stands in the log. `v` comes first, so that it can be read before the rest.
  record StoredEntry(
      int v, CommandId id, Stamp stamp, String bodyHash, List<Event> events, Result result) {}

  record StoredReference(int v, String blob) {}

  record StoredCommand(CommandId id, Snapshot.Accepted accepted) {}

  record StoredSnapshot(Cursor at, int fold, Floor floor, List<StoredCommand> ledger) {}

  public static Buffer write(Entry entry) {
    return bytes(
        ENTRY_WRITER,
        new StoredEntry(
            SCHEMA, entry.id(), entry.stamp(), entry.bodyHash(), entry.events(), entry.result()));
  }

  static Buffer reference(String blobHash) {
    return bytes(MAPPER.writer(), new StoredReference(SCHEMA, blobHash));
  }

  /// The hash of the blob a body refers to; empty when the body is the entry itself.
  public static Optional<String> blobOf(Buffer body) {
    try (var parser = MAPPER.createParser(body.getBytes())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        if (parser.currentName().equals("blob")) {
          return Optional.ofNullable(parser.nextTextValue());
        }
        if (!parser.currentName().equals("v")) {
          return Optional.empty();
        }
        parser.nextToken();
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new Unreadable("an entry is no JSON", e);
    }
  }

  /// @throws Unreadable for a version this program does not know, and for damage
  public static Entry read(Buffer body) {
    return read(body, SCHEMA, UPCASTERS);
  }

  static Entry read(Buffer body, int schema, List<Upcaster> upcasters) {
    try {
      byte[] json = body.getBytes();
      int version = versionOf(json);
      if (version > schema || version < 1) {
        throw new Unreadable("an entry has schema version " + version + ", known is " + schema);
      }
      StoredEntry stored =
          version == schema
              ? ENTRY_READER.readValue(json)
              : ENTRY_READER.readValue(upcast(json, version, upcasters));
      return new Entry(
          stored.id(), stored.stamp(), stored.bodyHash(), stored.events(), stored.result());
    } catch (IOException e) {
      throw new Unreadable("an entry cannot be read", e);
    }
  }

  private static int versionOf(byte[] json) throws IOException {
    try (var parser = MAPPER.createParser(json)) {
      parser.nextToken();
      return "v".equals(parser.nextFieldName()) ? parser.nextIntValue(0) : 0;
    }
  }

  private static ObjectNode upcast(byte[] json, int version, List<Upcaster> upcasters)
      throws IOException {
    var node = (ObjectNode) MAPPER.readTree(json);
    for (var upcaster : upcasters.subList(version - 1, upcasters.size())) {
      node = upcaster.upcast(node);
    }
    return node;
  }

  public static Buffer write(Snapshot snapshot) {
    var ledger =
        snapshot.ledger().entrySet().stream()
            .map(command -> new StoredCommand(command.getKey(), command.getValue()))
            .toList();
    return zipped(new StoredSnapshot(snapshot.at(), snapshot.fold(), snapshot.floor(), ledger));
  }

  /// The snapshot, if the fold of that version made it.
  public static Optional<Snapshot> readSnapshot(Buffer content, int fold) {
    try {
      var tree = MAPPER.readTree(new GZIPInputStream(new ByteArrayInputStream(content.getBytes())));
      if (tree.path("fold").asInt() != fold) {
        return Optional.empty();
      }
      var stored = MAPPER.treeToValue(tree, StoredSnapshot.class);
      Map<CommandId, Snapshot.Accepted> ledger = HashMap.newHashMap(stored.ledger().size());
      stored.ledger().forEach(command -> ledger.put(command.id(), command.accepted()));
      return Optional.of(new Snapshot(stored.at(), stored.fold(), stored.floor(), ledger));
    } catch (IOException e) {
      throw new Unreadable("a snapshot cannot be read", e);
    }
  }

  public static Buffer write(School school) {
    return bytes(MAPPER.writer(), school);
  }

  public static School readSchool(Buffer content) {
    return value(content, School.class);
  }

  public static Buffer write(Carry carry) {
    return bytes(MAPPER.writer(), carry);
  }

  public static Carry readCarry(Buffer content) {
    return value(content, Carry.class);
  }

  /// The name of a content: its SHA-256 in hexadecimal.
  public static String hash(Buffer content) {
    return Hashes.sha256(content);
  }

  private static <T> T value(Buffer content, Class<T> type) {
    try {
      return MAPPER.readValue(content.getBytes(), type);
    } catch (IOException e) {
      throw new Unreadable("a " + type.getSimpleName() + " cannot be read", e);
    }
  }

  private static Buffer bytes(ObjectWriter writer, Object value) {
    try {
      return Buffer.buffer(writer.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written: " + value.getClass(), e);
    }
  }

  private static Buffer zipped(Object value) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      MAPPER.writeValue(zip, value);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be written: " + value.getClass(), e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}

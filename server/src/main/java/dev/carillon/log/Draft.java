package dev.carillon.log;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/// An entry ready to be written: encoded once, on the thread that decided it.
///
/// @param body what stands in the log: the entry, or the hash under which a big one is kept
/// @param blob what is kept beside the log; empty for all but very few entries
public record Draft(Entry entry, Buffer body, Optional<Blob> blob) {
  /// Entries above this many bytes are kept beside the log: a bigger one would fill the messages
  /// that tell other nodes of it.
  public static final int BODY_BYTES_MAX = 16_384;

  /// Something big, kept under the hash of its content.
  public record Blob(String hash, Buffer content) {}

  public static Draft of(Entry entry) {
    var body = Codec.write(entry);
    if (body.length() <= BODY_BYTES_MAX) {
      return new Draft(entry, body, Optional.empty());
    }
    var blob = new Blob(Hashes.sha256(body), body);
    return new Draft(entry, Codec.reference(blob.hash()), Optional.of(blob));
  }
}

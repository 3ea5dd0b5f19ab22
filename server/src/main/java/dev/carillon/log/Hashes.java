package dev.carillon.log;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The two hashes of a log: of content, and of history.
final class Hashes {
  /// Bytes of SHA-256 in a tag: 72 bits tell two histories of one day apart for good, and fit
  /// twelve characters.
  private static final int TAG_BYTES = 9;

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Hashes() {}

  static String sha256(Buffer content) {
    return HexFormat.of().formatHex(digest().digest(content.getBytes()));
  }

  /// The tag after a body, given the tag before it.
  static String tag(String previous, Buffer body) {
    var digest = digest();
    digest.update(previous.getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) '\n');
    byte[] hash = digest.digest(body.getBytes());
    return BASE64.encodeToString(Arrays.copyOf(hash, TAG_BYTES));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

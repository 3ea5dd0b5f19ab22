package dev.carillon.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.TreeSet;

/// Tells whether a command that came again says the same. Fields are taken in the order of their
/// names, so that their order and layout do not matter; the dry-run mark is not part of it.
final class BodyHash {
  /// 128 bits: the device that would profit from a collision is the one that sent both.
  private static final int HASH_BYTES = 16;

  private BodyHash() {}

  static String of(CommandKind kind, JsonNode body, OptionalLong expect) {
    var canonical = new StringBuilder(kind.word()).append(' ');
    append(canonical, body);
    expect.ifPresent(version -> canonical.append(' ').append(version));
    var hash = sha256().digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES));
  }

  private static void append(StringBuilder canonical, JsonNode node) {
    if (!node.isObject()) {
      canonical.append(node);
      return;
    }
    var names = new TreeSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    canonical.append('{');
    for (var name : names) {
      canonical.append(name.length()).append(':').append(name).append('=');
      append(canonical, node.required(name));
      canonical.append(';');
    }
    canonical.append('}');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}

package dev.carillon.gateway;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The lines over plain calls of this node, by the secret each was opened with: a browser's calls
/// come by several connections, and so to any loop. Any thread.
final class Lines {
  private static final int SECRET_BYTES = 16;

  private final SecureRandom dice = new SecureRandom();
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  /// A line and the loop it belongs to.
  record Open(Loop loop, HttpLine line) {}

  /// A secret nobody has yet.
  String draw() {
    var bytes = new byte[SECRET_BYTES];
    dice.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Knows it until it is [#over].
  void add(String secret, Loop loop, HttpLine line) {
    open.put(secret, new Open(loop, line));
  }

  Optional<Open> find(@Nullable String secret) {
    return secret == null ? Optional.empty() : Optional.ofNullable(open.get(secret));
  }

  void over(String secret) {
    open.remove(secret);
  }

  int count() {
    return open.size();
  }
}

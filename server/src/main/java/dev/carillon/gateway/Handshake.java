package dev.carillon.gateway;

import dev.carillon.wire.FrameReader;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks at who knocks before a socket is opened, as browsers let any page open sockets anywhere
/// (cross-site WebSocket hijacking).
final class Handshake {
  static final String PATH = "/ws";

  private Handshake() {}

  /// Why not, as an HTTP status.
  record No(int status, String reason) {}

  /// Empty = welcome. The origin must be one of ours letter by letter; none at all is none of ours.
  static Optional<No> check(ServerWebSocketHandshake knock, Set<String> origins) {
    if (!knock.path().equals(PATH)) {
      return Optional.of(new No(404, "path"));
    }
    if (!isOurs(knock.headers().getAll(HttpHeaders.ORIGIN), origins)) {
      return Optional.of(new No(403, "origin"));
    }
    return speaksOurs(knock) ? Optional.empty() : Optional.of(new No(400, "protocol"));
  }

  static boolean isOurs(List<String> sent, Set<String> origins) {
    return sent.size() == 1 && origins.contains(sent.getFirst());
  }

  private static boolean speaksOurs(ServerWebSocketHandshake knock) {
    return knock.headers().getAll("sec-websocket-protocol").stream()
        .flatMap(line -> Stream.of(line.split(",")))
        .anyMatch(protocol -> protocol.strip().equals(FrameReader.PROTOCOL));
  }
}

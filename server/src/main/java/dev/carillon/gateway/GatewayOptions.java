package dev.carillon.gateway;

import dev.carillon.school.Id.PersonId;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How the gateway is set up.
///
/// @param port 0 = any free one
/// @param loops how many event loops take connections
/// @param isSecure whether devices reach it by TLS, here or at a proxy in front
/// @param origins whose pages may connect, as browsers write them; empty = only its own address
///   once the port is known
/// @param certificate empty = plain HTTP
/// @param demo in a demo, who is shown in which role, by the role's word
public record GatewayOptions(
    String host,
    int port,
    int loops,
    boolean isSecure,
    Set<String> origins,
    Optional<PemKeyCertOptions> certificate,
    Optional<Map<String, PersonId>> demo,
    Timing timing) {
  public GatewayOptions {
    origins = Set.copyOf(origins);
  }

  boolean isDemo() {
    return demo.isPresent();
  }

  /// How long the gateway waits for what.
  ///
  /// @param hello from the socket's opening to the first frame
  /// @param beat the longest silence of the server
  /// @param slow how long a device may not read before its socket is closed
  /// @param drain over how long devices are sent away at a stop
  /// @param recheck how often it is asked whether sessions still hold, should a message be lost
  /// @param head how long a new connection may take to say what it wants
  /// @param grace how long after her last device left somebody counts as connected
  /// @param shown how long a device may take to show a prompt before the helper is told
  public record Timing(
      Duration hello,
      Duration beat,
      Duration slow,
      Duration drain,
      Duration recheck,
      Duration head,
      Duration grace,
      Duration shown) {
    public static final Timing USUAL =
        new Timing(
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10));
  }
}

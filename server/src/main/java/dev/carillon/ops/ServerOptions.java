package dev.carillon.ops;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// What a server is started with. `Main` makes one from [Settings], the demo and the tests by hand.
///
/// @param host the address it listens on
/// @param port 0 = any free one
/// @param school the school's folder
/// @param data where the own Redis keeps its files; made when it is not there
/// @param redis a Redis of one's own; empty = start the embedded one in `data`
/// @param reset whether to empty the log of the day before opening it; a demo's only
/// @param publicUrl what devices call it when that is not `http://host:port`: behind a proxy that
///   ends TLS it starts with `https`
/// @param origins further origins whose pages may connect, exactly as browsers write them
/// @param tls empty = plain HTTP
/// @param management where health and metrics are served
/// @param demo empty in a school
/// @param sources the file that says which programs outside may send signals; empty = none may
public record ServerOptions(
    String host,
    int port,
    Path school,
    Path data,
    Optional<String> redis,
    boolean reset,
    Optional<URI> publicUrl,
    List<String> origins,
    Optional<Tls> tls,
    Management management,
    Optional<Demo> demo,
    Optional<Path> sources) {
  public static final String LOOPBACK = "127.0.0.1";

  public ServerOptions {
    origins = List.copyOf(origins);
  }

  /// Files in PEM.
  public record Tls(Path certificate, Path key) {}

  /// @param port 0 = any free one
  public record Management(String host, int port) {}

  /// A demo: reusable sign-in links, tickets without signing in (loopback only) and a clock that
  /// can be turned.
  ///
  /// @param speed of the floor's clock: 0, 1, 10, 60 or 300
  /// @param date the service date; empty = the next day with school, today included
  /// @param at the floor time to start at when the day has no log yet; empty = five minutes before
  ///   the first bell. A day that was begun goes on from where it was
  public record Demo(int speed, Optional<LocalDate> date, Optional<LocalTime> at) {}

  /// A server on loopback with an own Redis in `data`, on any free port.
  public static ServerOptions onLoopback(Path school, Path data) {
    return new ServerOptions(
        LOOPBACK,
        0,
        school,
        data,
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new Management(LOOPBACK, 0),
        Optional.empty(),
        Optional.empty());
  }

  public ServerOptions at(String newHost, int newPort) {
    return new ServerOptions(
        newHost,
        newPort,
        school,
        data,
        redis,
        reset,
        publicUrl,
        origins,
        tls,
        management,
        demo,
        sources);
  }

  public ServerOptions withRedis(Optional<String> url) {
    return new ServerOptions(
        host, port, school, data, url, reset, publicUrl, origins, tls, management, demo, sources);
  }

  public ServerOptions withReset(boolean resets) {
    return new ServerOptions(
        host,
        port,
        school,
        data,
        redis,
        resets,
        publicUrl,
        origins,
        tls,
        management,
        demo,
        sources);
  }

  public ServerOptions withDemo(Demo newDemo) {
    return new ServerOptions(
        host,
        port,
        school,
        data,
        redis,
        reset,
        publicUrl,
        origins,
        tls,
        management,
        Optional.of(newDemo),
        sources);
  }

  public ServerOptions withSources(Path file) {
    return new ServerOptions(
        host,
        port,
        school,
        data,
        redis,
        reset,
        publicUrl,
        origins,
        tls,
        management,
        demo,
        Optional.of(file));
  }
}

package dev.carillon.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// The web client, as it was packed into the program under `webroot/`.
///
/// Files are read once and kept, packed as well where that helps. Only what is there can be asked
/// for: a path is letters, digits and `. _ - /`, no part of it begins with a dot, and the last one
/// has an ending, as folders can be read like files.
final class Pages {
  private static final String ROOT = "webroot/";
  private static final Pattern PATH =
      Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/[A-Za-z0-9_-][A-Za-z0-9._-]*[.][a-z0-9]+");
  private static final Set<String> SCREENS =
      Set.of(
          "/",
          "/sign-in",
          "/student",
          "/helper",
          "/leader",
          "/board",
          "/kiosk",
          "/print",
          "/health",
          "/visitors",
          "/network-check");

  /// Where a badge is held to the camera.
  private static final Set<String> SCANNING = Set.of("/kiosk");

  /// Vite names what lies here by its content.
  private static final String IMMUTABLE = "/assets/";

  private static final Pattern BUILD =
      Pattern.compile("<meta name=\"carillon-build\" content=\"([0-9a-f]+)\"");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private static final Set<String> PACKABLE =
      Set.of("html", "js", "css", "json", "webmanifest", "svg", "txt");

  private static final String ABSENT =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Carillon</title>
      <h1>Carillon runs, but its pages are missing</h1>
      <p>This program was built without the web client. Build it with <code>./carillon build</code>
      and start it again.</p>
      </html>
      """;

  private final Vertx vertx;
  private final boolean isSecure;
  private final Map<String, Optional<Page>> pages = new ConcurrentHashMap<>();

  Pages(Vertx vertx, boolean isSecure) {
    this.vertx = vertx;
    this.isSecure = isSecure;
  }

  /// Which build of the web client this is, as its first page says; empty without one.
  static Optional<String> build() {
    try (var file = Pages.class.getClassLoader().getResourceAsStream(ROOT + "index.html")) {
      if (file == null) {
        return Optional.empty();
      }
      var match = BUILD.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program's own pages", unreadable);
    }
  }

  private record Page(Buffer plain, Optional<Buffer> packed, String type, String tag) {}

  void answer(HttpServerRequest request) {
    var asked = String.valueOf(request.path());
    var path = SCREENS.contains(asked) ? "/index.html" : asked;
    if (!isRead(request) || !PATH.matcher(path).matches()) {
      Headers.put(request.response(), isSecure, false);
      Problem.NOT_FOUND.send(request.response());
      return;
    }
    var known = pages.get(path);
    if (known != null) {
      send(request, path, known);
    } else {
      vertx
          .executeBlocking(() -> load(path), false)
          .onSuccess(page -> send(request, path, page))
          .onFailure(_ -> Problem.NOT_READY.send(request.response()));
    }
  }

  private static boolean isRead(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
  }

  /// What is not there is not remembered, or asking for it could fill the memory.
  private Optional<Page> load(String path) throws IOException {
    try (var file = Pages.class.getClassLoader().getResourceAsStream(ROOT + path.substring(1))) {
      if (file == null) {
        return Optional.empty();
      }
      var page = Optional.of(page(path, file.readAllBytes()));
      pages.put(path, page);
      return page;
    }
  }

  private static Page page(String path, byte[] bytes) {
    var ending = path.substring(path.lastIndexOf('.') + 1);
    return new Page(
        Buffer.buffer(bytes),
        PACKABLE.contains(ending) ? Optional.of(Buffer.buffer(pack(bytes))) : Optional.empty(),
        TYPES.getOrDefault(ending, "application/octet-stream"),
        tag(bytes));
  }

  private void send(HttpServerRequest request, String path, Optional<Page> found) {
    var response = request.response();
    Headers.put(response, isSecure, SCANNING.contains(request.path()));
    // So that a page of ours is told from what a portal in between shows instead.
    response.putHeader("x-carillon", "1");
    if (found.isEmpty()) {
      absent(request, path);
      return;
    }
    var page = found.get();
    boolean isImmutable = path.startsWith(IMMUTABLE);
    response
        .putHeader("content-type", page.type())
        .putHeader("etag", page.tag())
        .putHeader("vary", "accept-encoding")
        .putHeader(
            "cache-control", isImmutable ? "public, max-age=31536000, immutable" : "no-cache");
    if (page.tag().equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    boolean takesPacked = takesPacked(request) && page.packed().isPresent();
    var body = takesPacked ? page.packed().orElse(page.plain()) : page.plain();
    if (takesPacked) {
      response.putHeader("content-encoding", "gzip");
    }
    if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader("content-length", String.valueOf(body.length())).end();
    } else {
      response.end(body);
    }
  }

  private static void absent(HttpServerRequest request, String path) {
    if (path.equals("/index.html")) {
      request
          .response()
          .setStatusCode(503)
          .putHeader("content-type", "text/html; charset=utf-8")
          .end(ABSENT);
    } else {
      Problem.NOT_FOUND.send(request.response());
    }
  }

  private static boolean takesPacked(HttpServerRequest request) {
    var takes = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return takes != null && takes.contains("gzip");
  }

  private static byte[] pack(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return packed.toByteArray();
  }

  private static String tag(byte[] bytes) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}

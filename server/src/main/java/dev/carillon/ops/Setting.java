package dev.carillon.ops;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Every key a server can be set by, with its default and what it must look like.
enum Setting {
  HOST("server.host", "127.0.0.1", "an address of this machine", Setting::isWord),
  PORT("server.port", "8420", "a port from 0 to 65535, 0 = any free one", Setting::isPort),
  PUBLIC_URL(
      "server.public-url",
      "",
      "what devices call it, such as https://bells.example.org, or nothing",
      Setting::isUrlOrNothing),
  ORIGINS(
      "server.origins",
      "",
      "further origins such as https://bells.example.org, with spaces between",
      Setting::areOrigins),
  ALLOW_PLAIN_HTTP("server.allow-plain-http", "false", "true or false", Setting::isYesNo),
  TLS_CERTIFICATE("server.tls-certificate", "", "a PEM file, or nothing", _ -> true),
  TLS_KEY("server.tls-key", "", "a PEM file, or nothing", _ -> true),
  SCHOOL("school.folder", "config/schools/desert-ridge", "a school folder", Setting::isWord),
  SOURCES("school.sources", "", "a file of programs that may send signals, or nothing", _ -> true),
  DATA("store.data", "data/server", "a folder for the Redis started here", Setting::isWord),
  REDIS("store.redis", "", "redis://… or rediss://…, or nothing", Setting::isRedisOrNothing),
  MANAGEMENT_HOST("management.host", "127.0.0.1", "an address of this machine", Setting::isWord),
  MANAGEMENT_PORT("management.port", "8421", "a port from 0 to 65535", Setting::isPort),
  LOG_FORMAT("log.format", "text", "text or json", List.of("text", "json")::contains);

  /// Whether a value may stand there.
  @FunctionalInterface
  private interface Check {
    boolean accepts(String value);
  }

  private static final int PORT_MAX = 65_535;

  private final String path;
  private final String usual;
  private final String expected;

  @SuppressWarnings("ImmutableEnumChecker") // All of them look at their argument and nothing else.
  private final Check check;

  Setting(String path, String usual, String expected, Check check) {
    this.path = path;
    this.usual = usual;
    this.expected = expected;
    this.check = check;
  }

  /// The key in the settings file, its parts joined by dots.
  String path() {
    return path;
  }

  String usual() {
    return usual;
  }

  String expected() {
    return expected;
  }

  boolean accepts(String value) {
    return check.accepts(value);
  }

  /// The variable that overrides the file: `CARILLON_SERVER_PORT`.
  String variable() {
    return "CARILLON_" + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  static Optional<Setting> of(String path) {
    return Stream.of(values()).filter(setting -> setting.path.equals(path)).findFirst();
  }

  private static boolean isWord(String value) {
    return !value.isBlank();
  }

  private static boolean isYesNo(String value) {
    return value.equals("true") || value.equals("false");
  }

  private static boolean isPort(String value) {
    return value.matches("\\d{1,5}") && Integer.parseInt(value) <= PORT_MAX;
  }

  private static boolean isUrlOrNothing(String value) {
    return value.isEmpty() || value.matches("https?://[^/\\s]+/?");
  }

  private static boolean areOrigins(String value) {
    return value.isBlank()
        || Stream.of(value.strip().split("\\s+"))
            .allMatch(origin -> origin.matches("https?://[a-z0-9.\\[\\]:-]+"));
  }

  private static boolean isRedisOrNothing(String value) {
    return value.isEmpty() || value.matches("rediss?://\\S+");
  }
}

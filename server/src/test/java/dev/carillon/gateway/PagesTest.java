package dev.carillon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files of the web client, of which a few stand in the tests' own `webroot`.
final class PagesTest {
  private final TestHouse house = new TestHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/,                         text/html; charset=utf-8",
    "/sign-in,                  text/html; charset=utf-8",
    "/student,                  text/html; charset=utf-8",
    "/favicon.svg,              image/svg+xml",
    "/app.webmanifest,          application/manifest+json",
    "/assets/app-1a2b3c.js,     text/javascript; charset=utf-8",
    "/assets/type-1a2b3c.woff2, font/woff2",
  })
  void a_file_says_what_it_is(String path, String type) {
    var reply = get(path);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers().get("content-type")).isEqualTo(type);
    assertThat(reply.headers().get("x-content-type-options")).isEqualTo("nosniff");
  }

  @Test
  void what_is_named_by_its_content_is_kept_and_the_rest_is_asked_for_again() {
    assertThat(get("/assets/app-1a2b3c.js").headers().get("cache-control")).contains("immutable");
    var icon = get("/favicon.svg").headers();
    assertThat(icon.get("cache-control")).isEqualTo("no-cache");
    assertThat(get("/favicon.svg", Map.of("If-None-Match", icon.get("etag"))).status())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/none",
        "/none.svg",
        "/student/mira",
        "/assets",
        "/assets/",
        "/.hidden.txt",
        "/../logback.xml",
        "/%2e%2e/logback.xml",
        "//favicon.svg",
      })
  void what_is_not_there_is_not_found(String path) {
    var reply = get(path);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body().getInteger("code")).isEqualTo(1106);
    assertThat(reply.headers().get("content-security-policy")).contains("default-src 'none'");
  }

  private TestHouse.Reply get(String path) {
    return get(path, Map.of());
  }

  private TestHouse.Reply get(String path, Map<String, String> headers) {
    return house.call(HttpMethod.GET, path, headers, null);
  }
}

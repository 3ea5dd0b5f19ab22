package dev.carillon.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carillon.gateway.Await;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.school.Person;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole server with its own Redis, as the demo and `serve` start it.
final class ServerTest {
  private static final Path SCHOOL = Path.of("../config/schools/desert-ridge");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = vertx.createHttpClient();
  private final WebSocketClient sockets = vertx.createWebSocketClient();

  @TempDir Path data;

  @AfterEach
  void close() {
    Await.on(vertx.close());
  }

  @Test
  void a_demo_tells_whom_it_shows_and_lets_them_in_again_and_again() {
    var server = Await.on(Server.start(demo()));
    try {
      assertThat(server.signIn().keySet())
          .containsExactly(
              "student", "paraprofessional", "teacher", "leader", "administrator", "board");
      var facts = get(server.url().resolve("/api/v1/demo"));
      assertThat(facts.body().getJsonObject("people").getJsonObject("student").getString("id"))
          .isNotEmpty();
      var link = server.signIn().get("paraprofessional").getFragment();
      assertThat(signIn(server, link).status()).isEqualTo(200);
      assertThat(signIn(server, link).body().getString("screen")).isEqualTo("helper");
      assertThat(get(server.management().resolve("/healthz/ready")).status()).isEqualTo(200);
      assertThat(get(server.management().resolve("/healthz/started")).status()).isEqualTo(200);
      assertThat(text(server.management().resolve("/metrics")))
          .contains("carillon_build_info", "carillon_store_up", "carillon_students");
    } finally {
      Await.on(server.stop());
    }
  }

  @Test
  void a_demo_goes_on_from_where_it_stopped() {
    var first = Await.on(Server.start(demo()));
    var began = at(first);
    Await.on(first.stop());

    var again = Await.on(Server.start(demo()));
    try {
      var resumed = at(again);
      assertThat(resumed).isGreaterThanOrEqualTo(began);
      assertThat(resumed - began).isLessThan(60_000);
    } finally {
      Await.on(again.stop());
    }
  }

  @Test
  void a_taken_port_and_a_taken_folder_are_one_sentence_each() {
    var server = Await.on(Server.start(demo()));
    try {
      assertThatThrownBy(() -> Await.on(Server.start(demo().at("127.0.0.1", server.port()))))
          .hasRootCauseInstanceOf(RuntimeException.class)
          .cause()
          .isInstanceOf(StartException.class)
          .hasMessageNotContaining("\n");
      var elsewhere = ServerOptions.onLoopback(SCHOOL, data.resolve("other"));
      assertThatThrownBy(() -> Await.on(Server.start(elsewhere.at("127.0.0.1", server.port()))))
          .cause()
          .isInstanceOf(StartException.class)
          .hasMessageContaining("is taken by another program");
    } finally {
      Await.on(server.stop());
    }
  }

  @Test
  void a_redis_that_is_not_there_is_one_sentence_without_its_password() throws IOException {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    var nobody = Optional.of("redis://:hidden@127.0.0.1:" + free);
    assertThatThrownBy(() -> Await.on(Server.start(demo().withRedis(nobody))))
        .cause()
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith("Redis at 127.0.0.1:" + free + " does not answer")
        .hasMessageNotContaining("hidden");
    assertThatThrownBy(() -> Await.on(Server.start(demo().withRedis(Optional.of("no redis")))))
        .cause()
        .isInstanceOf(StartException.class)
        .hasMessageContaining("write it as redis://");
  }

  @Test
  void a_server_whose_redis_is_gone_says_so_and_recovers() {
    var redis = EmbeddedRedis.start(data.resolve("own"));
    var server = Await.on(Server.start(demo().withRedis(Optional.of(redis.uri()))));
    try {
      var ready = server.management().resolve("/healthz/ready");
      assertThat(get(ready).status()).isEqualTo(200);
      int port = redis.port();
      redis.close();
      await().untilAsserted(() -> assertThat(get(ready).status()).isEqualTo(503));
      assertThat(get(server.management().resolve("/healthz/live")).status()).isEqualTo(200);
      redis = EmbeddedRedis.start(data.resolve("own"), port);
      await()
          .atMost(Duration.ofSeconds(Await.SECONDS))
          .untilAsserted(() -> assertThat(get(ready).status()).isEqualTo(200));
    } finally {
      Await.on(server.stop());
      redis.close();
    }
  }

  @Test
  void no_line_of_the_log_names_anybody_or_holds_a_secret() {
    var errors = System.err;
    var log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      var server = Await.on(Server.start(demo()));
      var student = server.school().students().getFirst();
      var link = server.signIn().get("paraprofessional").getFragment();
      signIn(server, link);
      signIn(server, "guess-of-a-link");
      var ticket = Await.on(server.ticket(student.id()));
      say(server, ticket, Optional.of(ask("I lost my blue folder")), "done");
      say(server, ticket, Optional.empty(), "error");
      Await.on(server.stop());
      assertThat(log.toString(StandardCharsets.UTF_8))
          .contains("sign-in")
          .doesNotContain(link, "guess-of-a-link", ticket, "blue folder", student.id().value())
          .doesNotContain(server.school().people().values().stream().map(Person::name).toList())
          .doesNotContain("redis://");
    } finally {
      System.setErr(errors);
    }
  }

  @Test
  void a_school_that_cannot_be_read_says_why() {
    assertThatThrownBy(
            () -> Await.on(Server.start(ServerOptions.onLoopback(data.resolve("none"), data))))
        .cause()
        .isInstanceOf(StartException.class)
        .hasMessageContaining("school.yaml");
  }

  private ServerOptions demo() {
    return ServerOptions.onLoopback(SCHOOL, data.resolve("redis"))
        .withDemo(
            new ServerOptions.Demo(
                1, Optional.of(LocalDate.of(2026, 9, 14)), Optional.of(LocalTime.of(9, 0))));
  }

  /// The floor's time, as a device is told it.
  private long at(RunningServer server) {
    var ticket = Await.on(server.ticket(server.school().students().getFirst().id()));
    var welcome = say(server, ticket, Optional.empty(), "welcome");
    var clock = welcome.getJsonObject("clock");
    return clock.getLong("baseMs")
        + (welcome.getLong("sourceMs") - clock.getLong("originMs")) * clock.getInteger("speed");
  }

  private static JsonObject ask(String text) {
    return new JsonObject()
        .put("t", "command")
        .put("id", "019949a0-7c00-7000-8000-000000000001")
        .put("date", "2026-09-14")
        .put("kind", "help.ask")
        .put("body", new JsonObject().put("kind", "work").put("text", text));
  }

  /// Says hello and, once welcomed, one thing more; gives back the first frame of a type.
  private JsonObject say(
      RunningServer server, String ticket, Optional<JsonObject> then, String awaited) {
    var heard = Promise.<JsonObject>promise();
    var socket =
        Await.on(
            sockets.connect(
                new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(server.port())
                    .setURI("/ws")
                    .addHeader("Origin", server.url().toString())
                    .addSubProtocol("carillon.v1")));
    socket.textMessageHandler(
        text -> {
          var frame = new JsonObject(text);
          if (frame.getString("t").equals("welcome")) {
            then.ifPresent(more -> socket.writeTextMessage(more.encode()));
          }
          if (frame.getString("t").equals(awaited)) {
            heard.tryComplete(frame);
          }
        });
    socket.writeTextMessage(
        new JsonObject()
            .put("t", "hello")
            .put("protocol", "carillon.v1")
            .put("device", "d")
            .put("app", "test")
            .put("ticket", ticket)
            .put("screen", "student")
            .encode());
    return Await.on(heard.future());
  }

  private record Reply(int status, JsonObject body) {}

  private Reply get(URI uri) {
    return Await.on(call(HttpMethod.GET, uri, Optional.empty()));
  }

  private String text(URI uri) {
    return Await.on(
        http.request(HttpMethod.GET, uri.getPort(), uri.getHost(), uri.getPath())
            .compose(request -> request.send().compose(response -> response.body()))
            .map(Object::toString));
  }

  private Reply signIn(RunningServer server, String link) {
    return Await.on(
        call(
            HttpMethod.POST,
            server.url().resolve("/api/v1/sign-in"),
            Optional.of(new JsonObject().put("link", link))));
  }

  private Future<Reply> call(HttpMethod method, URI uri, Optional<JsonObject> body) {
    // All in one step: a body that comes before somebody asks for it is lost.
    return http.request(method, uri.getPort(), uri.getHost(), uri.getPath())
        .compose(
            request ->
                request
                    .putHeader("X-Carillon", "1")
                    .putHeader("Origin", uri.getScheme() + "://" + uri.getAuthority())
                    .send(body.map(JsonObject::encode).orElse(""))
                    .compose(
                        response ->
                            response
                                .body()
                                .map(raw -> new Reply(response.statusCode(), raw.toJsonObject()))));
  }
}

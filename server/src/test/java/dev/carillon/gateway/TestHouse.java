package dev.carillon.gateway;

import dev.carillon.Fixtures;
import dev.carillon.access.Door;
import dev.carillon.access.MemoryAccessStore;
import dev.carillon.desk.Desk;
import dev.carillon.desk.Desks;
import dev.carillon.desk.OpeningOptions;
import dev.carillon.desk.Order;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.FloorClock;
import dev.carillon.gateway.Gateway.Fittings;
import dev.carillon.gateway.GatewayOptions.Timing;
import dev.carillon.log.CommandId;
import dev.carillon.log.FloorLog;
import dev.carillon.log.memory.MemoryFloorLog;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The made-up school with its doors open: a real gateway on a free port over a desk with its log
/// in memory, at 08:10 of the day F1.
final class TestHouse implements AutoCloseable {
  static final Timing QUICK =
      new Timing(
          Duration.ofMillis(600),
          Duration.ofMillis(400),
          Duration.ofMillis(800),
          Duration.ofMillis(300),
          Duration.ofMillis(500),
          // On a busy machine a device may take long over a head.
          Duration.ofSeconds(30),
          Duration.ofMillis(400),
          Duration.ofMillis(400));

  final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  final MemoryAccessStore store = new MemoryAccessStore(InstantSource.system());
  final MemoryPresenceStore presence = new MemoryPresenceStore(InstantSource.system());
  final Door door;
  final Desk desk;
  volatile boolean isStoreAway;
  private final Sources sources;
  private final GatewayOptions options;
  final Gateway gateway;
  final HttpClient http = vertx.createHttpClient();
  final WebSocketClient sockets =
      vertx.createWebSocketClient(
          new WebSocketClientOptions().setMaxConnections(500).setClosingTimeout(1));

  TestHouse() {
    this(QUICK, Optional.empty());
  }

  TestHouse(Timing timing, Optional<Map<String, PersonId>> demo) {
    this(timing, demo, "08:10");
  }

  /// At another time of the day.
  TestHouse(Timing timing, Optional<Map<String, PersonId>> demo, String localTime) {
    this(timing, demo, localTime, Fixtures.school(), Sources.NONE);
  }

  /// Another school with the day of the usual one, and programs outside that may tell something.
  TestHouse(
      Timing timing,
      Optional<Map<String, PersonId>> demo,
      String localTime,
      School school,
      Sources sources) {
    this.sources = sources;
    dev.carillon.desk.Clock clock = System::currentTimeMillis;
    var desks = new Desks(vertx, log(clock), clock);
    var floorClock = new FloorClock(clock.sourceMs(), Fixtures.at(localTime).toEpochMilli(), 1);
    desk =
        Await.on(
            desks.open(
                school,
                Fixtures.DATE,
                Fixtures.day(),
                Fixtures.assignments(),
                new OpeningOptions(demo.isPresent(), floorClock)));
    catchUp();
    door = new Door(store, InstantSource.system(), Fixtures.ZONE);
    options =
        new GatewayOptions("127.0.0.1", 0, 2, false, Set.of(), Optional.empty(), demo, timing);
    gateway = another();
  }

  /// In memory, and away for as long as a test says so.
  private FloorLog log(dev.carillon.desk.Clock clock) {
    var log = new MemoryFloorLog(Runnable::run, clock::sourceMs);
    return (FloorLog)
        Proxy.newProxyInstance(
            FloorLog.class.getClassLoader(),
            new Class<?>[] {FloorLog.class},
            (_, method, args) ->
                isStoreAway && method.getReturnType().equals(Future.class)
                    ? Future.failedFuture("the store is away")
                    : method.invoke(log, args));
  }

  /// One more node of the same school: sockets of its own, the same floor.
  Gateway another() {
    var fittings =
        new Fittings(
            metrics,
            new Audit(new byte[32]),
            new MemoryPublished(Fixtures.school()),
            presence,
            sources,
            Optional.of(
                new Imported(1_789_372_800_000L, List.of(new Imported.Left("students.csv", 3)))));
    return Await.on(Gateway.start(vertx, options, door, System::currentTimeMillis, fittings, desk));
  }

  /// Lets what fell due before then happen, so that tests see their own changes only.
  private void catchUp() {
    var id = new CommandId(Fixtures.ABEL, "dry");
    Await.on(
        desk.submit(
            new Order(id, Fixtures.DATE, Role.PARAPROFESSIONAL, new StartDuty(), "", true)));
  }

  String origin() {
    return "http://127.0.0.1:" + gateway.port();
  }

  /// A device of this person that said hello and was welcomed.
  Device device(PersonId who, String screen) {
    return device(who, screen, Optional.empty());
  }

  Device device(PersonId who, String screen, Optional<JsonObject> cursor) {
    var device = knock();
    device.send(hello(ticket(who), screen, cursor));
    device.await("welcome");
    return device;
  }

  /// A device that connects to another node.
  Device device(Gateway node, PersonId who, String screen) {
    var device = Device.connect(sockets, node.port(), "http://127.0.0.1:" + node.port());
    device.send(hello(ticket(who), screen, Optional.empty()));
    device.await("welcome");
    return device;
  }

  /// A socket that has said nothing yet.
  Device knock() {
    return Device.connect(sockets, gateway.port(), origin());
  }

  String ticket(PersonId who) {
    return Await.on(door.demoTicket(who));
  }

  /// Signs somebody in, for calls of hers.
  String cookie(PersonId who) {
    var link = new JsonObject().put("link", Await.on(door.link(who, Duration.ofMinutes(5))));
    return call(HttpMethod.POST, "/api/v1/sign-in", "", link).cookie();
  }

  static JsonObject hello(String ticket, String screen, Optional<JsonObject> cursor) {
    var hello =
        new JsonObject()
            .put("t", "hello")
            .put("protocol", "carillon.v1")
            .put("device", "d-1")
            .put("app", "test")
            .put("ticket", ticket)
            .put("screen", screen);
    cursor.ifPresent(it -> hello.put("cursor", it));
    return hello;
  }

  /// @param text as it came, whatever it is
  record Reply(int status, JsonObject body, String cookie, MultiMap headers, String text) {}

  /// A call as one of our own pages makes it.
  Reply call(HttpMethod method, String path, String cookie, JsonObject body) {
    return call(
        method, path, Map.of("Origin", origin(), "X-Carillon", "1", "Cookie", cookie), body);
  }

  Reply call(HttpMethod method, String path, Map<String, String> headers, JsonObject body) {
    // All in one step: a body that comes before somebody asks for it is lost.
    return Await.on(
        http.request(method, gateway.port(), "127.0.0.1", path)
            .compose(request -> send(request, headers, body)));
  }

  private static Future<Reply> send(
      HttpClientRequest request, Map<String, String> headers, JsonObject body) {
    headers.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            request.putHeader(name, value);
          }
        });
    return request
        .send(body == null ? "" : body.encode())
        .compose(response -> response.body().map(raw -> reply(response, raw)));
  }

  private static Reply reply(HttpClientResponse response, Buffer raw) {
    return new Reply(
        response.statusCode(),
        raw.toString().startsWith("{") ? raw.toJsonObject() : new JsonObject(),
        cookie(response.cookies()),
        response.headers(),
        raw.toString());
  }

  private static String cookie(List<String> set) {
    return set.stream()
        .filter(it -> it.startsWith("carillon-plain="))
        .map(it -> it.substring(0, it.indexOf(';')))
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    Await.on(gateway.stop());
    Await.on(vertx.close());
  }
}

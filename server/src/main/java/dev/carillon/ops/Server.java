package dev.carillon.ops;

import dev.carillon.access.Door;
import dev.carillon.access.redis.RedisAccessStore;
import dev.carillon.desk.Clock;
import dev.carillon.desk.Desk;
import dev.carillon.desk.FloorTime;
import dev.carillon.gateway.Audit;
import dev.carillon.gateway.Gateway;
import dev.carillon.gateway.GatewayOptions;
import dev.carillon.gateway.GatewayOptions.Timing;
import dev.carillon.gateway.Imported;
import dev.carillon.gateway.Sources;
import dev.carillon.gateway.redis.RedisPresenceStore;
import dev.carillon.log.FloorKey;
import dev.carillon.log.redis.RedisFloorLog;
import dev.carillon.log.redis.RedisLogOptions;
import dev.carillon.ops.redis.EmbeddedRedis;
import dev.carillon.ops.redis.EmbeddedRedisException;
import dev.carillon.roster.FindingsReport;
import dev.carillon.roster.Reading;
import dev.carillon.roster.SchoolFolder;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds a server by hand and starts it, part by part; what was started is stopped in reverse.
public final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  private static final Duration DEMO_LINK_LIFE = Duration.ofDays(30);

  /// A step that is not followed, and the time an answer takes.
  private static final long CLOCK_APART_MS_MAX = FloorTime.STEP_MS_MAX + 1_000;

  private static final int AUDIT_KEY_BYTES = 32;

  private final ServerOptions options;
  private final UnaryOperator<Clock> pace;
  private final int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops).setPreferNativeTransport(true));
  private final Deque<Supplier<Future<?>>> closers = new ArrayDeque<>();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private volatile Runnable handOver = () -> {};
  private @Nullable Future<Void> stopped;

  private Server(ServerOptions options, UnaryOperator<Clock> pace) {
    this.options = options;
    this.pace = pace;
  }

  /// Starts everything and completes when devices can connect. Fails with [StartException] when a
  /// person has to do something about it.
  public static Future<RunningServer> start(ServerOptions options) {
    return begin(options, UnaryOperator.identity());
  }

  /// A demo whose time somebody else paces: a rehearsal, in which it waits for what people do.
  ///
  /// @param pace what floors follow, made from the keeper's time; it may fall behind that, and
  ///   never lies ahead of it
  public static Future<RunningServer> paced(ServerOptions options, UnaryOperator<Clock> pace) {
    if (options.demo().isEmpty()) {
      throw new IllegalArgumentException("the time of a school waits for nobody");
    }
    return begin(options, pace);
  }

  private static Future<RunningServer> begin(ServerOptions options, UnaryOperator<Clock> pace) {
    var server = new Server(options, pace);
    var started = Promise.<RunningServer>promise();
    server
        .start()
        .onSuccess(started::complete)
        .onFailure(cause -> server.stop().onComplete(_ -> started.fail(told(cause, options))));
    return started.future();
  }

  private static Throwable told(Throwable cause, ServerOptions options) {
    if (isTaken(cause)) {
      return new StartException(
          "Port %d of %s is taken by another program: stop that one or choose another port."
              .formatted(options.port(), options.host()),
          cause);
    }
    return cause instanceof EmbeddedRedisException sentence
        ? new StartException(String.valueOf(sentence.getMessage()), sentence)
        : cause;
  }

  /// The native transport has no type of its own for it.
  private static boolean isTaken(Throwable cause) {
    return cause instanceof BindException
        || (cause instanceof IOException && String.valueOf(cause.getMessage()).contains("in use"));
  }

  // --- Starting
  // -----------------------------------------------------------------------------------

  private Future<RunningServer> start() {
    return read(options.school())
        .compose(
            school -> redis().compose(url -> reset(url, school)).compose(url -> store(url, school)))
        .compose(this::openDay)
        .compose(this::openDoors)
        .onSuccess(_ -> handOver.run());
  }

  private Future<School> read(Path folder) {
    return aside(() -> readable(folder));
  }

  /// Does what blocks on a thread that may wait.
  private <T> Future<T> aside(Callable<T> task) {
    return vertx.executeBlocking(task).map(done -> Objects.requireNonNull(done));
  }

  private static School readable(Path folder) {
    return switch (SchoolFolder.read(folder)) {
      case Reading.Read(var school, _) -> school;
      case Reading.Asking(_, var findings) ->
          throw new StartException(FindingsReport.text(findings));
      case Reading.Faulty(var findings) -> throw new StartException(FindingsReport.text(findings));
    };
  }

  private Future<String> redis() {
    if (options.redis().isPresent()) {
      return RedisProbe.reach(vertx, options.redis().get());
    }
    return aside(() -> EmbeddedRedis.start(options.data()))
        .map(
            redis -> {
              closers.push(() -> aside(() -> close(redis)));
              handOver = redis::leaveToOwner;
              return redis.uri();
            });
  }

  private static boolean close(EmbeddedRedis redis) {
    redis.close();
    return true;
  }

  private Future<String> reset(String url, School school) {
    return options.reset() && options.demo().isPresent()
        ? Reset.school(vertx, url, school.id()).map(url)
        : Future.succeededFuture(url);
  }

  private Future<Store> store(String url, School school) {
    return RedisFloorLog.connect(vertx, RedisLogOptions.of(url))
        .onSuccess(log -> closers.push(log::close))
        .onSuccess(this::warnOfDurability)
        .compose(
            log ->
                FloorTime.follow(vertx, log)
                    .map(pace)
                    .compose(
                        clock ->
                            RedisAccessStore.open(vertx, url, school.id())
                                .onSuccess(access -> closers.push(access::close))
                                .compose(access -> published(url, school, log, clock, access))))
        .recover(
            cause ->
                Future.failedFuture(
                    new StartException("Redis does not answer: " + cause.getMessage(), cause)));
  }

  private Future<Store> published(
      String url, School folder, RedisFloorLog log, Clock clock, RedisAccessStore access) {
    var published = new PublishedSchool(vertx, url, folder);
    closers.push(published::close);
    var presence = RedisPresenceStore.open(vertx, url, folder.id());
    closers.push(presence::close);
    return published
        .school()
        .map(school -> new Store(published, school, log, clock, access, presence));
  }

  private void warnOfDurability(RedisFloorLog log) {
    log.durability()
        .onSuccess(durability -> durability.warnings().forEach(LOG::warn))
        .onFailure(
            cause -> LOG.warn("Redis does not tell how it keeps data: {}", cause.toString()));
  }

  private Future<Day> openDay(Store store) {
    var days = new SchoolDays(vertx, store, options.demo());
    closers.push(days::stop);
    return sources()
        .compose(
            sources ->
                vertx
                    .executeBlocking(() -> ImportedFile.read(options.school()))
                    .compose(
                        imported ->
                            days.open()
                                .map(desk -> new Day(store, days, desk, sources, imported))));
  }

  private Future<Sources> sources() {
    return options
        .sources()
        .map(file -> aside(() -> SourcesFile.read(file)))
        .orElseGet(() -> Future.succeededFuture(Sources.NONE));
  }

  private record Day(
      Store store, SchoolDays days, Desk desk, Sources sources, Optional<Imported> imported) {}

  // --- The doors
  // ----------------------------------------------------------------------------------

  private Future<RunningServer> openDoors(Day day) {
    var store = day.store();
    var shown = new Shown(day.desk());
    var door = new Door(store.access(), InstantSource.system(), store.school().zone());
    var floorMetrics = new FloorMetrics(metrics, shown);
    day.desk().subscribe(floorMetrics::take);
    metrics.gauge("carillon.build.info", Tags.of("version", Version.NUMBER), 1);
    var management = new Management(metrics, readiness(store, shown));
    var fittings =
        new Gateway.Fittings(
            metrics,
            new Audit(auditKey()),
            day.store().published(),
            day.store().presence(),
            day.sources(),
            day.imported());
    return management
        .listen(vertx, options.management())
        .onSuccess(listening -> closers.push(listening::close))
        .compose(
            listening ->
                Gateway.start(
                        vertx,
                        gatewayOptions(store.school()),
                        door,
                        store.clock(),
                        fittings,
                        day.desk())
                    .onSuccess(gateway -> closers.push(gateway::stop))
                    .onSuccess(_ -> management.started())
                    .onSuccess(gateway -> day.days().watch(shown, gateway, floorMetrics))
                    .compose(gateway -> running(day, door, gateway, listening)));
  }

  private static byte[] auditKey() {
    var key = new byte[AUDIT_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private static Health readiness(Store store, Shown shown) {
    var health = new Health();
    health.add("store", () -> store.log().sourceMs().map(""));
    health.add(
        "floor",
        () ->
            Future.succeededFuture(
                shown.get().state().isAway() ? "nothing can be saved at present" : ""));
    health.add("clock", () -> store.log().sourceMs().map(keeperMs -> clock(store, keeperMs)));
    return health;
  }

  private static String clock(Store store, long keeperMs) {
    return Math.abs(store.clock().sourceMs() - keeperMs) > CLOCK_APART_MS_MAX
        ? "the keeper's clock and this node's reckoning are apart"
        : "";
  }

  private GatewayOptions gatewayOptions(School school) {
    var origins = new HashSet<>(options.origins());
    options.publicUrl().ifPresent(url -> origins.add(origin(url)));
    boolean isSecure =
        options.tls().isPresent()
            || options.publicUrl().filter(url -> "https".equals(url.getScheme())).isPresent();
    return new GatewayOptions(
        options.host(),
        options.port(),
        loops,
        isSecure,
        origins,
        options
            .tls()
            .map(
                tls ->
                    new PemKeyCertOptions()
                        .setCertPath(tls.certificate().toString())
                        .setKeyPath(tls.key().toString())),
        options.demo().map(_ -> panes(school)),
        Timing.USUAL);
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  /// Whom the demo shows in which role: the first of each, by the role's word.
  private static Map<String, PersonId> panes(School school) {
    var panes = new LinkedHashMap<String, PersonId>();
    for (var role : Role.values()) {
      school.people().values().stream()
          .filter(person -> person.role() == role)
          .findFirst()
          .ifPresent(person -> panes.put(role.word(), person.id()));
    }
    return panes;
  }

  private Future<RunningServer> running(
      Day day, Door door, Gateway gateway, HttpServer management) {
    var scheme = options.tls().isPresent() ? "https" : "http";
    var url =
        options
            .publicUrl()
            .orElseGet(() -> URI.create(scheme + "://" + options.host() + ":" + gateway.port()));
    var links = new LinkedHashMap<String, URI>();
    var made = Future.<Void>succeededFuture();
    if (options.demo().isPresent()) {
      for (var pane : panes(day.store().school()).entrySet()) {
        made =
            made.compose(_ -> door.reusableLink(pane.getValue(), DEMO_LINK_LIFE))
                .onSuccess(secret -> links.put(pane.getKey(), link(url, secret)))
                .mapEmpty();
      }
    }
    return made.map(_ -> new Running(day, door, url, gateway, management.actualPort(), links));
  }

  private static URI link(URI url, String secret) {
    return url.resolve("/sign-in#" + secret);
  }

  // --- Running
  // ------------------------------------------------------------------------------------

  private final class Running implements RunningServer {
    private final Day day;
    private final Door door;
    private final URI url;
    private final Gateway gateway;
    private final int managementPort;
    private final Map<String, URI> signIn;

    Running(
        Day day, Door door, URI url, Gateway gateway, int managementPort, Map<String, URI> signIn) {
      this.day = day;
      this.door = door;
      this.url = url;
      this.gateway = gateway;
      this.managementPort = managementPort;
      this.signIn = signIn;
    }

    @Override
    public URI url() {
      return url;
    }

    @Override
    public int port() {
      return gateway.port();
    }

    @Override
    public URI management() {
      return URI.create("http://" + options.management().host() + ":" + managementPort);
    }

    @Override
    public FloorKey floor() {
      return day.desk().key();
    }

    @Override
    public School school() {
      return day.store().school();
    }

    @Override
    public Map<String, URI> signIn() {
      return Collections.unmodifiableMap(signIn);
    }

    @Override
    public Future<URI> signInLink(PersonId person) {
      return demoOnly()
          .compose(_ -> door.reusableLink(person, DEMO_LINK_LIFE))
          .map(secret -> link(url, secret));
    }

    @Override
    public Future<URI> singleUseLink(PersonId person, Duration life) {
      return door.link(person, life).map(secret -> link(url, secret));
    }

    @Override
    public Future<String> ticket(PersonId person) {
      return demoOnly().compose(_ -> door.demoTicket(person));
    }

    @Override
    public int sockets(PersonId person) {
      return gateway.sockets(person);
    }

    @Override
    public Future<Void> stop() {
      return Server.this.stop();
    }

    private Future<Void> demoOnly() {
      return options.demo().isPresent()
          ? Future.succeededFuture()
          : Future.failedFuture(new IllegalStateException("this is not a demo"));
    }
  }

  // --- Stopping
  // -----------------------------------------------------------------------------------

  private synchronized Future<Void> stop() {
    var stopping = stopped;
    if (stopping == null) {
      // Belongs to no event loop: there is none left when it completes.
      var done = Promise.<Void>promise();
      close().onComplete(_ -> vertx.close().onComplete(done));
      stopping = done.future();
      stopped = stopping;
    }
    return stopping;
  }

  /// A part that cannot be stopped does not keep the others from it.
  private Future<Void> close() {
    var next = closers.poll();
    if (next == null) {
      return Future.succeededFuture();
    }
    return next.get()
        .onFailure(cause -> LOG.warn("a part does not stop: {}", cause.toString()))
        .transform(_ -> close());
  }
}

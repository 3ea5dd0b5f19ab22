package dev.carillon.gateway;

import static dev.carillon.gateway.Bodies.no;

import dev.carillon.wire.FrameReader;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.Consumer;

/// The calls that stand in for a WebSocket. The first one carries hello and is answered with the
/// secret of a new line; what follows carries that secret in a header, never in an address, which
/// others write down.
///
/// Belongs to one loop. A new line belongs to the loop that its first call came to; a later call
/// may come to another one and is handed over.
final class LineCalls {
  static final String EVENTS = "/api/v1/line/events";
  static final String POLLS = "/api/v1/line/polls";
  static final String FRAMES = "/api/v1/line/frames";
  static final String SECRET = "x-carillon-line";

  private final House house;
  private final Loop loop;

  LineCalls(House house, Loop loop) {
    this.house = house;
    this.loop = loop;
  }

  /// @param guard what every POST of ours must pass
  void routes(Router router, Handler<RoutingContext> guard) {
    router
        .post("/api/v1/line/*")
        .handler(BodyHandler.create(false).setBodyLimit(FrameReader.MESSAGE_BYTES_MAX))
        .handler(guard)
        .failureHandler(this::failed);
    router.post(EVENTS).handler(this::events);
    router.post(POLLS).handler(this::polls);
    router.post(FRAMES).handler(this::frames);
  }

  private void events(RoutingContext call) {
    var said = said(call);
    var response = call.response();
    var secret = house.lines().draw();
    var line = new StreamLine(response, () -> house.lines().over(secret));
    house.lines().add(secret, loop, line);
    response.putHeader(SECRET, secret);
    loop.take(line);
    call.addEndHandler(_ -> line.ended());
    line.begin();
    line.take(said);
  }

  private void polls(RoutingContext call) {
    if (call.request().getHeader(SECRET) == null) {
      firstPoll(call);
      return;
    }
    house
        .lines()
        .find(call.request().getHeader(SECRET))
        .filter(it -> it.line() instanceof PollLine)
        .ifPresentOrElse(
            it -> it.loop().run(fetching(call, (PollLine) it.line(), it.loop())),
            () -> no(call, Problem.NOT_FOUND));
  }

  private void firstPoll(RoutingContext call) {
    var secret = house.lines().draw();
    var line = new PollLine(() -> house.lines().over(secret));
    house.lines().add(secret, loop, line);
    call.response().putHeader(SECRET, secret);
    loop.take(line);
    fetching(call, line, loop).run();
    line.take(said(call));
  }

  /// To be run on the line's loop; the answer is written on the call's.
  private static Runnable fetching(RoutingContext call, PollLine line, Loop home) {
    var here = call.vertx().getOrCreateContext();
    var response = call.response().putHeader("content-type", "application/json");
    Consumer<Buffer> answer =
        frames ->
            here.runOnContext(
                _ -> {
                  if (!response.ended() && !response.closed()) {
                    response.end(frames);
                  }
                });
    call.addEndHandler(
        answered -> {
          if (answered.failed()) {
            home.run(() -> line.dropped(answer));
          }
        });
    return () -> line.fetch(answer);
  }

  private void frames(RoutingContext call) {
    var said = said(call);
    house
        .lines()
        .find(call.request().getHeader(SECRET))
        .ifPresentOrElse(
            it -> {
              it.loop().run(() -> it.line().take(said));
              call.response().setStatusCode(204).end();
            },
            () -> no(call, Problem.NOT_FOUND));
  }

  private static byte[] said(RoutingContext call) {
    var body = call.body().buffer();
    return body == null ? new byte[0] : body.getBytes();
  }

  /// What is too long for a frame ends its line, as on a socket.
  private void failed(RoutingContext call) {
    if (call.statusCode() == 413) {
      house
          .lines()
          .find(call.request().getHeader(SECRET))
          .ifPresent(it -> it.loop().run(it.line()::tooLong));
    }
    call.next();
  }
}

package dev.carillon.log.redis;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls what `log.lua` defines.
///
/// As functions where Redis has them: they survive a restart, and a user without EVAL may call
/// them. The library's name carries a hash of its text, so that nodes of two versions do not take
/// each other's away. Where there are no functions, or none may be loaded, as scripts.
final class Scripts {
  private static final Logger LOG = LoggerFactory.getLogger(Scripts.class);

  /// What may be called.
  enum Call {
    OPEN,
    APPEND,
    CONFIRM,
    READ,
    KEEP,
    KEPT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String BODY = resource();
  private static final String SUFFIX = sha1(BODY).substring(0, 8);

  private final Link link;
  private boolean asScripts;

  Scripts(Link link) {
    this.link = link;
  }

  Future<Response> call(Call call, List<String> keys, List<Buffer> arguments) {
    return asScripts
        ? script(call, keys, arguments)
        : function(call, keys, arguments)
            .recover(
                cause -> {
                  if (says(cause, "Function not found")) {
                    return load().compose(_ -> call(call, keys, arguments));
                  }
                  if (says(cause, "unknown command") || says(cause, "NOPERM")) {
                    return fallBack(cause).compose(_ -> script(call, keys, arguments));
                  }
                  return Future.failedFuture(cause);
                });
  }

  private Future<Response> function(Call call, List<String> keys, List<Buffer> arguments) {
    var request = Request.cmd(Command.FCALL).arg(functionName(call));
    return link.send(with(request, keys, arguments));
  }

  private Future<Void> load() {
    return link.send(Request.cmd(Command.FUNCTION).arg("LOAD").arg(library()))
        .<Void>mapEmpty()
        .recover(
            cause ->
                says(cause, "already exists")
                    ? Future.succeededFuture()
                    : says(cause, "NOPERM") ? fallBack(cause) : Future.failedFuture(cause));
  }

  private Future<Void> fallBack(Throwable cause) {
    LOG.info("this Redis takes no functions ({}), using scripts", cause.getMessage());
    asScripts = true;
    return Future.succeededFuture();
  }

  /// Uses scripts from now on, as on a Redis without functions. For tests.
  void useScripts() {
    asScripts = true;
  }

  private Future<Response> script(Call call, List<String> keys, List<Buffer> arguments) {
    var text = scriptText(call);
    var bySha = Request.cmd(Command.EVALSHA).arg(sha1(text));
    return link.send(with(bySha, keys, arguments))
        .recover(
            cause ->
                says(cause, "NOSCRIPT")
                    ? link.send(with(Request.cmd(Command.EVAL).arg(text), keys, arguments))
                    : Future.failedFuture(cause));
  }

  private static Request with(Request request, List<String> keys, List<Buffer> arguments) {
    request.arg(keys.size());
    keys.forEach(request::arg);
    arguments.forEach(request::arg);
    return request;
  }

  /// What a user with the right to load functions loads, when the program may not.
  static String library() {
    var text = new StringBuilder("#!lua name=carillon_" + SUFFIX + "\n").append(BODY).append('\n');
    for (var call : Call.values()) {
      text.append("redis.register_function('%s', %s)%n".formatted(functionName(call), call.word()));
    }
    return text.toString();
  }

  private static String functionName(Call call) {
    return "carillon_" + call.word() + "_" + SUFFIX;
  }

  private static String scriptText(Call call) {
    return BODY + "\nreturn " + call.word() + "(KEYS, ARGV)\n";
  }

  private static boolean says(Throwable cause, String words) {
    return Objects.toString(cause.getMessage(), "").contains(words);
  }

  private static String resource() {
    try (var in = Scripts.class.getResourceAsStream("log.lua")) {
      return new String(
          Objects.requireNonNull(in, "log.lua is missing").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha1(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}

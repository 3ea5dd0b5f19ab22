package dev.carillon.ops.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Redis of one's own, with real processes.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedRedisTest {
  @TempDir Path folder;

  @Test
  void it_keeps_its_data_over_a_stop_and_leaves_nothing_behind() throws IOException {
    long pid;
    try (var redis = EmbeddedRedis.start(folder)) {
      pid = redis.pid();
      assertThat(ask(redis, "SET", "bell", "nine")).isEqualTo("+OK");
    }
    assertThat(ProcessHandle.of(pid)).isEmpty();
    try (var redis = EmbeddedRedis.start(folder)) {
      assertThat(ask(redis, "STRLEN", "bell")).isEqualTo(":4");
    }
  }

  @Test
  void its_password_is_kept_and_nobody_else_may_read_it() throws IOException {
    String uri;
    try (var redis = EmbeddedRedis.start(folder)) {
      uri = redis.uri().replaceAll(":[0-9]+$", "");
      try (var talk = new RedisTalk(redis.port(), "wrong")) {
        assertThat(talk.ask("PING")).startsWith("-NOAUTH");
      }
    }
    for (var file : new String[] {"password", "redis.conf"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
          .isEqualTo("rw-------");
    }
    try (var redis = EmbeddedRedis.start(folder)) {
      assertThat(redis.uri()).startsWith(uri);
    }
  }

  @Test
  void a_second_program_on_the_same_folder_is_told_why_not() {
    try (var _ = EmbeddedRedis.start(folder)) {
      assertThatThrownBy(() -> EmbeddedRedis.start(folder))
          .isInstanceOf(EmbeddedRedisException.class)
          .hasMessageContaining("is in use by another Carillon")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void it_is_back_on_the_same_port_within_two_seconds_when_it_dies() throws IOException {
    try (var redis = EmbeddedRedis.start(folder)) {
      ask(redis, "SET", "bell", "nine");
      long pid = redis.pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      await()
          .atMost(Duration.ofSeconds(2))
          .ignoreExceptions()
          .until(() -> redis.pid() != pid && ask(redis, "STRLEN", "bell").equals(":4"));
    }
  }

  @Test
  void what_a_killed_program_left_running_is_stopped_first() throws Exception {
    var child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Abandoned.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long left;
    try (var out = child.inputReader()) {
      left = Long.parseLong(out.readLine());
      child.destroyForcibly().waitFor();
    }
    assertThat(ProcessHandle.of(left)).isPresent();
    try (var redis = EmbeddedRedis.start(folder)) {
      assertThat(ProcessHandle.of(left)).isEmpty();
      assertThat(ask(redis, "STRLEN", "bell")).isEqualTo(":4");
    }
  }

  @Test
  void an_orderly_end_of_the_program_ends_redis_too() throws Exception {
    var child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Abandoned.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var out = child.inputReader()) {
      long pid = Long.parseLong(out.readLine());
      child.destroy();
      assertThat(child.waitFor(20, SECONDS)).isTrue();
      assertThat(ProcessHandle.of(pid)).isEmpty();
    }
  }

  private static String ask(EmbeddedRedis redis, String... words) throws IOException {
    var uri = redis.uri();
    var password = uri.substring("redis://:".length(), uri.indexOf('@'));
    try (var talk = new RedisTalk(redis.port(), password)) {
      return talk.ask(words);
    }
  }

  /// A program that starts a Redis, writes into it, names its process, and waits for its end.
  static final class Abandoned {
    private Abandoned() {}

    public static void main(String[] args) throws Exception {
      var redis = EmbeddedRedis.start(Path.of(args[0]));
      ask(redis, "SET", "bell", "nine");
      System.out.println(redis.pid());
      System.in.read();
    }
  }
}

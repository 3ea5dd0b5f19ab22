package dev.carillon.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What whoever starts the demo may rely on. Each demo is a process of its own, as for a visitor.
final class DemoCommandTest {
  private static final Duration START_MAX = Duration.ofMinutes(1);
  private static final Path SCHOOL = Path.of("../config/schools/maple-room-4");

  @TempDir Path folder;

  @Test
  void the_ready_file_says_where_to_look_and_lets_each_role_in() throws Exception {
    try (var demo = start("--data", folder.resolve("data").toString())) {
      var facts = demo.awaitReady();
      var url = URI.create(facts.getString("url"));
      assertThat(facts.fieldNames()).containsExactlyInAnyOrder("url", "signIn");
      assertThat(facts.getJsonObject("signIn").fieldNames())
          .containsExactly(
              "student", "paraprofessional", "teacher", "leader", "administrator", "board");
      for (var link : facts.getJsonObject("signIn")) {
        var role = link.getKey();
        var secret = URI.create((String) link.getValue()).getFragment();
        var answer = signIn(url, secret);
        assertThat(answer.statusCode()).as(role).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getJsonObject("person").getString("role"))
            .isEqualTo(role);
      }
    }
  }

  @Test
  void a_stopped_demo_leaves_no_process_behind() throws Exception {
    try (var demo = start("--data", folder.resolve("data").toString())) {
      demo.awaitReady();
      var children = demo.process.descendants().toList();
      assertThat(children).as("its Redis").isNotEmpty();

      demo.process.destroy();

      assertThat(demo.process.waitFor(30, TimeUnit.SECONDS)).as("stopped").isTrue();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
      assertThat(demo.ready).doesNotExist();
      assertThat(Files.readString(demo.output)).as("Redis ends last").doesNotContain("lost Redis");
    }
  }

  @Test
  void a_busy_port_and_a_locked_folder_are_one_clear_sentence_each() throws Exception {
    var data = folder.resolve("data").toString();
    try (var demo = start("--data", data)) {
      var url = URI.create(demo.awaitReady().getString("url"));

      try (var second =
          start("--data", folder.resolve("other").toString(), "--port", "" + url.getPort())) {
        assertThat(second.awaitEnd()).isNotZero();
        assertThat(second.sentences()).singleElement().asString().contains("" + url.getPort());
      }
      try (var third = start("--data", data)) {
        assertThat(third.awaitEnd()).isNotZero();
        assertThat(third.sentences()).singleElement().asString().contains("data");
      }
    }
  }

  @Test
  void a_date_without_school_is_refused_with_the_next_one_that_has() throws Exception {
    try (var demo = start("--data", folder.resolve("data").toString(), "--date", "2026-09-13")) {
      assertThat(demo.awaitEnd()).isNotZero();
      assertThat(demo.sentences())
          .singleElement()
          .asString()
          .startsWith("There is no school on 2026-09-13")
          .contains("2026-09-14");
    }
  }

  private static HttpResponse<String> signIn(URI url, String secret)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(url.resolve("/api/v1/sign-in"))
              .header("Content-Type", "application/json")
              .header("Origin", url.getScheme() + "://" + url.getAuthority())
              .header("X-Carillon", "1")
              .POST(BodyPublishers.ofString(new JsonObject().put("link", secret).encode()))
              .build();
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private Started start(String... options) throws IOException {
    var ready = Files.createTempDirectory(folder, "demo").resolve("ready.json");
    var output = ready.resolveSibling("output");
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(LoadMain.class.getName(), "demo", "--school", SCHOOL.toString()));
    if (!List.of(options).contains("--port")) {
      command.addAll(List.of("--port", "0"));
    }
    command.addAll(List.of("--ready-file", ready.toString()));
    command.addAll(List.of(options));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Started(process, ready, output);
  }

  /// A demo in a process of its own.
  private record Started(Process process, Path ready, Path output) implements AutoCloseable {
    JsonObject awaitReady() {
      await().atMost(START_MAX).until(() -> Files.exists(ready) || !process.isAlive());
      assertThat(ready).as("%s", sentencesOrNothing()).exists();
      return ReadyFile.read(ready);
    }

    int awaitEnd() throws InterruptedException {
      assertThat(process.waitFor(START_MAX.toSeconds(), TimeUnit.SECONDS)).as("ended").isTrue();
      return process.exitValue();
    }

    /// What it said, without the log's lines, which begin with the time, and the JVM's own.
    List<String> sentences() throws IOException {
      return Files.readAllLines(output).stream()
          .filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d.*|WARNING:.*|\\s*"))
          .toList();
    }

    private List<String> sentencesOrNothing() {
      try {
        return sentences();
      } catch (IOException _) {
        return List.of();
      }
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}

package dev.carillon.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a server is set, and how it is told what is wrong.
final class SettingsTest {
  @TempDir Path folder;

  @Test
  void without_anything_the_usual_holds_and_the_annotated_file_says_the_same() {
    var usual = good(Optional.empty(), Map.of(), Map.of());
    assertThat(usual.host()).isEqualTo("127.0.0.1");
    assertThat(good(Optional.of(Path.of("../config/carillon.yaml")), Map.of(), Map.of()))
        .isEqualTo(usual);
  }

  @Test
  void every_key_stands_in_the_annotated_file() throws IOException {
    var file = Files.readString(Path.of("../config/carillon.yaml"));
    for (var setting : Setting.values()) {
      var key = setting.path().substring(setting.path().indexOf('.') + 1);
      assertThat(file).contains("\n  " + key + ": ");
    }
  }

  @Test
  void a_flag_beats_a_variable_and_a_variable_beats_the_file() throws IOException {
    var file = Optional.of(write("server:\n  port: 1\n"));
    var variable = Map.of("CARILLON_SERVER_PORT", "2");
    assertThat(good(file, Map.of(), Map.of()).port()).isEqualTo(1);
    assertThat(good(file, variable, Map.of()).port()).isEqualTo(2);
    assertThat(good(file, variable, Map.of("server.port", "3")).port()).isEqualTo(3);
  }

  @Test
  void a_secret_is_read_from_a_file() throws IOException {
    var secret = folder.resolve("redis");
    Files.writeString(secret, "redis://:secret@10.0.0.5:6379\n");
    var twin = Map.of("CARILLON_STORE_REDIS_FILE", secret.toString());
    assertThat(good(Optional.empty(), twin, Map.of()).redis())
        .contains("redis://:secret@10.0.0.5:6379");
  }

  @Test
  void all_that_is_wrong_is_told_at_once_with_its_place() throws IOException {
    var file = write("server:\n  port: 99999\n  colour: red\nlog:\n  format: loud\n");
    var faults =
        faults(Optional.of(file), Map.of("CARILLON_SERVER_PROT", "1", "CARILLON_CHROMIUM", "x"));
    assertThat(faults).hasSize(4);
    assertThat(faults)
        .anyMatch(it -> it.contains("carillon.yaml:2") && it.contains("`server.port` must be"))
        .anyMatch(it -> it.contains("carillon.yaml:3") && it.contains("`server.colour`"))
        .anyMatch(it -> it.contains("carillon.yaml:5") && it.contains("text or json"))
        .anyMatch(it -> it.contains("CARILLON_SERVER_PROT"));
  }

  @Test
  void plain_http_beyond_this_machine_must_be_wished() {
    var open = Map.of("CARILLON_SERVER_HOST", "0.0.0.0");
    assertThat(faults(Optional.empty(), open)).singleElement().asString().contains("no TLS");
    assertThat(
            good(
                    Optional.empty(),
                    Map.of(
                        "CARILLON_SERVER_HOST",
                        "0.0.0.0",
                        "CARILLON_SERVER_ALLOW_PLAIN_HTTP",
                        "true"),
                    Map.of())
                .host())
        .isEqualTo("0.0.0.0");
    assertThat(
            good(
                    Optional.empty(),
                    Map.of(
                        "CARILLON_SERVER_HOST",
                        "0.0.0.0",
                        "CARILLON_SERVER_PUBLIC_URL",
                        "https://bells.example.org/"),
                    Map.of())
                .publicUrl())
        .hasToString("Optional[https://bells.example.org]");
  }

  private Path write(String text) throws IOException {
    var file = folder.resolve("carillon.yaml");
    Files.writeString(file, text);
    return file;
  }

  private static ServerOptions good(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    return ((Settings.Outcome.Good) Settings.read(file, environment, flags)).settings().toOptions();
  }

  private static List<String> faults(Optional<Path> file, Map<String, String> environment) {
    return ((Settings.Outcome.Faulty) Settings.read(file, environment, Map.of())).faults();
  }
}

package dev.carillon.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.carillon.floor.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The documents say what the program does.
final class ProtocolPageTest {
  private static final Path PAGE = Path.of("../docs/protocol.md");
  private static final Path ASYNC_API = Path.of("../docs/asyncapi.yaml");

  @Test
  void the_page_has_every_number_with_its_key() throws IOException {
    var page = Files.readString(PAGE);
    for (var refusal : Refusal.values()) {
      assertThat(page)
          .contains(
              "| %d | `%s` | %s |"
                  .formatted(
                      refusal.number(),
                      refusal.key(),
                      refusal.isWorthTryingAgain() ? "yes" : "no"));
    }
    for (var error : WireError.values()) {
      assertThat(page).contains("%d `%s`".formatted(error.number(), error.key()));
    }
    for (var code : CloseCode.values()) {
      assertThat(page)
          .contains(
              code.number() < 4000
                  ? String.valueOf(code.number())
                  : "%d `%s`".formatted(code.number(), code.key()));
    }
    for (var kind : CommandKind.values()) {
      assertThat(page).contains("`" + kind.word() + "`");
    }
  }

  @Test
  void numbers_and_close_codes_are_used_once_and_say_whether_to_come_back() {
    var numbers = new HashSet<Integer>();
    for (var refusal : Refusal.values()) {
      assertThat(numbers.add(refusal.number())).isTrue();
    }
    for (var error : WireError.values()) {
      assertThat(numbers.add(error.number())).isTrue();
    }
    var codes = new HashSet<Short>();
    for (var code : CloseCode.values()) {
      assertThat(code.key().length()).isLessThanOrEqualTo(123);
      assertThat(codes.add(code.number())).isTrue();
    }
  }

  @Test
  void async_api_has_every_message_with_the_golden_frames_as_examples() throws IOException {
    var api = new YAMLMapper().readTree(ASYNC_API.toFile());
    assertThat(api.required("asyncapi").textValue()).startsWith("3.");
    var messages = api.required("components").required("messages");
    for (var direction : new String[] {"device", "server"}) {
      for (var name : Golden.names(direction)) {
        var message = messages.required(direction + "-" + Golden.read(name).get("t").textValue());
        assertThat(examples(message))
            .as(name)
            .contains("../server/src/test/resources/wire/" + name + ".json");
      }
    }
    messages
        .properties()
        .forEach(
            message ->
                examples(message.getValue())
                    .forEach(
                        file ->
                            assertThat(Path.of("../docs").resolve(file))
                                .as(message.getKey())
                                .exists()));
  }

  private static Set<String> examples(JsonNode message) {
    var files = new HashSet<String>();
    message.required("x-golden-frames").forEach(file -> files.add(file.textValue()));
    return files;
  }
}

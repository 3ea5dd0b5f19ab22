package dev.carillon.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.floor.Hint.Rule;
import dev.carillon.gateway.Sources;
import dev.carillon.school.Id.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file that says which programs outside may send signals.
final class SourcesFileTest {
  private static final String HASH = Sources.hash("a-token");

  @TempDir private Path folder;

  private Sources read(String yaml) throws IOException {
    return SourcesFile.read(Files.writeString(folder.resolve("sources.yaml"), yaml));
  }

  @Test
  void a_source_has_a_token_thresholds_and_whom_it_means() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "name,person\nM.Keller@school.example,mira\n");
    var sources =
        read(
            """
            sources:
              - id: practice
                name: Practice Hall
                token-sha256: %s
                actors: a.csv
                rules: {blocked: 3, spinning: 15, stuck: false}
                set-aside-per-day: 50
            """
                .formatted(HASH));
    var source = sources.byToken().get(HASH);
    assertThat(source.terms().failures()).isEqualTo(3);
    assertThat(source.terms().opportunities()).isEqualTo(15);
    assertThat(source.terms().asideMax()).isEqualTo(50);
    assertThat(source.terms().rules()).containsExactlyInAnyOrder(Rule.BLOCKED, Rule.SPINNING);
    assertThat(source.actors()).isEqualTo(Map.of("m.keller@school.example", new PersonId("mira")));
  }

  @Test
  void what_is_not_said_is_usual() throws IOException {
    var terms =
        read("sources: [{id: p, token-sha256: %s}]".formatted(HASH)).byToken().get(HASH).terms();
    assertThat(terms.rules()).containsExactlyInAnyOrder(Rule.values());
    assertThat(terms.failures()).isEqualTo(2);
    assertThat(terms.opportunities()).isEqualTo(10);
    assertThat(terms.asideMax()).isEqualTo(1_000);
    assertThat(terms.name()).isEqualTo("p");
  }

  @Test
  void every_fault_is_told_at_once_and_none_repeats_a_secret() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    sources:
                      - {id: Practice Hall, token-sha256: %s}
                      - {id: open, token-sha256: my-secret-token}
                      - {id: odd, token-sha256: %s, rules: {quiet: true}}
                      - {id: far, token-sha256: %s, colour: red}
                      - {id: many, token-sha256: %s, set-aside-per-day: all}
                    """
                        .formatted(HASH, HASH, HASH, HASH)))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("`id` of a source")
        .hasMessageContaining("`token-sha256` of open")
        .hasMessageContaining("`rules` of odd")
        .hasMessageContaining("`set-aside-per-day` of many")
        .hasMessageContaining("each source has the keys")
        .hasMessageNotContaining("my-secret-token")
        .hasMessageNotContaining(HASH);
    assertThatThrownBy(() -> read("no: list")).isInstanceOf(StartException.class);
    assertThatThrownBy(() -> SourcesFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(StartException.class);
  }
}

package dev.carillon.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.Imported.Left;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an import says of itself is there for leaders, as numbers.
final class ImportedFileTest {
  @TempDir private Path folder;

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("imported.json"), text);
  }

  @Test
  void what_was_left_out_is_read_by_file() throws IOException {
    write("{\"left\": [{\"file\": \"students.csv\", \"count\": 3}]}");
    assertThat(ImportedFile.read(folder).orElseThrow().left())
        .containsExactly(new Left("students.csv", 3));
  }

  @Test
  void a_folder_kept_by_hand_has_none() {
    assertThat(ImportedFile.read(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"left\": [3]}", "{\"left\": [{\"file\": 3}]}"})
  void what_cannot_be_read_does_not_keep_a_school_from_starting(String text) throws IOException {
    write(text);
    assertThat(ImportedFile.read(folder)).isEmpty();
  }
}

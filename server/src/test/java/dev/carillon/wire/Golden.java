package dev.carillon.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The golden files: one frame each, read by the Java and the TypeScript tests both.
public final class Golden {
  static final ObjectMapper JSON = new ObjectMapper();
  static final Path FOLDER = Path.of("src/test/resources/wire");

  private Golden() {}

  /// The names, without `.json`, of the frames of one direction: `device` or `server`.
  public static List<String> names(String direction) {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .filter(name -> name.startsWith(direction + "-"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode read(String name) {
    try {
      return JSON.readTree(FOLDER.resolve(name + ".json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

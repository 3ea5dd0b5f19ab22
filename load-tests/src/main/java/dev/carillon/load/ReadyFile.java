package dev.carillon.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is there, whole, as soon as a program takes connections: whoever started the program
/// waits for it instead of reading its output.
final class ReadyFile {
  private ReadyFile() {}

  static void write(Path file, JsonObject facts) {
    try {
      var folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      var whole = Files.createTempFile(folder, "ready", ".json");
      Files.writeString(whole, facts.encodePrettily() + "\n");
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static JsonObject read(Path file) {
    try {
      return new JsonObject(Files.readString(file));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}

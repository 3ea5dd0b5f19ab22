package dev.carillon.ops;

import dev.carillon.gateway.Imported;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What `import` wrote beside the school of how much it left out. Nobody writes it by hand: a file
/// that cannot be read is one that is not there.
final class ImportedFile {
  private static final Logger LOG = LoggerFactory.getLogger(ImportedFile.class);
  private static final String NAME = "imported.json";

  private ImportedFile() {}

  static Optional<Imported> read(Path folder) {
    var file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      var left =
          new JsonObject(Files.readString(file))
              .getJsonArray("left").stream()
                  .map(JsonObject.class::cast)
                  .map(row -> new Imported.Left(row.getString("file"), row.getInteger("count")))
                  .toList();
      return Optional.of(new Imported(Files.getLastModifiedTime(file).toMillis(), left));
    } catch (IOException | DecodeException | ClassCastException | NullPointerException unreadable) {
      LOG.warn("{} cannot be read and is left out", NAME, unreadable);
      return Optional.empty();
    }
  }
}

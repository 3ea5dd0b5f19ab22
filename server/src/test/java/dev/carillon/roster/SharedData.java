package dev.carillon.roster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where tests find what is not part of this project, and what is.
final class SharedData {
  private SharedData() {}

  /// The folder of real input; the test is skipped, and says so, where there is none.
  static Path folder() {
    var found = upwards("shared/data");
    assumeTrue(
        Files.isDirectory(found),
        "Skipped: no shared/data folder with real rosters and bells beside this checkout.");
    return found;
  }

  /// An example school of this project.
  static Path example(String name) {
    return upwards("config/schools").resolve(name);
  }

  private static Path upwards(String wanted) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(wanted))) {
        return at.resolve(wanted);
      }
    }
    return Path.of(wanted);
  }
}

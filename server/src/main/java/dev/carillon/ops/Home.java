package dev.carillon.ops;

import java.nio.file.Path;

/// Carillon's own folder, where `config` and `data` stand. The launcher names it, so that the
/// program may be started from anywhere; without it, it is the folder one stands in.
public final class Home {
  private static final Path FOLDER = Path.of(System.getProperty("carillon.home", ""));

  private Home() {}

  /// A path of the settings: relative ones begin at Carillon's own folder.
  public static Path path(String path) {
    return FOLDER.resolve(path);
  }
}

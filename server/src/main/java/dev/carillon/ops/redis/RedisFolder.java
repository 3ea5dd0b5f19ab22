package dev.carillon.ops.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder in which a Redis lives: its program, its settings, its password, its data. Held by
/// one process at a time.
final class RedisFolder implements AutoCloseable {
  private static final String VERSION = "7.0.15";
  private static final int PASSWORD_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_RUNS =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;
  private final FileChannel lockFile;
  private final FileLock lock;

  private RedisFolder(Path path, FileChannel lockFile, FileLock lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /// Makes the folder when it is not there, and takes it.
  ///
  /// @throws EmbeddedRedisException when another process has it
  static RedisFolder take(Path folder) {
    try {
      Files.createDirectories(folder);
      restrict(folder, OWNER_RUNS);
      var path = folder.toRealPath();
      var file =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tryLock(file);
      if (lock == null) {
        file.close();
        throw new EmbeddedRedisException(
            "The data folder "
                + path
                + " is in use by another Carillon: stop that one or choose another folder.");
      }
      return new RedisFolder(path, file, lock);
    } catch (IOException e) {
      throw new EmbeddedRedisException("The data folder " + folder + " cannot be used: " + e, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // This very process has it.
    }
  }

  Path path() {
    return path;
  }

  Path program() {
    return path.resolve("redis-server-" + VERSION);
  }

  Path settings() {
    return path.resolve("redis.conf");
  }

  Path journal() {
    return path.resolve("redis.log");
  }

  /// The password of this folder, drawn the first time.
  String password() {
    var file = path.resolve("password");
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      byte[] bytes = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(bytes);
      var password = HexFormat.of().formatHex(bytes);
      writeSecret(file, password);
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Unpacks the program unless it is there already.
  void unpackProgram() {
    var resource = "/redis-server-" + VERSION + "-" + platform();
    try (var in = RedisFolder.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new EmbeddedRedisException(
            "There is no Redis for this machine in the program ("
                + platform()
                + "): start one yourself and name it in the settings.");
      }
      var unpacked = path.resolve("redis-server.new");
      Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
      restrict(unpacked, OWNER_RUNS);
      if (Files.exists(program()) && Files.mismatch(unpacked, program()) < 0) {
        Files.delete(unpacked);
      } else {
        Files.move(unpacked, program(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new EmbeddedRedisException("Redis cannot be unpacked into " + path + ": " + e, e);
    }
  }

  private static String platform() {
    var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var arch =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64", "arm64" -> "arm64";
          case "x86", "i386" -> "386";
          case String other -> other;
        };
    return (os.contains("mac") ? "darwin-" : os.contains("linux") ? "linux-" : os + "-") + arch;
  }

  void writeSettings(int port, String password) {
    var text =
        """
        # Written at every start: changes are lost.
        bind 127.0.0.1
        port %d
        requirepass %s
        dir "%s"
        logfile "%s"
        databases 1
        save ""
        appendonly yes
        appendfsync always
        no-appendfsync-on-rewrite no
        aof-load-truncated yes
        maxmemory-policy noeviction
        # A node that is busy for a moment is not cut off from the doorbells.
        client-output-buffer-limit pubsub 64mb 16mb 60
        """
            .formatted(port, password, path, journal());
    try {
      writeSecret(settings(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeSecret(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file);
    restrict(file, OWNER_ONLY);
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static void restrict(Path file, Set<PosixFilePermission> permissions) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, permissions);
    }
  }

  /// The last lines Redis wrote about itself.
  String lastWords() {
    try {
      var lines = Files.readAllLines(journal());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException e) {
      return "(it wrote nothing)";
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

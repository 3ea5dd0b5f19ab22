package dev.carillon.ops;

import dev.carillon.ops.ServerOptions.Management;
import dev.carillon.ops.ServerOptions.Tls;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// How a server is set: flags over variables over the file over what is usual. Read once; nothing
/// else of the program looks at the environment.
///
/// Whatever is wrong is told all at once, each with its place and what to do.
public final class Settings {
  /// What the launcher and the tests read themselves.
  private static final Set<String> OTHERS =
      Set.of("CARILLON_JAVA_HOME", "CARILLON_JAVA_OPTS", "CARILLON_CHROMIUM");

  private static final String PREFIX = "CARILLON_";
  private static final String FILE_TWIN = "_FILE";

  private final Map<Setting, Found> found = new EnumMap<>(Setting.class);
  private final List<String> faults = new ArrayList<>();

  private Settings() {}

  private record Found(String value, String place) {}

  /// Either all is well or something is not.
  public sealed interface Outcome {
    record Good(Settings settings) implements Outcome {}

    record Faulty(List<String> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// @param file the settings file; empty = none
  /// @param environment all variables
  /// @param flags values given on the command line, by key
  public static Outcome read(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    var settings = new Settings();
    file.ifPresent(settings::readFile);
    settings.readEnvironment(environment);
    flags.forEach((path, value) -> settings.put(path, value, "flag --" + path));
    settings.check();
    return settings.faults.isEmpty()
        ? new Outcome.Good(settings)
        : new Outcome.Faulty(settings.faults);
  }

  public String logFormat() {
    return value(Setting.LOG_FORMAT);
  }

  public ServerOptions toOptions() {
    return new ServerOptions(
        value(Setting.HOST),
        Integer.parseInt(value(Setting.PORT)),
        Home.path(value(Setting.SCHOOL)),
        Home.path(value(Setting.DATA)),
        maybe(Setting.REDIS),
        false,
        maybe(Setting.PUBLIC_URL).map(Settings::withoutSlash).map(URI::create),
        Stream.of(value(Setting.ORIGINS).strip().split("\\s+"))
            .filter(origin -> !origin.isEmpty())
            .toList(),
        maybe(Setting.TLS_CERTIFICATE)
            .map(file -> new Tls(Path.of(file), Path.of(value(Setting.TLS_KEY)))),
        new Management(
            value(Setting.MANAGEMENT_HOST), Integer.parseInt(value(Setting.MANAGEMENT_PORT))),
        Optional.empty(),
        maybe(Setting.SOURCES).map(Home::path));
  }

  // --- Where values come from
  // ---------------------------------------------------------------------

  private void readFile(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      var root = new Yaml(options).compose(reader);
      if (root != null) {
        readNode("", root, file);
      }
    } catch (MarkedYAMLException notYaml) {
      var mark = notYaml.getProblemMark();
      int line = mark == null ? 0 : mark.getLine() + 1;
      faults.add(file + ":" + line + ": this is not YAML: " + notYaml.getProblem());
    } catch (IOException unreadable) {
      faults.add(file + ": cannot be read. Give its path with --config.");
    }
  }

  private void readNode(String path, Node node, Path file) {
    var place = file + ":" + (node.getStartMark().getLine() + 1);
    switch (node) {
      case MappingNode table -> {
        for (var entry : table.getValue()) {
          var name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
          readNode(path.isEmpty() ? name : path + "." + name, entry.getValueNode(), file);
        }
      }
      case SequenceNode items -> put(path, words(items), place);
      case ScalarNode scalar -> put(path, scalar.getValue(), place);
      default -> faults.add(place + ": `" + path + "` is neither a value nor a list.");
    }
  }

  private static String words(SequenceNode items) {
    return String.join(
        " ",
        items.getValue().stream()
            .map(item -> item instanceof ScalarNode scalar ? scalar.getValue() : "?")
            .toList());
  }

  private void readEnvironment(Map<String, String> environment) {
    for (var entry : environment.entrySet()) {
      var name = entry.getKey();
      if (name.startsWith(PREFIX) && !OTHERS.contains(name)) {
        boolean isFile = name.endsWith(FILE_TWIN);
        var variable = isFile ? name.substring(0, name.length() - FILE_TWIN.length()) : name;
        var setting =
            Stream.of(Setting.values()).filter(it -> it.variable().equals(variable)).findFirst();
        if (setting.isEmpty()) {
          faults.add("variable " + name + ": there is no such setting. Take it away.");
        } else if (isFile) {
          putContent(setting.get(), name, entry.getValue());
        } else {
          put(setting.get().path(), entry.getValue(), "variable " + name);
        }
      }
    }
  }

  private void putContent(Setting setting, String name, String file) {
    try {
      put(setting.path(), Files.readString(Path.of(file)).strip(), "variable " + name);
    } catch (IOException unreadable) {
      faults.add("variable " + name + ": the file cannot be read. Give one that can.");
    }
  }

  private void put(String path, String value, String place) {
    var setting = Setting.of(path);
    if (setting.isEmpty()) {
      faults.add(place + ": there is no setting `" + path + "`. Take it away or spell it right.");
    } else {
      found.put(setting.get(), new Found(value.strip(), place));
    }
  }

  // --- Whether they are right
  // ---------------------------------------------------------------------

  private void check() {
    found.forEach(
        (setting, it) -> {
          if (!setting.accepts(it.value())) {
            faults.add(
                it.place() + ": `" + setting.path() + "` must be " + setting.expected() + ".");
          }
        });
    if (maybe(Setting.TLS_CERTIFICATE).isPresent() != maybe(Setting.TLS_KEY).isPresent()) {
      faults.add("`server.tls-certificate` and `server.tls-key` are given together or not at all.");
    }
    if (isPlain() && !isLoopback() && !value(Setting.ALLOW_PLAIN_HTTP).equals("true")) {
      faults.add(
          "`server.host` is "
              + value(Setting.HOST)
              + " and there is no TLS: give a certificate, or a `server.public-url` with https"
              + " for a proxy in front, or set `server.allow-plain-http: true` for a closed"
              + " network.");
    }
  }

  private boolean isPlain() {
    return maybe(Setting.TLS_CERTIFICATE).isEmpty()
        && maybe(Setting.PUBLIC_URL).filter(url -> url.startsWith("https:")).isEmpty();
  }

  private boolean isLoopback() {
    return Set.of("127.0.0.1", "localhost", "::1").contains(value(Setting.HOST));
  }

  private String value(Setting setting) {
    @Nullable Found it = found.get(setting);
    return it == null ? setting.usual() : it.value();
  }

  private Optional<String> maybe(Setting setting) {
    return Optional.of(value(setting)).filter(value -> !value.isEmpty());
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}

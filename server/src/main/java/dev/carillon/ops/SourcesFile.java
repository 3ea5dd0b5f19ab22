package dev.carillon.ops;

import dev.carillon.floor.Hint.Rule;
import dev.carillon.floor.SourceTerms;
import dev.carillon.gateway.Sources;
import dev.carillon.gateway.Sources.Source;
import dev.carillon.school.Id;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SourceId;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads which programs outside may send signals. Everything wrong with the file is told at once;
/// no sentence repeats a token, a hash or whom a line is about.
final class SourcesFile {
  private static final Set<String> KEYS =
      Set.of("id", "name", "token-sha256", "actors", "rules", "set-aside-per-day");
  private static final String HASH = "[0-9a-f]{64}";

  /// With the id of an event behind it, a source's id still has to be an id.
  private static final String ID = "[a-z0-9-]{1,24}";

  private static final int COUNT_MAX = 1_000;
  private static final int ASIDE_MAX = 100_000;

  private final Path file;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Source> byToken = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  private SourcesFile(Path file) {
    this.file = file;
  }

  /// @throws StartException with every fault of the file
  static Sources read(Path file) {
    var reading = new SourcesFile(file);
    reading.readAll();
    if (!reading.faults.isEmpty()) {
      throw new StartException(String.join("\n", reading.faults));
    }
    return new Sources(reading.byToken);
  }

  private void fault(String what) {
    faults.add(file + ": " + what);
  }

  private void readAll() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (Reader reader = Files.newBufferedReader(file)) {
      @Nullable Object root = new Yaml(new SafeConstructor(options)).load(reader);
      if (root instanceof Map<?, ?> table
          && table.size() == 1
          && table.get("sources") instanceof List<?> sources) {
        sources.forEach(this::source);
      } else {
        fault("it must hold one list named `sources`.");
      }
    } catch (YAMLException notYaml) {
      fault("this is not YAML: " + notYaml.getClass().getSimpleName() + ".");
    } catch (IOException unreadable) {
      fault("cannot be read. Give its path with `school.sources`.");
    }
  }

  private void source(@Nullable Object raw) {
    if (!(raw instanceof Map<?, ?> table) || !KEYS.containsAll(table.keySet())) {
      fault(
          "each source has the keys id, name, token-sha256 and, if wanted, actors, rules and"
              + " set-aside-per-day.");
      return;
    }
    var id = text(table, "id").filter(it -> it.matches(ID));
    var token = text(table, "token-sha256").filter(it -> it.matches(HASH));
    if (id.isEmpty() || !ids.add(id.get())) {
      fault("`id` of a source is 1 to 24 of a-z, 0-9 and -, and its own.");
    } else if (token.isEmpty()) {
      fault("`token-sha256` of " + id.get() + " is 64 hexadecimal digits: see the handbook.");
    } else {
      var name = text(table, "name").orElse(id.get());
      var source = new Source(terms(id.get(), name, table), actors(table));
      if (byToken.put(token.get(), source) != null) {
        fault("two sources have the same token: draw another one for " + id.get() + ".");
      }
    }
  }

  private static Optional<String> text(Map<?, ?> table, String key) {
    return Optional.ofNullable(table.get(key)).map(Object::toString).filter(it -> !it.isBlank());
  }

  /// What is not named is on, with what is usual; `false` switches a rule off.
  private SourceTerms terms(String id, String name, Map<?, ?> table) {
    var raw = table.get("rules");
    var rules = EnumSet.allOf(Rule.class);
    int failures = SourceTerms.FAILURES;
    int opportunities = SourceTerms.OPPORTUNITIES;
    if (raw instanceof Map<?, ?> said) {
      for (var entry : said.entrySet()) {
        var value = entry.getValue();
        var rule = rule(String.valueOf(entry.getKey()));
        boolean isCount = value instanceof Integer it && it >= 1 && it <= COUNT_MAX;
        if (rule.isPresent() && Boolean.FALSE.equals(value)) {
          rules.remove(rule.get());
        } else if (rule.filter(Rule.BLOCKED::equals).isPresent() && isCount) {
          failures = (Integer) value;
        } else if (rule.filter(Rule.SPINNING::equals).isPresent() && isCount) {
          opportunities = (Integer) value;
        } else if (rule.isEmpty() || !Boolean.TRUE.equals(value)) {
          fault(
              "`rules` of "
                  + id
                  + " may say blocked: 2, spinning: 10, stuck: true, or false for each.");
        }
      }
    } else if (raw != null) {
      fault("`rules` of " + id + " is a table.");
    }
    return new SourceTerms(
        new SourceId(id), name, rules, failures, opportunities, asideMax(id, table));
  }

  private int asideMax(String id, Map<?, ?> table) {
    return switch (table.get("set-aside-per-day")) {
      case null -> SourceTerms.ASIDE_MAX;
      case Integer count when count >= 1 && count <= ASIDE_MAX -> count;
      default -> {
        fault("`set-aside-per-day` of " + id + " is a whole number from 1 to " + ASIDE_MAX + ".");
        yield SourceTerms.ASIDE_MAX;
      }
    };
  }

  private static Optional<Rule> rule(String word) {
    return EnumSet.allOf(Rule.class).stream().filter(it -> it.word().equals(word)).findFirst();
  }

  /// Lines `name,person` beside this file: an account or an address, and who that is here.
  private Map<String, PersonId> actors(Map<?, ?> table) {
    var actors = new HashMap<String, PersonId>();
    var beside = text(table, "actors").map(file::resolveSibling);
    if (beside.isPresent()) {
      try {
        int number = 0;
        for (var line : Files.readAllLines(beside.get())) {
          number++;
          var parts = line.strip().split(",", -1);
          if (line.isBlank() || number == 1) {
            continue;
          }
          if (parts.length == 2 && Id.isValid(parts[1].strip()) && !parts[0].isBlank()) {
            var name = parts[0].strip().toLowerCase(Locale.ROOT);
            actors.put(name, new PersonId(parts[1].strip()));
          } else {
            faults.add(beside.get() + ":" + number + ": a line is a name, a comma and an id.");
          }
        }
      } catch (IOException unreadable) {
        faults.add(beside.get() + ": cannot be read. Its first line is `name,person`.");
      }
    }
    return actors;
  }
}

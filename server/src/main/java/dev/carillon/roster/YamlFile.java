package dev.carillon.roster;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads a YAML file into [Yaml], with findings for what is not YAML at all, not UTF-8, too deep or
/// said twice.
final class YamlFile {
  /// A school file is four or five deep; a file that refers to itself would have no end.
  private static final int DEPTH_MAX = 20;

  /// More than any school needs; a few anchors in each other would multiply without end.
  private static final int NODES_MAX = 500_000;

  private final String file;
  private final Findings findings;
  private int nodes;

  private YamlFile(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /// The file as a table; empty, with a finding, when it is none.
  static Optional<Yaml.Table> read(Path path, Findings findings) {
    var file = String.valueOf(path.getFileName());
    try {
      return new YamlFile(file, findings).parse(Files.readString(path));
    } catch (NoSuchFileException _) {
      findings.block(Place.of(file), "no such file", "a school's `" + file + "`", "Write it.");
    } catch (CharacterCodingException _) {
      findings.block(Place.of(file), "bytes that are not UTF-8", "UTF-8", "Save it as UTF-8.");
    } catch (IOException fault) {
      findings.block(Place.of(file), fault.toString(), "a file", "Make it readable.");
    }
    return Optional.empty();
  }

  private Optional<Yaml.Table> parse(String text) {
    try {
      var root = new org.yaml.snakeyaml.Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root instanceof MappingNode mapping) {
        return Optional.of(table(mapping, 0));
      }
      findings.block(Place.of(file), "no keys", "`key: value` lines", "Start from an example.");
    } catch (MarkedYAMLException fault) {
      var place = fault.getProblemMark() == null ? Place.of(file) : place(fault.getProblemMark());
      findings.block(place, String.valueOf(fault.getProblem()), "YAML", "Mend this line.");
    } catch (YAMLException fault) {
      findings.block(Place.of(file), String.valueOf(fault.getMessage()), "YAML", "Mend the file.");
    }
    return Optional.empty();
  }

  private Yaml value(Node node, int depth) {
    var place = place(node.getStartMark());
    if (nodes++ >= NODES_MAX) {
      return tooMuch(place);
    }
    if (depth > DEPTH_MAX) {
      findings.block(place, "too many levels", "at most " + DEPTH_MAX, "Put less into each other.");
      return new Yaml.Text(place, "");
    }
    return switch (node) {
      case ScalarNode scalar -> new Yaml.Text(place, scalar.getValue());
      case SequenceNode sequence -> rows(sequence, depth);
      case MappingNode mapping -> table(mapping, depth);
      default -> throw new IllegalStateException("a new kind of YAML node: " + node);
    };
  }

  private Yaml tooMuch(Place place) {
    if (nodes == NODES_MAX + 1) {
      findings.block(place, "too many values", "at most " + NODES_MAX, "Write it without anchors.");
    }
    return new Yaml.Text(place, "");
  }

  private Yaml.Rows rows(SequenceNode sequence, int depth) {
    var rows = new ArrayList<Yaml>();
    for (var node : sequence.getValue()) {
      rows.add(value(node, depth + 1));
    }
    return new Yaml.Rows(place(sequence.getStartMark()), rows);
  }

  private Yaml.Table table(MappingNode mapping, int depth) {
    var values = new LinkedHashMap<String, Yaml>();
    var keys = new LinkedHashMap<String, Place>();
    for (var tuple : mapping.getValue()) {
      var place = place(tuple.getKeyNode().getStartMark());
      var key = key(tuple);
      if (values.containsKey(key)) {
        findings.block(place, "`" + key + "` a second time", "each key once", "Remove one.");
      }
      values.put(key, value(tuple.getValueNode(), depth + 1));
      keys.put(key, place);
    }
    return new Yaml.Table(place(mapping.getStartMark()), values, keys);
  }

  private static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
  }

  private Place place(Mark mark) {
    return new Place(file, mark.getLine() + 1, Integer.toString(mark.getColumn() + 1));
  }
}

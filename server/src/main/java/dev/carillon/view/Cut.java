package dev.carillon.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/// A view in the making, over the one before it: tables that cannot have changed and rows that are
/// equal are taken over as they are. What is not taken over is the patch.
final class Cut {
  private final Map<String, Map<String, Row>> before;
  private final Map<String, Map<String, Row>> tables = new LinkedHashMap<>();
  private final Map<String, List<Row>> set = new LinkedHashMap<>();
  private final Map<String, List<String>> gone = new LinkedHashMap<>();

  Cut(View before) {
    this.before = before.tables();
  }

  Recut done() {
    return new Recut(new View(Collections.unmodifiableMap(tables)), new Patch(set, gone));
  }

  /// A table that is worked out anew when it may have changed.
  Cut table(String name, boolean changed, Supplier<List<? extends Row>> rows) {
    var old = old(name);
    boolean keep = before.containsKey(name) && !changed;
    tables.put(name, keep ? old : renewed(name, old, rows.get()));
    return this;
  }

  /// A table that was worked out for others, too.
  @SuppressWarnings("ReferenceEquality")
  Cut shared(String name, boolean changed, Supplier<Map<String, Row>> table) {
    var old = before.get(name);
    var next = old != null && !changed ? old : table.get();
    tables.put(name, next);
    if (next != old) {
      next.values().stream()
          .filter(row -> !row.equals(old(name).get(row.id())))
          .forEach(row -> note(name, row));
      noteMissing(name, next);
    }
    return this;
  }

  /// A table of which only rows of what was touched are worked out anew. It is a persistent map, so
  /// that a change costs the same in a long table and a short one.
  ///
  /// @param all whether every row may have changed
  /// @param touched in the order in which their rows are sent
  <K> Cut perRow(String name, boolean all, Collection<K> touched, PerRow<K> rows) {
    if (all || !before.containsKey(name)) {
      table(name, true, rows::all);
      tables.computeIfPresent(name, (_, whole) -> persistent(whole));
      return this;
    }
    var old = old(name);
    var next = old;
    for (var key : touched) {
      var row = rows.row.apply(key);
      next =
          row.isPresent() ? with(name, next, row.get()) : without(name, next, rows.id.apply(key));
    }
    tables.put(name, next);
    return this;
  }

  /// Whether a table of this cut differs from the one before.
  @SuppressWarnings("ReferenceEquality")
  boolean isRenewed(String name) {
    return tables.get(name) != before.get(name);
  }

  /// How a table with at most one row for each of some things is made.
  ///
  /// @param keys of all rows, in the order in which they are sent
  /// @param id of the row of one, whether or not there is one
  record PerRow<K>(
      Supplier<? extends Collection<K>> keys,
      Function<K, String> id,
      Function<K, Optional<? extends Row>> row) {
    private List<? extends Row> all() {
      return keys.get().stream().flatMap(key -> row.apply(key).stream()).toList();
    }
  }

  private Map<String, Row> old(String name) {
    return before.getOrDefault(name, Map.of());
  }

  private Map<String, Row> with(String name, Map<String, Row> rows, Row row) {
    if (row.equals(rows.get(row.id()))) {
      return rows;
    }
    note(name, row);
    return persistent(rows).plus(row.id(), row);
  }

  private Map<String, Row> without(String name, Map<String, Row> rows, String id) {
    if (!rows.containsKey(id)) {
      return rows;
    }
    gone.computeIfAbsent(name, _ -> new ArrayList<>()).add(id);
    return persistent(rows).minus(id);
  }

  private static PMap<String, Row> persistent(Map<String, Row> rows) {
    return rows instanceof OrderedPMap<String, Row> known ? known : OrderedPMap.from(rows);
  }

  private Map<String, Row> renewed(String name, Map<String, Row> old, List<? extends Row> rows) {
    var renewed = new LinkedHashMap<String, Row>();
    boolean same = old.size() == rows.size();
    for (var row : rows) {
      var prior = old.get(row.id());
      boolean equal = row.equals(prior);
      renewed.put(row.id(), equal && prior != null ? prior : row);
      same &= equal;
      if (!equal) {
        note(name, row);
      }
    }
    noteMissing(name, renewed);
    return same ? old : Collections.unmodifiableMap(renewed);
  }

  private void note(String name, Row row) {
    set.computeIfAbsent(name, _ -> new ArrayList<>()).add(row);
  }

  private void noteMissing(String name, Map<String, Row> next) {
    for (var id : old(name).keySet()) {
      if (!next.containsKey(id)) {
        gone.computeIfAbsent(name, _ -> new ArrayList<>()).add(id);
      }
    }
  }
}

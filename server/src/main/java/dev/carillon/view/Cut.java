package dev.carillon.view;

import dev.carillon.school.Id.PersonId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// A view in the making, over the one before it: tables that cannot have changed and rows that are
/// equal are taken over as they are.
final class Cut {
  private final Map<String, Map<String, Row>> before;
  private final Map<String, Map<String, Row>> tables = new LinkedHashMap<>();

  Cut(View before) {
    this.before = before.tables();
  }

  View done() {
    return new View(Collections.unmodifiableMap(tables));
  }

  /// A table that is worked out anew when it may have changed.
  Cut table(String name, boolean changed, Supplier<List<? extends Row>> rows) {
    var old = before.getOrDefault(name, Map.of());
    boolean keep = before.containsKey(name) && !changed;
    tables.put(name, keep ? old : renewed(old, rows.get()));
    return this;
  }

  /// A table with at most one row a student: only rows of students who were touched are worked out
  /// anew.
  ///
  /// @param all whether every row may have changed
  Cut perStudent(String name, boolean all, Set<PersonId> touched, Roll roll, PerStudent students) {
    if (all || !before.containsKey(name)) {
      return table(name, true, () -> students.rows(roll));
    }
    var old = before.getOrDefault(name, Map.of());
    var changed = new LinkedHashMap<String, Optional<? extends Row>>();
    for (var student : touched) {
      var id = students.id.apply(student);
      var row = students.row.apply(student);
      if (!Optional.ofNullable(old.get(id)).equals(row)) {
        changed.put(id, row);
      }
    }
    tables.put(name, changed.isEmpty() ? old : with(old, changed));
    return this;
  }

  /// Whether a table of this cut differs from the one before.
  @SuppressWarnings("ReferenceEquality")
  boolean isRenewed(String name) {
    return tables.get(name) != before.get(name);
  }

  /// The rows of a table of this cut.
  Collection<Row> rows(String name) {
    return tables.getOrDefault(name, Map.of()).values();
  }

  /// How a table with at most one row a student is made.
  ///
  /// @param id of her row, whether or not there is one
  record PerStudent(
      Function<PersonId, String> id, Function<PersonId, Optional<? extends Row>> row) {
    private List<? extends Row> rows(Roll roll) {
      return roll.students().stream().flatMap(student -> row.apply(student.id()).stream()).toList();
    }
  }

  private static Map<String, Row> with(
      Map<String, Row> old, Map<String, Optional<? extends Row>> changed) {
    var copy = new LinkedHashMap<>(old);
    changed.forEach(
        (id, row) -> row.ifPresentOrElse(some -> copy.put(id, some), () -> copy.remove(id)));
    return Collections.unmodifiableMap(copy);
  }

  private static Map<String, Row> renewed(Map<String, Row> old, List<? extends Row> rows) {
    var renewed = new LinkedHashMap<String, Row>();
    boolean same = old.size() == rows.size();
    for (var row : rows) {
      var prior = old.get(row.id());
      boolean equal = row.equals(prior);
      renewed.put(row.id(), equal && prior != null ? prior : row);
      same &= equal;
    }
    return same ? old : Collections.unmodifiableMap(renewed);
  }
}

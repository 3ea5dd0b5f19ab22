package dev.carillon.school;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Board;
import dev.carillon.school.Person.Student;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The place of each student's name on boards, the first is 1, by range of names: a name stays
/// where it is for the term, so that looking for it becomes a habit.
///
/// Whoever left keeps a place until somebody who joined needs it.
///
/// @param term a word of the school's; another one has all names dealt out anew. May be empty
/// @param byRange by the text of the range
public record BoardSlots(String term, Map<String, Map<PersonId, Integer>> byRange) {
  public static final BoardSlots NONE = new BoardSlots("", Map.of());

  /// In one order, so that equal ones are written alike.
  public BoardSlots {
    var ordered = new LinkedHashMap<String, Map<PersonId, Integer>>();
    new TreeMap<>(byRange).forEach((range, slots) -> ordered.put(range, bySlot(slots)));
    byRange = Ordered.copyOf(ordered);
  }

  private static Map<PersonId, Integer> bySlot(Map<PersonId, Integer> slots) {
    var ordered = new LinkedHashMap<PersonId, Integer>();
    slots.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(each -> ordered.put(each.getKey(), each.getValue()));
    return Ordered.copyOf(ordered);
  }

  public Map<PersonId, Integer> of(NameRange range) {
    return byRange.getOrDefault(range.text(), Map.of());
  }

  /// The same places, with one for everybody whom boards may show: a range that is new is dealt out
  /// in the order of the alphabet, a student who is new gets the first place that is free. The same
  /// for the same school, wherever it is asked.
  public BoardSlots dealt(School school) {
    var dealt = new LinkedHashMap<>(byRange);
    for (var range : ranges(school)) {
      dealt.put(range.text(), dealt(of(range), shown(school, range)));
    }
    return new BoardSlots(term, dealt);
  }

  private static Set<NameRange> ranges(School school) {
    var ranges = new HashSet<NameRange>();
    ranges.add(NameRange.ALL);
    for (var person : school.people().values()) {
      if (person instanceof Board board) {
        ranges.add(board.terms().range());
      }
    }
    return ranges;
  }

  private static Map<PersonId, Integer> dealt(
      Map<PersonId, Integer> before, List<PersonId> students) {
    var after = new LinkedHashMap<>(before);
    var taken = new HashSet<Integer>();
    students.stream().filter(before::containsKey).forEach(id -> taken.add(before.get(id)));
    int slot = 1;
    for (var student : students) {
      if (!before.containsKey(student)) {
        while (!taken.add(slot)) {
          slot++;
        }
        int free = slot;
        after.values().removeIf(held -> held == free);
        after.put(student, free);
      }
    }
    return after;
  }

  /// Whom boards may show with a name of the range, in the order of the alphabet.
  private static List<PersonId> shown(School school, NameRange range) {
    var language = Locale.forLanguageTag(school.language());
    var order = Collator.getInstance(language);
    var letters = Collator.getInstance(language);
    letters.setStrength(Collator.PRIMARY);
    return school.students().stream()
        .flatMap(student -> named(student).filter(it -> range.has(it.name(), letters)))
        .sorted(
            Comparator.comparing(Named::name, order::compare).thenComparing(it -> it.id().value()))
        .map(Named::id)
        .toList();
  }

  private record Named(String name, PersonId id) {}

  private static Stream<Named> named(Student student) {
    return student.shown().stream().map(name -> new Named(name, student.id()));
  }
}

package dev.carillon.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.carillon.school.Id;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Writes rows as they are declared: a record is an object of its components. An empty `Optional`
/// is an absent field, an id is its text, a constant is its name in lower case with dashes, an
/// instant or a duration is a whole number of milliseconds under a name ending in `Ms`.
///
/// Which fields a record has is looked up once per class.
final class Rows {
  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return fieldsOf(type);
        }
      };

  private Rows() {}

  private record Field(String name, Method accessor) {
    Object of(Object row) {
      try {
        return accessor.invoke(row);
      } catch (IllegalAccessException | InvocationTargetException broken) {
        throw new IllegalStateException("cannot read " + accessor, broken);
      }
    }
  }

  static void write(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case String text -> json.writeString(text);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> number(json, number);
      case Boolean yesNo -> json.writeBoolean(yesNo);
      case Id id -> json.writeString(id.value());
      case Enum<?> constant -> json.writeString(word(constant));
      case Instant instant -> json.writeNumber(instant.toEpochMilli());
      case Duration duration -> json.writeNumber(duration.toMillis());
      case LocalDate date -> json.writeString(date.toString());
      case ZoneId zone -> json.writeString(zone.getId());
      case Map<?, ?> map -> map(json, map);
      case Collection<?> items -> items(json, items);
      case Record row -> object(json, row);
      default -> throw new IllegalArgumentException("no wire form for " + value.getClass());
    }
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void object(JsonGenerator json, Record row) throws IOException {
    json.writeStartObject();
    for (var field : FIELDS.get(row.getClass())) {
      var value = present(field.of(row));
      if (value.isPresent()) {
        json.writeFieldName(field.name());
        write(json, value.get());
      }
    }
    json.writeEndObject();
  }

  private static Optional<Object> present(Object value) {
    return switch (value) {
      case Optional<?> maybe -> maybe.map(it -> it);
      case OptionalLong maybe ->
          maybe.isPresent() ? Optional.of(maybe.getAsLong()) : Optional.empty();
      case OptionalInt maybe ->
          maybe.isPresent() ? Optional.of(maybe.getAsInt()) : Optional.empty();
      case OptionalDouble maybe ->
          maybe.isPresent() ? Optional.of(maybe.getAsDouble()) : Optional.empty();
      default -> Optional.of(value);
    };
  }

  private static void map(JsonGenerator json, Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (var entry : map.entrySet()) {
      json.writeFieldName(entry.getKey() instanceof Id id ? id.value() : entry.getKey().toString());
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void items(JsonGenerator json, Collection<?> items) throws IOException {
    json.writeStartArray();
    for (var item : items) {
      write(json, item);
    }
    json.writeEndArray();
  }

  /// Metres that are whole are written whole: most of a floor plan's are.
  static void number(JsonGenerator json, double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }

  private static List<Field> fieldsOf(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(Rows::field).toList();
  }

  private static Field field(RecordComponent component) {
    var accessor = component.getAccessor();
    accessor.setAccessible(true);
    var name = component.getName();
    return new Field(isTime(component) && !name.endsWith("Ms") ? name + "Ms" : name, accessor);
  }

  private static boolean isTime(RecordComponent component) {
    var type = component.getGenericType().getTypeName();
    return type.contains(Instant.class.getName()) || type.contains(Duration.class.getName());
  }
}

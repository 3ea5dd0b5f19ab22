package dev.carillon.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.school.Id;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields of one object of a frame, taken one by one; what nobody took is unknown.
final class Fields {
  /// The longest text of any field: room for an id, a ticket, a reason.
  static final int TEXT_CHARS_MAX = 256;

  /// Whole numbers a browser can hold exactly.
  private static final long WHOLE_MAX = 9_007_199_254_740_991L;

  /// A field's name is repeated to the device, but not at any length.
  private static final int NAME_CHARS_SHOWN = 40;

  private final String path;
  private final ObjectNode node;
  private final Set<String> taken = new HashSet<>();

  Fields(String path, ObjectNode node) {
    this.path = path;
    this.node = node;
  }

  Fields object(String name) throws WireFault {
    if (must(name) instanceof ObjectNode inner) {
      return new Fields(path + "." + name, inner);
    }
    throw wrong(name, "an object");
  }

  Optional<Fields> maybeObject(String name) throws WireFault {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  /// A list of at least one object.
  List<Fields> objects(String name, int most) throws WireFault {
    var value = must(name);
    if (!value.isArray() || value.isEmpty() || value.size() > most) {
      throw wrong(name, "a list of one to " + most + " objects");
    }
    var objects = new ArrayList<Fields>();
    for (var each : value) {
      if (!(each instanceof ObjectNode inner)) {
        throw wrong(name, "a list of objects");
      }
      objects.add(new Fields(path + "." + name, inner));
    }
    return objects;
  }

  String text(String name, int charsMax) throws WireFault {
    var value = must(name);
    if (!value.isTextual() || value.textValue().length() > charsMax) {
      throw wrong(name, "a text of at most " + charsMax + " characters");
    }
    return value.textValue();
  }

  Optional<String> maybeText(String name, int charsMax) throws WireFault {
    return has(name) ? Optional.of(text(name, charsMax)) : Optional.empty();
  }

  <T extends Id> T id(String name, Function<String, T> make) throws WireFault {
    var value = text(name, TEXT_CHARS_MAX);
    if (!Id.isValid(value)) {
      throw wrong(name, "an id");
    }
    return make.apply(value);
  }

  /// A list of at least one id.
  <T extends Id> List<T> ids(String name, int most, Function<String, T> make) throws WireFault {
    var value = must(name);
    if (!value.isArray() || value.isEmpty() || value.size() > most) {
      throw wrong(name, "a list of one to " + most + " ids");
    }
    var ids = new ArrayList<T>();
    for (var each : value) {
      if (!each.isTextual() || !Id.isValid(each.textValue())) {
        throw wrong(name, "a list of ids");
      }
      ids.add(make.apply(each.textValue()));
    }
    return ids;
  }

  /// Empty when the field is not there.
  <T extends Id> List<T> maybeIds(String name, int most, Function<String, T> make)
      throws WireFault {
    return has(name) ? ids(name, most, make) : List.of();
  }

  <T extends Id> Optional<T> maybeId(String name, Function<String, T> make) throws WireFault {
    return has(name) ? Optional.of(id(name, make)) : Optional.empty();
  }

  /// As `2026-09-14`.
  LocalDate date(String name) throws WireFault {
    try {
      return LocalDate.parse(text(name, TEXT_CHARS_MAX));
    } catch (DateTimeParseException _) {
      throw wrong(name, "a date such as 2026-09-14");
    }
  }

  Optional<LocalDate> maybeDate(String name) throws WireFault {
    return has(name) ? Optional.of(date(name)) : Optional.empty();
  }

  long whole(String name, long min, long max) throws WireFault {
    var value = must(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, "a whole number");
    }
    long number = value.longValue();
    if (number < min || number > max) {
      throw wrong(name, "a whole number from " + min + " to " + max);
    }
    return number;
  }

  long whole(String name) throws WireFault {
    return whole(name, 0, WHOLE_MAX);
  }

  OptionalLong maybeWhole(String name, long min, long max) throws WireFault {
    return has(name) ? OptionalLong.of(whole(name, min, max)) : OptionalLong.empty();
  }

  double number(String name) throws WireFault {
    var value = must(name);
    if (!value.isNumber() || !(Math.abs(value.doubleValue()) <= WHOLE_MAX)) {
      throw wrong(name, "a number");
    }
    return value.doubleValue();
  }

  OptionalDouble maybeNumber(String name) throws WireFault {
    return has(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
  }

  boolean yesNo(String name) throws WireFault {
    if (!has(name)) {
      return false;
    }
    var value = must(name);
    if (!value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  <E extends Enum<E>> E oneOf(String name, List<E> choices) throws WireFault {
    var word = text(name, TEXT_CHARS_MAX);
    for (var choice : choices) {
      if (word(choice).equals(word)) {
        return choice;
      }
    }
    throw wrong(name, "one of " + choices.stream().map(Fields::word).toList());
  }

  <E extends Enum<E>> Optional<E> maybeOneOf(String name, List<E> choices) throws WireFault {
    return has(name) ? Optional.of(oneOf(name, choices)) : Optional.empty();
  }

  /// To be called when everything known was taken.
  void end() throws WireFault {
    for (var name : (Iterable<String>) node::fieldNames) {
      if (!taken.contains(name)) {
        var shown = name.length() > NAME_CHARS_SHOWN ? name.substring(0, NAME_CHARS_SHOWN) : name;
        throw new WireFault(WireError.FIELD_UNKNOWN, path + "." + shown);
      }
    }
  }

  WireFault wrong(String name, String expected) {
    return new WireFault(WireError.FIELD_WRONG, path + "." + name + " must be " + expected);
  }

  /// The body as it came, for its hash.
  JsonNode raw() {
    return node;
  }

  private boolean has(String name) {
    return find(name) != null;
  }

  private JsonNode must(String name) throws WireFault {
    var value = find(name);
    if (value == null) {
      throw new WireFault(WireError.FIELD_MISSING, path + "." + name);
    }
    return value;
  }

  private @Nullable JsonNode find(String name) {
    taken.add(name);
    return node.get(name);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.carillon.log;

import dev.carillon.floor.Message.InLanguage;
import dev.carillon.school.Id;
import dev.carillon.school.NameRange;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/// Draws values of any type that may stand in a log, from a seed. A type it does not know is one
/// the codec was not asked about yet: it fails loudly.
final class Samples {
  private static final int TRIES = 1_000;

  private final SplittableRandom dice;

  Samples(long seed) {
    dice = new SplittableRandom(seed);
  }

  <T> T of(Class<T> type) {
    return type.cast(value(type));
  }

  private Object value(Type type) {
    return type instanceof ParameterizedType generic
        ? generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments())
        : plain((Class<?>) type);
  }

  private Object generic(Class<?> raw, Type[] of) {
    if (raw == List.class) {
      return List.copyOf(list(of[0]));
    }
    if (raw == Set.class) {
      return Set.copyOf(list(of[0]));
    }
    if (raw == Optional.class) {
      return dice.nextInt(3) == 0 ? Optional.empty() : Optional.of(value(of[0]));
    }
    if (raw == Map.class) {
      return map(of);
    }
    if (raw == PMap.class) {
      return HashTreePMap.from(map(of));
    }
    if (raw == PSortedMap.class) {
      return TreePMap.from(Samples::inOrder, map(of));
    }
    if (raw == PVector.class) {
      return TreePVector.from(list(of[0]));
    }
    if (raw == PSet.class) {
      return HashTreePSet.from(list(of[0]));
    }
    throw new AssertionError("no sample of " + raw);
  }

  @SuppressWarnings("unchecked") // Keys of a sorted map can be compared.
  private static int inOrder(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }

  private List<Object> list(Type of) {
    var values = new ArrayList<>();
    for (int i = dice.nextInt(4); i > 0; i--) {
      values.add(value(of));
    }
    return new ArrayList<>(new LinkedHashSet<>(values));
  }

  private Map<Object, Object> map(Type[] of) {
    var values = new LinkedHashMap<>();
    for (int i = dice.nextInt(4); i > 0; i--) {
      values.put(value(of[0]), value(of[1]));
    }
    return values;
  }

  private Object plain(Class<?> type) {
    if (type.isEnum()) {
      var constants = type.getEnumConstants();
      return constants[dice.nextInt(constants.length)];
    }
    if (Id.class.isAssignableFrom(type) && type.isRecord()) {
      return record(type);
    }
    if (CodecMapper.isFamily(type)) {
      var members = CodecMapper.members(type).toList();
      return plain(members.get(dice.nextInt(members.size())));
    }
    if (type == NameRange.class) {
      return dice.nextBoolean() ? NameRange.ALL : new NameRange("B", "K");
    }
    if (type == InLanguage.class) {
      return new InLanguage(dice.nextBoolean() ? "es" : "fr-CA", (String) scalar(String.class));
    }
    if (type.isRecord()) {
      return record(type);
    }
    return scalar(type);
  }

  private Object scalar(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "String" -> dice.nextInt(8) == 0 ? "ä\"\\\n€" : "s" + dice.nextInt(1_000);
      case "int", "Integer" -> dice.nextInt(8);
      case "long", "Long" -> dice.nextLong(1L << 40);
      case "double", "Double" -> dice.nextInt(100) / 8.0;
      case "boolean", "Boolean" -> dice.nextBoolean();
      case "Instant" -> Instant.ofEpochMilli(1_789_000_000_000L + dice.nextInt());
      case "Duration" -> Duration.ofMillis(dice.nextInt(10_000_000) - 5_000L);
      case "LocalDate" -> LocalDate.of(2026, 1, 1).plusDays(dice.nextInt(365));
      case "LocalTime" -> LocalTime.of(dice.nextInt(24), dice.nextInt(60));
      case "ZoneId" -> ZoneId.of(dice.nextBoolean() ? "America/Phoenix" : "UTC");
      case "DayOfWeek" -> DayOfWeek.of(1 + dice.nextInt(7));
      case "MonthDay" -> MonthDay.of(1 + dice.nextInt(12), 1 + dice.nextInt(28));
      default -> throw new AssertionError("no sample of " + type);
    };
  }

  /// Draws until the record takes it: most check what they are given.
  private Object record(Class<?> type) {
    AssertionError last = new AssertionError();
    for (int i = 0; i < TRIES; i++) {
      try {
        return make(type);
      } catch (InvocationTargetException e) {
        last = new AssertionError("no sample of " + type, e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("records can be made", e);
      }
    }
    throw last;
  }

  private Object make(Class<?> type) throws ReflectiveOperationException {
    var components = type.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values =
        Arrays.stream(components)
            .map(
                component ->
                    Id.class.isAssignableFrom(type)
                        ? "id-" + dice.nextInt(50)
                        : component.getName().equals("letter")
                            ? "K"
                            : value(component.getGenericType()))
            .toArray();
    var constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }
}

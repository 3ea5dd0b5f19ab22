package dev.carillon.gateway;

import dev.carillon.floor.Hint.Figure;
import dev.carillon.floor.Signal;
import dev.carillon.gateway.Heard.Says.Told;
import dev.carillon.school.Id;
import dev.carillon.school.Id.AssessmentId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the simple form of a signal. It is ours, so it is read to the letter: a field that is not
/// known is a mistake of somebody who should hear of it.
final class SignalReader {
  private static final Logger LOG = LoggerFactory.getLogger(SignalReader.class);

  /// With the id of its source before it, an event's id still has to be an id.
  static final int EVENT_ID_MAX = 64;

  private static final int ACTOR_CHARS_MAX = 256;

  /// One line on a card.
  private static final int ABOUT_CHARS_MAX = 80;

  private static final int FIGURES_MAX = 5;
  private static final int COUNT_MAX = 10_000;
  private static final Set<String> COMMON = Set.of("id", "at", "actor", "kind");

  private SignalReader() {}

  /// What makes no sense is not told apart: the answer says which signal it was.
  private static final class Senseless extends Exception {
    private static final long serialVersionUID = 1;
  }

  static Heard read(@Nullable Object raw) {
    if (!(raw instanceof JsonObject signal)) {
      return Heard.wrong(Optional.empty());
    }
    var id = eventId(signal.getValue("id"));
    try {
      return id.isEmpty() ? Heard.wrong(id) : new Heard(id, told(signal));
    } catch (Senseless senseless) {
      LOG.debug("signal", senseless);
      return Heard.wrong(id);
    }
  }

  static Optional<String> eventId(@Nullable Object value) {
    return value instanceof String text && text.length() <= EVENT_ID_MAX && Id.isValid(text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// A time with its offset.
  static Optional<Instant> instant(@Nullable Object value) {
    try {
      return value instanceof String text
          ? Optional.of(OffsetDateTime.parse(text).toInstant())
          : Optional.empty();
    } catch (DateTimeParseException notATime) {
      LOG.debug("time", notATime);
      return Optional.empty();
    }
  }

  private static Told told(JsonObject signal) throws Senseless {
    var at = instant(signal.getValue("at")).orElseThrow(Senseless::new);
    var actor = signal.getValue("actor");
    if (!(actor instanceof String name) || name.isEmpty() || name.length() > ACTOR_CHARS_MAX) {
      throw new Senseless();
    }
    return new Told(at, List.of(name), what(signal));
  }

  private static Optional<Signal> what(JsonObject signal) throws Senseless {
    return switch (word(signal, "kind")) {
      case "session" -> {
        only(signal, "state");
        oneOf(signal, "state", "start", "end");
        yield Optional.empty();
      }
      case "progress" -> {
        only(signal, "ratio");
        ratio(signal);
        yield Optional.empty();
      }
      case "attempt" -> attempt(signal);
      case "practice" -> {
        only(signal, "skill", "right");
        yield Optional.of(new Signal.Practised(word(signal, "skill"), yesNo(signal, "right")));
      }
      case "mastered" -> {
        only(signal, "objective");
        yield Optional.of(new Signal.Succeeded(word(signal, "objective")));
      }
      case "hand" -> {
        only(signal, "about");
        yield Optional.of(new Signal.Hand(about(signal)));
      }
      case "stuck" -> {
        only(signal, "rule", "evidence");
        yield Optional.of(new Signal.Stuck(word(signal, "rule"), evidence(signal)));
      }
      case "unlock" -> {
        only(signal, "item", "expectedMinutes");
        count(signal, "expectedMinutes");
        yield Optional.of(new Signal.AtTest(new AssessmentId(word(signal, "item"))));
      }
      default -> throw new Senseless();
    };
  }

  private static Optional<Signal> attempt(JsonObject signal) throws Senseless {
    only(signal, "item", "result", "n");
    var item = word(signal, "item");
    int number = count(signal, "n");
    return switch (oneOf(signal, "result", "failed", "passed", "completed")) {
      case "failed" -> Optional.of(new Signal.Failed(item, number));
      case "passed" -> Optional.of(new Signal.Succeeded(item));
      default -> Optional.empty();
    };
  }

  private static void only(JsonObject signal, String... fields) throws Senseless {
    var known = new HashSet<>(COMMON);
    Stream.of(fields).forEach(known::add);
    if (!known.containsAll(signal.fieldNames())) {
      throw new Senseless();
    }
  }

  private static String word(JsonObject signal, String field) throws Senseless {
    return signal.getValue(field) instanceof String text && Id.isValid(text) ? text : fail();
  }

  /// One line for people, or none.
  private static String about(JsonObject signal) throws Senseless {
    if (!signal.containsKey("about")) {
      return "";
    }
    return line(signal.getValue("about")).orElseThrow(Senseless::new);
  }

  static Optional<String> line(@Nullable Object value) {
    return value instanceof String text
            && !text.isBlank()
            && text.length() <= ABOUT_CHARS_MAX
            && text.chars().noneMatch(Character::isISOControl)
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private static String oneOf(JsonObject signal, String field, String... words) throws Senseless {
    return signal.getValue(field) instanceof String text && List.of(words).contains(text)
        ? text
        : fail();
  }

  private static boolean yesNo(JsonObject signal, String field) throws Senseless {
    if (signal.getValue(field) instanceof Boolean value) {
      return value;
    }
    throw new Senseless();
  }

  private static void ratio(JsonObject signal) throws Senseless {
    boolean isRatio =
        signal.getValue("ratio") instanceof Number number
            && number.doubleValue() >= 0
            && number.doubleValue() <= 1;
    if (!isRatio) {
      throw new Senseless();
    }
  }

  /// 0 when it is absent.
  private static int count(JsonObject of, String field) throws Senseless {
    if (!of.containsKey(field)) {
      return 0;
    }
    if (of.getValue(field) instanceof Integer count && count >= 0 && count <= COUNT_MAX) {
      return count;
    }
    throw new Senseless();
  }

  private static List<Figure> evidence(JsonObject signal) throws Senseless {
    if (!signal.containsKey("evidence")) {
      return List.of();
    }
    if (!(signal.getValue("evidence") instanceof JsonObject given) || given.size() > FIGURES_MAX) {
      throw new Senseless();
    }
    var figures = new ArrayList<Figure>();
    for (var name : given.fieldNames()) {
      if (!Id.isValid(name)) {
        throw new Senseless();
      }
      figures.add(new Figure(name, count(given, name)));
    }
    return figures;
  }

  private static String fail() throws Senseless {
    throw new Senseless();
  }
}

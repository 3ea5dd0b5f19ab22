package dev.carillon.gateway;

import dev.carillon.floor.Signal;
import dev.carillon.gateway.Heard.Says.Told;
import dev.carillon.school.Id;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an xAPI statement. Statements say much more than is asked for here: what is not known is
/// passed over, and a verb that means nothing here is fine.
final class StatementReader {
  private static final String MAIL = "mailto:";

  private StatementReader() {}

  static Heard read(@Nullable Object raw) {
    if (!(raw instanceof JsonObject statement)) {
      return Heard.wrong(Optional.empty());
    }
    var id = SignalReader.eventId(statement.getValue("id"));
    var at = SignalReader.instant(statement.getValue("timestamp"));
    var names = names(table(statement, "actor"));
    var verb = last(table(statement, "verb").getValue("id"));
    if (id.isEmpty() || at.isEmpty() || names.isEmpty() || verb.isEmpty()) {
      return Heard.wrong(id);
    }
    var about = last(table(statement, "object").getValue("id"));
    boolean needsObject = List.of("failed", "passed", "mastered", "answered").contains(verb.get());
    return needsObject && about.isEmpty()
        ? Heard.wrong(id)
        : new Heard(id, new Told(at.get(), names, what(verb.get(), about, statement)));
  }

  private static Optional<Signal> what(String verb, Optional<String> about, JsonObject statement) {
    return switch (verb) {
      case "failed" -> about.map(item -> new Signal.Failed(item, 0));
      case "passed", "mastered" -> about.map(Signal.Succeeded::new);
      case "asked" -> Optional.of(new Signal.Hand(place(table(statement, "object"), about)));
      case "answered" -> answered(about, table(statement, "result"));
      default -> Optional.empty();
    };
  }

  /// As the program names it for people, in whichever language comes first.
  private static String place(JsonObject object, Optional<String> about) {
    var names = table(table(object, "definition"), "name");
    return names.fieldNames().stream()
        .flatMap(language -> SignalReader.line(names.getValue(language)).stream())
        .findFirst()
        .or(() -> about)
        .orElse("");
  }

  /// An answer that does not say whether it was right is no opportunity.
  private static Optional<Signal> answered(Optional<String> skill, JsonObject result) {
    return result.getValue("success") instanceof Boolean right
        ? skill.map(of -> new Signal.Practised(of, right))
        : Optional.empty();
  }

  private static JsonObject table(JsonObject of, String field) {
    return of.getValue(field) instanceof JsonObject table ? table : new JsonObject();
  }

  private static List<String> names(JsonObject actor) {
    var names = new ArrayList<String>();
    if (table(actor, "account").getValue("name") instanceof String account) {
      names.add(account);
    }
    if (actor.getValue("mbox") instanceof String mail && mail.startsWith(MAIL)) {
      names.add(mail.substring(MAIL.length()));
    }
    return names;
  }

  /// The last part of an address names the thing: `https://example.org/verbs/failed`.
  private static Optional<String> last(@Nullable Object iri) {
    if (!(iri instanceof String text)) {
      return Optional.empty();
    }
    int from =
        Math.max(text.lastIndexOf('/'), Math.max(text.lastIndexOf('#'), text.lastIndexOf(':')));
    return Optional.of(text.substring(from + 1)).filter(Id::isValid);
  }
}

package dev.carillon.load;

import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Floor;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import dev.carillon.view.Audience;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfStudent;
import dev.carillon.view.View;
import dev.carillon.view.Views;
import dev.carillon.wire.FrameWriter;
import dev.carillon.wire.ServerFrame.Whole;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What screens have to show, worked out from the log alone: every floor it went through.
final class Truth {
  private final Views views = new Views();
  private final List<Floor> floors = new ArrayList<>();
  private Cursor end = Cursor.START;

  /// Reads what was appended since.
  void readOn(TestLog log) throws InterruptedException {
    for (var placed : log.entries(end)) {
      for (var event : placed.entry().events()) {
        floors.add(next(event));
      }
      end = placed.at();
    }
  }

  int size() {
    return floors.size();
  }

  /// Whether the tables are those of a floor not before the `since`-th.
  boolean isTrue(PersonId person, Map<String, Map<String, JsonObject>> tables, int since) {
    for (int i = floors.size() - 1; i >= Math.max(0, since - 1); i--) {
      if (tables(person, floors.get(i)).equals(tables)) {
        return true;
      }
    }
    return false;
  }

  private Floor next(Event event) {
    return event instanceof DayOpened day
        ? Floor.opened(day)
        : floors.getLast().evolve(event).floor();
  }

  private Map<String, Map<String, JsonObject>> tables(PersonId person, Floor floor) {
    var view = views.cut(audience(person, floor), floor);
    var tables = new LinkedHashMap<String, Map<String, JsonObject>>();
    for (var table : json(view)) {
      var rows = new LinkedHashMap<String, JsonObject>();
      for (var row : (JsonArray) table.getValue()) {
        rows.put(((JsonObject) row).getString("id"), (JsonObject) row);
      }
      tables.put(table.getKey(), rows);
    }
    return tables;
  }

  private static JsonObject json(View view) {
    var frame = FrameWriter.write(new Whole(Cursor.START, Instant.EPOCH, view));
    return new JsonObject(Buffer.buffer(frame)).getJsonObject("tables");
  }

  private static Audience audience(PersonId person, Floor floor) {
    var known = floor.school().people().get(person);
    return known != null && known.role() == Role.STUDENT
        ? new OfStudent(person)
        : new OfHelper(person);
  }
}

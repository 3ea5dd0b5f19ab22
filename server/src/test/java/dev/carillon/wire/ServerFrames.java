package dev.carillon.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.floor.ArrivalState;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.FloorClock;
import dev.carillon.floor.Joint;
import dev.carillon.floor.Outdated;
import dev.carillon.floor.Refusal;
import dev.carillon.floor.Regroup;
import dev.carillon.floor.Result;
import dev.carillon.school.BellKind;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Id.UnlockId;
import dev.carillon.school.Role;
import dev.carillon.view.Patch;
import dev.carillon.view.Row;
import dev.carillon.view.View;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads what the server says back into records, so that each golden frame can be written again.
/// Any field that a record does not have, and any that it has and the frame has not, is an error.
final class ServerFrames {
  private ServerFrames() {}

  static ServerFrame read(JsonNode json) {
    return switch (json.required("t").textValue()) {
      case "welcome" -> welcome(json);
      case "view" ->
          new ServerFrame.Whole(
              cursor(json, "cursor"), instant(json, "atMs"), view(json.required("tables")));
      case "patch" -> new ServerFrame.Change(cursor(json, "from"), cursor(json, "to"), patch(json));
      case "done" ->
          new ServerFrame.Done(
              json.required("id").textValue(),
              json.required("seq").longValue(),
              result(json.get("result")),
              json.has("dryRun"));
      case "refused" -> refused(json);
      case "ring" -> ring(json);
      case "heard" ->
          new ServerFrame.Heard(
              StreamSupport.stream(json.required("bells").spliterator(), false)
                  .map(bell -> (ServerFrame.BellHeard) value(bell, ServerFrame.BellHeard.class))
                  .toList(),
              (ServerFrame.Clocks) value(json.required("clocks"), ServerFrame.Clocks.class));
      case "presence" ->
          new ServerFrame.Presence(
              json.has("from")
                  ? OptionalLong.of(json.get("from").longValue())
                  : OptionalLong.empty(),
              json.required("to").longValue(),
              StreamSupport.stream(json.required("seen").spliterator(), false)
                  .map(row -> (ServerFrame.Seen) value(row, ServerFrame.Seen.class))
                  .toList(),
              StreamSupport.stream(json.required("back").spliterator(), false)
                  .map(JsonNode::textValue)
                  .toList());
      case "receipts" ->
          new ServerFrame.Receipts(
              json.has("from")
                  ? OptionalLong.of(json.get("from").longValue())
                  : OptionalLong.empty(),
              json.required("to").longValue(),
              StreamSupport.stream(json.required("reached").spliterator(), false)
                  .map(ServerFrames::reached)
                  .toList(),
              StreamSupport.stream(json.required("gone").spliterator(), false)
                  .map(JsonNode::textValue)
                  .toList());
      case "clock" ->
          new ServerFrame.ClockSays(
              json.has("t0")
                  ? OptionalDouble.of(json.get("t0").doubleValue())
                  : OptionalDouble.empty(),
              json.required("t1").longValue(),
              json.required("t2").longValue(),
              clock(json.required("clock")));
      case "beat" -> new ServerFrame.Beat(cursor(json, "cursor"), json.path("unsaved").asBoolean());
      case "goaway" ->
          new ServerFrame.GoAway(
              Duration.ofMillis(json.required("afterMs").longValue()),
              json.required("reason").textValue());
      case "error" ->
          new ServerFrame.Nonsense(
              Stream.of(WireError.values())
                  .filter(error -> error.number() == json.required("code").intValue())
                  .findFirst()
                  .orElseThrow(),
              json.required("detail").textValue(),
              Optional.ofNullable(json.get("id")).map(JsonNode::textValue));
      default -> throw new IllegalArgumentException("unknown frame " + json);
    };
  }

  private static ServerFrame welcome(JsonNode json) {
    var person = json.required("person");
    var limits = json.required("limits");
    return new ServerFrame.Welcome(
        new ServerFrame.Who(
            new PersonId(person.required("id").textValue()),
            person.required("name").textValue(),
            Role.valueOf(upper(person.required("role").textValue()))),
        Screen.of(json.required("screen").textValue()).orElseThrow(),
        json.required("lang").textValue(),
        json.required("school").textValue(),
        LocalDate.parse(json.required("date").textValue()),
        json.required("demo").booleanValue(),
        Duration.ofMillis(json.required("beatMs").longValue()),
        new ServerFrame.Retry(
            Duration.ofMillis(json.required("retry").required("minMs").longValue()),
            Duration.ofMillis(json.required("retry").required("maxMs").longValue())),
        new ServerFrame.Limits(
            limits.required("frameBytes").intValue(),
            limits.required("perSecond").intValue(),
            limits.required("burst").intValue()),
        clock(json.required("clock")),
        json.required("sourceMs").longValue(),
        Optional.ofNullable(json.get("build")).map(JsonNode::textValue));
  }

  private static ServerFrame refused(JsonNode json) {
    var refusal =
        Stream.of(Refusal.values())
            .filter(it -> it.number() == json.required("code").intValue())
            .findFirst()
            .orElseThrow();
    var args = new LinkedHashMap<String, String>();
    if (json.has("args")) {
      json.get("args").properties().forEach(it -> args.put(it.getKey(), it.getValue().asText()));
    }
    return new ServerFrame.Refused(
        json.required("id").textValue(),
        refusal,
        json.has("retryAfterMs")
            ? Optional.of(Duration.ofMillis(json.get("retryAfterMs").longValue()))
            : Optional.empty(),
        args,
        json.has("row")
            ? Optional.of(
                new ServerFrame.CurrentRow(
                    json.get("row").required("table").textValue(),
                    row(
                        json.get("row").required("table").textValue(),
                        json.get("row").required("row"))))
            : Optional.empty());
  }

  private static ServerFrame ring(JsonNode json) {
    return new ServerFrame.Ring(
        new BellRang(
            new BellId(json.required("bell").textValue()),
            new ScheduleId(json.required("schedule").textValue()),
            BellKind.valueOf(upper(json.required("kind").textValue())),
            instant(json, "atMs"),
            instant(json, "atMs"),
            json.required("late").booleanValue()));
  }

  private static Result result(JsonNode json) {
    if (json == null) {
      return Result.NOTHING;
    }
    if (json.has("proposal")) {
      return planned(json);
    }
    if (json.has("call")) {
      return new Result.Called(
          new CallId(json.get("call").textValue()), json.required("students").intValue());
    }
    if (json.has("fromMs")) {
      return new Result.Aligned(
          Duration.ofMillis(json.get("fromMs").longValue()),
          Duration.ofMillis(json.required("toMs").longValue()));
    }
    if (json.has("parked") || json.has("tellTried")) {
      var parked = new ArrayList<HelpId>();
      json.path("parked").forEach(each -> parked.add(new HelpId(each.textValue())));
      return new Result.HelpWaits(
          new HelpId(json.get("help").textValue()), parked, json.path("tellTried").asBoolean());
    }
    if (json.has("help")) {
      return new Result.HelpGiven(
          new HelpId(json.get("help").textValue()), json.path("epoch").asLong(0));
    }
    if (json.has("unlock")) {
      return new Result.UnlockGiven(new UnlockId(json.get("unlock").textValue()));
    }
    if (json.has("arrival")) {
      return new Result.ArrivalNow(ArrivalState.valueOf(upper(json.get("arrival").textValue())));
    }
    if (json.has("untilMs")) {
      return new Result.RunsOver(
          json.required("students").intValue(),
          instant(json, "untilMs"),
          atStations(json.path("awaited")),
          atStations(json.path("crowded")));
    }
    if (json.has("atMs")) {
      return new Result.ClockAt(instant(json, "atMs"));
    }
    if (json.has("unmet")) {
      return closing(json);
    }
    if (json.has("moves")) {
      return evened(json);
    }
    if (!json.has("moved")) {
      return new Result.StudentsMarked(json.required("students").intValue());
    }
    return new Result.Moved(
        json.required("version").longValue(),
        moves(json.get("moved")),
        json.required("students").intValue(),
        blocks(json.path("dropped")),
        blocks(json.path("added")),
        lost(json.path("lost")),
        moves(json.path("turns")));
  }

  private static List<Result.AtStation> atStations(JsonNode json) {
    var all = new ArrayList<Result.AtStation>();
    json.forEach(
        each ->
            all.add(
                new Result.AtStation(
                    new StationId(each.get("station").textValue()),
                    each.get("students").intValue())));
    return all;
  }

  private static List<Result.Move> moves(JsonNode json) {
    var moved = new ArrayList<Result.Move>();
    json.forEach(
        it ->
            moved.add(
                new Result.Move(
                    new BlockId(it.required("block").textValue()),
                    Result.Edge.valueOf(upper(it.required("edge").textValue())),
                    instant(it, "fromMs"),
                    instant(it, "toMs"))));
    return moved;
  }

  private static Result planned(JsonNode json) {
    var proposal = new ProposalId(json.get("proposal").textValue());
    int changes = json.required("changes").intValue();
    int students = json.required("students").intValue();
    if (json.has("accepted")) {
      return new Result.Proposed(
          proposal,
          changes,
          students,
          json.required("unmet").intValue(),
          json.get("accepted").booleanValue());
    }
    var left =
        StreamSupport.stream(json.path("left").spliterator(), false)
            .map(
                it ->
                    new Result.LeftOut(
                        Outdated.valueOf(upper(it.required("why").textValue())),
                        it.required("changes").intValue()))
            .toList();
    return new Result.Replanned(proposal, changes, students, left);
  }

  private static Result closing(JsonNode json) {
    var to = new ArrayList<Result.Going>();
    json.required("to")
        .forEach(
            it ->
                to.add(
                    new Result.Going(
                        new StationId(it.required("station").textValue()),
                        it.required("students").intValue())));
    var unmet = new ArrayList<PersonId>();
    json.required("unmet").forEach(each -> unmet.add(new PersonId(each.textValue())));
    return new Result.Closing(
        json.required("changes").intValue(), json.required("students").intValue(), to, unmet);
  }

  private static Result evened(JsonNode json) {
    var moves = new ArrayList<Regroup>();
    json.get("moves")
        .forEach(
            it ->
                moves.add(
                    new Regroup(
                        new PersonId(it.required("student").textValue()),
                        group(it, "from"),
                        group(it, "to"))));
    var groups = new ArrayList<Result.GroupSize>();
    json.required("groups")
        .forEach(
            it ->
                groups.add(
                    new Result.GroupSize(
                        group(it, "group"),
                        it.required("students").intValue(),
                        it.required("least").intValue())));
    return new Result.Evened(
        moves,
        groups,
        Optional.ofNullable(json.get("merge"))
            .map(it -> new Joint.OfGroups(group(it, "group"), group(it, "into"))));
  }

  private static GroupId group(JsonNode json, String name) {
    return new GroupId(json.required(name).textValue());
  }

  private static List<BlockId> blocks(JsonNode ids) {
    return StreamSupport.stream(ids.spliterator(), false)
        .map(id -> new BlockId(id.textValue()))
        .toList();
  }

  private static List<Result.Lost> lost(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                new Result.Lost(
                    new PersonId(row.required("student").textValue()),
                    new BlockId(row.required("block").textValue()),
                    row.required("item").textValue()))
        .toList();
  }

  private static View view(JsonNode tables) {
    var view = new LinkedHashMap<String, Map<String, Row>>();
    for (var table : tables.properties()) {
      var rows = new LinkedHashMap<String, Row>();
      for (var json : table.getValue()) {
        var row = row(table.getKey(), json);
        rows.put(row.id(), row);
      }
      view.put(table.getKey(), rows);
    }
    return new View(view);
  }

  private static Patch patch(JsonNode json) {
    var set = new LinkedHashMap<String, List<Row>>();
    for (var table : json.required("set").properties()) {
      set.put(
          table.getKey(),
          StreamSupport.stream(table.getValue().spliterator(), false)
              .map(row -> row(table.getKey(), row))
              .toList());
    }
    var gone = new LinkedHashMap<String, List<String>>();
    for (var table : json.required("gone").properties()) {
      gone.put(
          table.getKey(),
          StreamSupport.stream(table.getValue().spliterator(), false)
              .map(JsonNode::textValue)
              .toList());
    }
    return new Patch(set, gone);
  }

  private static Row row(String table, JsonNode json) {
    var type =
        switch (table) {
          case "day" -> Row.Day.class;
          case "schedules" -> Row.Schedule.class;
          case "blocks" -> Row.Block.class;
          case "agenda" -> Row.Edge.class;
          case "me" -> json.has("duty") ? Row.HelperMe.class : Row.StudentMe.class;
          case "stops" -> Row.Stop.class;
          case "help" -> json.has("student") ? Row.Call.class : Row.OwnHelp.class;
          case "flex" -> json.has("seats") ? Row.FlexLine.class : Row.FlexStation.class;
          case "assessments" -> Row.Assessment.class;
          case "unlocks" -> json.has("student") ? Row.TeamUnlock.class : Row.OwnUnlock.class;
          case "goals" -> json.has("student") ? Row.TeamGoal.class : Row.OwnGoal.class;
          case "turns" -> Row.Turns.class;
          case "lessons" -> json.has("student") ? Row.TeamLesson.class : Row.Lesson.class;
          case "items" -> Row.Item.class;
          case "claims" -> Row.Claim.class;
          case "guesses" -> Row.Guess.class;
          case "messages" -> Row.Message.class;
          case "announcements" -> Row.Announcement.class;
          case "mentees" -> Row.Mentee.class;
          case "awards" -> Row.Award.class;
          case "rooms" -> Row.Room.class;
          case "stations" ->
              json.has("level")
                  ? Row.LeaderStation.class
                  : json.has("planned") ? Row.HelperStation.class : Row.BoardStation.class;
          case "calls" -> json.has("students") ? Row.StaffCall.class : Row.OwnCall.class;
          case "dayTypes" -> Row.DayType.class;
          case "alerts" -> Row.Alert.class;
          case "proposals" -> Row.Proposal.class;
          case "settle" -> Row.Settle.class;
          case "seats" -> Row.Seat.class;
          case "dots" -> Row.Dot.class;
          case "counts" -> Row.Counts.class;
          case "helpers" -> Row.Helper.class;
          case "roster" -> Row.RosterEntry.class;
          case "incoming" -> Row.Incoming.class;
          case "onward" -> Row.Onward.class;
          case "line" -> Row.LineCall.class;
          case "roomHelp" -> Row.RoomHelp.class;
          case "helpToday" -> Row.HelpToday.class;
          case "helpLoads" -> Row.HelperLoad.class;
          case "helpBells" -> Row.BellCalls.class;
          case "helpLessons" -> Row.LessonCalls.class;
          case "departures" -> Row.Departure.class;
          case "board" -> Row.Board.class;
          case "doors" -> Row.DoorBlock.class;
          default -> throw new IllegalArgumentException("unknown table " + table);
        };
    return (Row) value(json, type);
  }

  private static ServerFrame.Reached reached(JsonNode row) {
    return new ServerFrame.Reached(
        row.required("id").textValue(),
        Optional.ofNullable(row.get("stage"))
            .map(stage -> ClientFrame.Stage.valueOf(stage.textValue().toUpperCase(Locale.ROOT))),
        row.required("unshown").booleanValue());
  }

  private static Object value(JsonNode json, Type type) {
    if (type instanceof ParameterizedType generic) {
      var inner = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return StreamSupport.stream(json.spliterator(), false)
            .map(it -> value(it, inner[0]))
            .toList();
      }
      var map = new LinkedHashMap<String, Object>();
      json.properties().forEach(it -> map.put(it.getKey(), value(it.getValue(), inner[1])));
      return map;
    }
    return switch (((Class<?>) type).getSimpleName()) {
      case "String" -> required(json.textValue(), json);
      case "int", "Integer" -> json.intValue();
      case "long", "Long" -> json.longValue();
      case "double", "Double" -> json.doubleValue();
      case "boolean", "Boolean" -> json.booleanValue();
      default -> object(json, (Class<?>) type);
    };
  }

  private static Object object(JsonNode json, Class<?> type) {
    var names = new ArrayList<String>();
    json.fieldNames().forEachRemaining(names::add);
    var values = new ArrayList<>();
    for (var component : type.getRecordComponents()) {
      names.remove(component.getName());
      var inner = json.get(component.getName());
      if (component.getType() == Optional.class) {
        var of = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        values.add(inner == null ? Optional.empty() : Optional.of(value(inner, of)));
      } else {
        values.add(value(required(inner, component.getName()), component.getGenericType()));
      }
    }
    if (!names.isEmpty()) {
      throw new IllegalArgumentException(type.getSimpleName() + " has no " + names);
    }
    try {
      var constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T required(T value, Object what) {
    if (value == null) {
      throw new IllegalArgumentException("missing: " + what);
    }
    return value;
  }

  private static Cursor cursor(JsonNode json, String name) {
    var cursor = json.required(name);
    return new Cursor(
        cursor.required("epoch").longValue(),
        cursor.required("seq").longValue(),
        cursor.required("tag").textValue());
  }

  private static FloorClock clock(JsonNode json) {
    return new FloorClock(
        json.required("originMs").longValue(),
        json.required("baseMs").longValue(),
        json.required("speed").intValue());
  }

  private static Instant instant(JsonNode json, String name) {
    return Instant.ofEpochMilli(json.required(name).longValue());
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}

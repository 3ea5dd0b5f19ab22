package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Id.PersonId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Everybody who sees the line sees it in one order, by whichever way she is connected: helpers of
/// one room and of two, leaders, and who asks by plain HTTP calls.
final class OneOrderTest {
  private final TestHouse house = new TestHouse();
  private final List<Reader> readers = new ArrayList<>();
  private final Map<PersonId, Device> people = new LinkedHashMap<>();
  private List<String> centre = List.of();
  private long centreSeq;

  @AfterEach
  void close() {
    house.close();
  }

  /// A device that keeps its rows as a page does: changed ones replace those it had.
  private static final class Reader {
    private final Device device;
    private final String table;
    private final Map<String, JsonObject> rows = new LinkedHashMap<>();
    private long seq;

    Reader(Device device, String table) {
      this.device = device;
      this.table = table;
      device.seen.forEach(this::take);
    }

    List<String> at(long wanted) {
      if (seq < wanted) {
        device.await(frame -> isAt(frame, wanted));
      }
      return rows.values().stream()
          .sorted(Comparator.comparing(row -> row.getInteger("order")))
          .map(row -> row.getString("id"))
          .toList();
    }

    List<String> in(String room, long wanted) {
      return at(wanted).stream().filter(id -> room.equals(rows.get(id).getString("room"))).toList();
    }

    private boolean isAt(JsonObject frame, long wanted) {
      take(frame);
      return seq >= wanted;
    }

    private void take(JsonObject frame) {
      switch (frame.getString("t")) {
        case "view" -> {
          rows.clear();
          put(frame.getJsonObject("tables"));
          seq = frame.getJsonObject("cursor").getLong("seq");
        }
        case "patch" -> {
          put(frame.getJsonObject("set", new JsonObject()));
          frame
              .getJsonObject("gone", new JsonObject())
              .getJsonArray(table, new JsonArray())
              .forEach(rows::remove);
          seq = frame.getJsonObject("to").getLong("seq");
        }
        case "beat" -> seq = frame.getJsonObject("cursor").getLong("seq");
        default -> {}
      }
    }

    private void put(JsonObject tables) {
      for (var row : tables.getJsonArray(table, new JsonArray())) {
        rows.put(((JsonObject) row).getString("id"), (JsonObject) row);
      }
    }
  }

  private Reader reads(Device device, PersonId who, String screen) {
    device.send(TestHouse.hello(house.ticket(who), screen, Optional.empty()));
    device.await("view");
    var reader = new Reader(device, screen.equals("leader") ? "line" : "help");
    readers.add(reader);
    return reader;
  }

  private Device http(boolean streams) {
    return new CallingDevice(house, streams).device;
  }

  /// Somebody asks for something, and it is done.
  private long does(PersonId who, String kind, JsonObject body) {
    var device = people.computeIfAbsent(who, this::device);
    var answer = device.ask(kind, body);
    assertThat(answer.getString("t")).as("%s of %s: %s", kind, who, answer).isEqualTo("done");
    return answer.getLong("seq");
  }

  private Device device(PersonId who) {
    var role = house.desk.state().floor().school().people().get(who).role();
    return house.device(who, role.helps() ? "helper" : role.leads() ? "leader" : "student");
  }

  private static JsonObject about(String help) {
    return new JsonObject().put("help", help);
  }

  private static JsonObject on(String help, boolean on) {
    return about(help).put("on", on);
  }

  private static JsonObject kind(String kind) {
    return new JsonObject().put("kind", kind);
  }

  private String callOf(PersonId student) {
    var help = house.desk.state().floor().help();
    return help.latestOf(student).orElseThrow().id().value();
  }

  @Test
  void all_screens_and_the_list_by_plain_calls_have_one_order_at_every_place_in_the_log_b18() {
    does(ABEL, "duty.start", new JsonObject());
    does(PIA, "duty.start", new JsonObject());
    var polls = reads(http(false), ABEL, "helper");
    var events = reads(http(true), LENA, "leader");
    var leader = reads(house.knock(), LENA, "leader");
    var pia = reads(house.knock(), PIA, "helper");
    same(does(NOAH, "help.ask", kind("work")));
    same(does(JUNE, "help.ask", kind("work")));
    same(does(MIRA, "help.ask", kind("equipment")));
    same(does(TARIQ, "help.ask", kind("person")));
    same(does(ABEL, "help.pin", on(callOf(TARIQ), true)));
    same(does(JUNE, "help.ask", kind("urgent")));
    same(does(PIA, "help.claim", about(callOf(NOAH))));
    same(does(PIA, "help.not-here", about(callOf(NOAH)).put("epoch", 1)));
    same(does(NOAH, "help.here", about(callOf(NOAH))));
    same(does(MIRA, "help.cancel", about(callOf(MIRA))));
    same(does(MIRA, "help.undo", about(callOf(MIRA))));
    same(does(ABEL, "help.pin", on(callOf(TARIQ), false)));
    same(does(ABEL, "help.next", new JsonObject()));
    assertThat(readers).containsExactly(polls, events, leader, pia);
    assertThat(polls.at(0)).hasSize(4);
  }

  /// At this place in the log. Pia works in one of the two rooms, and hears of that one.
  private void same(long seq) {
    var floor = house.desk.state().floor();
    var order = floor.help().open().values().stream().map(it -> it.id().value()).toList();
    assertThat(readers.get(0).at(seq)).as("polls, at %d", seq).isEqualTo(order);
    assertThat(readers.get(1).at(seq)).as("events, at %d", seq).isEqualTo(order);
    assertThat(readers.get(2).at(seq)).as("leader, at %d", seq).isEqualTo(order);
    var inCentre = readers.get(2).in("centre", seq);
    if (!inCentre.equals(centre)) {
      centre = inCentre;
      centreSeq = seq;
    }
    assertThat(readers.get(3).in("centre", centreSeq)).as("Pia, at %d", seq).isEqualTo(centre);
  }

  /// Two devices of hers, and two helpers who both press: each of her devices is told once.
  @Test
  void a_student_is_told_once_that_somebody_comes_however_many_claim_b1() {
    does(ABEL, "duty.start", new JsonObject());
    does(PIA, "duty.start", new JsonObject());
    var tablet = house.device(NOAH, "student");
    does(NOAH, "help.ask", kind("work"));
    var help = callOf(NOAH);
    var answers = new ArrayList<JsonObject>();
    for (var helper : List.of(ABEL, PIA, ABEL, PIA)) {
      answers.add(people.get(helper).ask("help.claim", about(help)));
    }
    assertThat(answers)
        .extracting(answer -> answer.getString("t"))
        .containsExactly("done", "refused", "done", "refused");
    does(ABEL, "help.arrived", about(help).put("epoch", 1));
    for (var device : List.of(tablet, people.get(NOAH))) {
      device.awaitRow("help", row -> "helping".equals(row.getString("state")));
      assertThat(prompts(device, help)).as("%s", device.seen).containsExactly(help + "@2");
    }
  }

  /// All the times her screen was told that somebody comes, by what the device calls the prompt.
  private static List<String> prompts(Device device, String help) {
    return device.seen.stream()
        .flatMap(frame -> rows(frame).stream())
        .filter(row -> help.equals(row.getString("id")))
        .filter(row -> "claimed".equals(row.getString("state")))
        .map(row -> help + "@" + row.getInteger("version"))
        .toList();
  }

  private static List<JsonObject> rows(JsonObject frame) {
    var none = new JsonObject();
    return frame
        .getJsonObject("set", frame.getJsonObject("tables", none))
        .getJsonArray("help", new JsonArray())
        .stream()
        .map(JsonObject.class::cast)
        .toList();
  }
}

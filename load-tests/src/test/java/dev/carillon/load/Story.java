package dev.carillon.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Event;
import dev.carillon.floor.Event.CallStarted;
import dev.carillon.floor.Event.CameBack;
import dev.carillon.floor.Event.FlexEvent;
import dev.carillon.floor.Event.LearningEvent;
import dev.carillon.floor.Event.ScheduleHeld;
import dev.carillon.floor.Event.ScheduleInserted;
import dev.carillon.floor.Event.SchedulePaused;
import dev.carillon.floor.Event.ScheduleResumed;
import dev.carillon.floor.Event.StationClosed;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.floor.Event.StudentsRegrouped;
import dev.carillon.floor.Event.TurnsMerged;
import dev.carillon.floor.Event.WentAway;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What people do in each example school that makes it the school it is: the script of its day, and
/// what has to stand in its log afterwards.
final class Story {
  private final ExampleDay day;
  private List<Class<? extends Event>> expected = List.of();

  Story(ExampleDay day) {
    this.day = day;
  }

  void of(String school) {
    switch (school) {
      case "summit-commons" -> flex();
      case "lakeview-flipped" -> flipped();
      case "cedar-labs" -> lab();
      case "two-bells" -> twoSchools();
      case "maple-room-4" -> oneRoom();
      case "roots-house" -> callUp();
      case "prairie-online" -> away();
      case "brook-lab" -> overlay();
      case "willow-street" -> roomsOfTheirOwn();
      default -> throw new IllegalArgumentException("no story of " + school);
    }
  }

  /// Steps that were not done, with what they were answered.
  Map<String, Answer> refused() {
    return day.answers().entrySet().stream()
        .filter(answer -> !(answer.getValue() instanceof Answer.Done))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void happened(DayChecks checks) {
    for (var kind : expected) {
      assertThat(checks.events(kind)).as(kind.getSimpleName()).isNotEmpty();
    }
  }

  private static JsonObject body() {
    return new JsonObject();
  }

  private static JsonObject main() {
    return body().put("schedule", "main");
  }

  /// An hour of one's own: a goal, a walk to the cove, a test that a teacher unlocks, a mentor.
  private void flex() {
    expected = List.of(FlexEvent.class, LearningEvent.class);
    day.step("goal", "08:57", "s030", "student", "goal.set", body().put("choice", "finish"))
        .step("join", "09:00", "s030", "student", "flex.join", body().put("station", "quiet-cove"))
        .step(
            "leave", "09:30", "s030", "student", "flex.leave", body().put("station", "quiet-cove"))
        .step("ask", "09:02", "s031", "student", "unlock.ask", body().put("assessment", "linear-1"))
        .step("approve", "09:04", "amara", "helper", "unlock.approve", unlock("asked"))
        .step("open", "09:10", "s031", "student", "unlock.open", unlock("approved"))
        .step("submit", "09:40", "s031", "student", "unlock.submit", unlock("opened"))
        .step("met", "09:50", "amara", "helper", "mentor.met", body().put("student", "s025"));
  }

  /// Waits until her request stands so.
  private static ExampleDay.Body unlock(String state) {
    return tables ->
        tables.rows("unlocks").stream()
            .filter(row -> row.getString("state").equals(state))
            .findFirst()
            .map(row -> body().put("unlock", row.getString("id")));
  }

  /// One is prepared and one is not, until her teacher says that she has caught up.
  private void flipped() {
    expected = List.of(LearningEvent.class);
    day.step("prepared", "08:35", "s001", "student", "prepared.set", body().put("prepared", true))
        .step(
            "caught up",
            "09:10",
            "vera",
            "helper",
            "prepared.set",
            body().put("student", "s002").put("prepared", true));
  }

  /// The class in the lab runs over; a teacher calls some to her room.
  private void lab() {
    expected = List.of(ScheduleHeld.class, ScheduleResumed.class, CallStarted.class);
    day.step("hold", "09:10", "ruth", "leader", "timeline.hold", main())
        .step("release", "09:30", "ruth", "leader", "timeline.release", main())
        .step(
            "call",
            "10:20",
            "kai",
            "helper",
            "call.up",
            body()
                .put("students", new JsonArray(List.of("s001", "s002")))
                .put("station", "math")
                .put("minutes", 10));
  }

  /// The middle school stands still for a while; the high school does not notice.
  private void twoSchools() {
    expected = List.of(SchedulePaused.class, ScheduleResumed.class);
    var middle = body().put("schedule", "middle");
    day.step("pause", "09:10", day.firstLeader(), "leader", "timeline.pause", middle)
        .step("resume", "09:13", day.firstLeader(), "leader", "timeline.resume", middle);
  }

  /// A drill in the morning. Three of one group are absent and the groups are evened out; then the
  /// tablets are dead, and their turns are taken at the reading nook.
  private void oneRoom() {
    expected =
        List.of(
            ScheduleInserted.class,
            ScheduleResumed.class,
            WentAway.class,
            StudentsRegrouped.class,
            StationClosed.class,
            TurnsMerged.class);
    var drill = main().put("name", "Fire drill").put("mode", "evacuate");
    var reading = body().put("schedule", "room-4/reading");
    // When everybody has come: whose device says that she is here is not absent any more.
    for (var absent : List.of("m02", "m06", "m10")) {
      var away = body().put("student", absent).put("kind", "absent");
      day.step("absent " + absent, "09:08", "ngozi", "helper", "away.start", away);
    }
    day.step("drill", "09:20", "marta", "leader", "timeline.insert", drill)
        .step("over", "09:24", "marta", "leader", "timeline.end-insert", main())
        .step("even", "09:08", "ngozi", "helper", "rotation.rebalance", reading)
        .step(
            "dead",
            "09:10",
            "ngozi",
            "helper",
            "station.close",
            body().put("station", "tablets").put("drain", true).put("reason", "no network"))
        .step(
            "joined",
            "09:12",
            "ngozi",
            "helper",
            "rotation.merge",
            reading.copy().put("station", "tablets").put("into", "reading-nook"));
  }

  /// A teacher calls a child to her rug for ten minutes.
  private void callUp() {
    expected = List.of(CallStarted.class);
    day.step(
        "call",
        "08:24",
        day.firstLeader(),
        "leader",
        "call.up",
        body()
            .put("students", new JsonArray(List.of("r001")))
            .put("station", "north-rug")
            .put("minutes", 5));
  }

  /// A tutor sees a habit of mind, and says so.
  private void overlay() {
    expected = List.of(LearningEvent.class);
    var badge = body().put("student", "s003").put("badge", "persistence");
    day.step("badge", "09:00", "eli", "helper", "badge.award", badge);
  }

  /// A teacher lets the turns of her room stand for three minutes; no bell of the school moves.
  private void roomsOfTheirOwn() {
    expected = List.of(SchedulePaused.class, ScheduleResumed.class);
    var room = body().put("room", "room-3");
    day.step("pause", "09:05", "ora", "helper", "timeline.pause", room)
        .step("resume", "09:08", "ora", "helper", "timeline.resume", room);
  }

  /// Somebody goes to the office while no block begins, so that no device says she is there, and
  /// comes back; another one is put into the study corner.
  private void away() {
    expected = List.of(CameBack.class, StudentsPlaced.class);
    day.step(
            "office",
            "09:20",
            "nell",
            "helper",
            "away.start",
            body().put("student", "s004").put("kind", "office"))
        .step("back", "09:22", "nell", "helper", "away.end", body().put("student", "s004"))
        .step(
            "study",
            "09:15",
            "prue",
            "leader",
            "place.retarget",
            body().put("students", new JsonArray(List.of("s008"))).put("station", "study"));
  }
}

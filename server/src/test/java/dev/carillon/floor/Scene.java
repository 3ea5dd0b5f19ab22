package dev.carillon.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Decision.Refused;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Event.HelpEscalated;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A floor to play a day on, as a desk would: before anything is decided, what fell due is.
final class Scene {
  private final Floor start;
  private Floor floor;
  private final List<Event> events = new ArrayList<>();
  private final List<List<? extends Event>> entries = new ArrayList<>();

  Scene(Floor floor) {
    this.start = floor;
    this.floor = floor;
    KeptInLogs.played(this);
  }

  static Scene opened() {
    return new Scene(Fixtures.floor());
  }

  Floor floor() {
    return floor;
  }

  /// The floor as the day was opened.
  Floor start() {
    return start;
  }

  /// What happened together, as a log keeps it.
  List<List<? extends Event>> entries() {
    return entries;
  }

  /// Everything that has happened since opening.
  List<Event> events() {
    return events;
  }

  <E extends Event> List<E> events(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  HelpRequest help(HelpId id) {
    return floor.help().find(id).orElseThrow();
  }

  /// The alarms there were of calls that wait: level and time.
  List<String> levels() {
    return events(HelpEscalated.class).stream()
        .map(each -> each.level() + " " + local(each.at()))
        .toList();
  }

  /// Lets the time come to an instant, with everything that falls due up to it.
  Scene until(String localTime) {
    return until(Fixtures.at(localTime));
  }

  Scene until(Instant now) {
    Optional<DueCommand> due = floor.nextDue();
    while (due.isPresent() && !due.get().dueAt().isAfter(now)) {
      var accepted = (Accepted) floor.decide(due.get(), Stamp.system(due.get().dueAt()));
      assertThat(accepted.events()).as("%s moves on", due.get()).isNotEmpty();
      apply(accepted.events());
      due = floor.nextDue();
    }
    return this;
  }

  /// Nobody decides what falls due before the instant: as when the server was down.
  Scene asleepUntil(String localTime) {
    var now = Fixtures.at(localTime);
    while (floor.nextDue().filter(due -> !due.dueAt().isAfter(now)).isPresent()) {
      apply(((Accepted) floor.decide(floor.nextDue().get(), Stamp.system(now))).events());
    }
    return this;
  }

  Decision decide(PersonId who, String localTime, Command command) {
    return until(localTime).floor.decide(command, stamp(who, localTime));
  }

  /// In the role she has in the school of this floor, or in the fixture's.
  private Stamp stamp(PersonId who, String localTime) {
    var known = floor.school().people().get(who);
    return known == null
        ? Fixtures.stamp(who, localTime)
        : new Stamp(who, known.role(), Fixtures.at(localTime));
  }

  /// Somebody asks, and it is accepted.
  Accepted does(PersonId who, String localTime, Command command) {
    var decision = decide(who, localTime, command);
    assertThat(decision).as("%s at %s", command, localTime).isInstanceOf(Accepted.class);
    var accepted = (Accepted) decision;
    apply(accepted.events());
    return accepted;
  }

  Scene and(PersonId who, String localTime, Command command) {
    does(who, localTime, command);
    return this;
  }

  /// Somebody asks, and is told why not.
  Refusal isRefused(PersonId who, String localTime, Command command) {
    return ((Refused) decide(who, localTime, command)).refusal();
  }

  Map<String, String> reasons(PersonId who, String localTime, Command command) {
    return ((Refused) decide(who, localTime, command)).args();
  }

  Touched apply(List<? extends Event> more) {
    var touched = Touched.NOTHING;
    if (!more.isEmpty()) {
      entries.add(List.copyOf(more));
    }
    for (var event : more) {
      var next = floor.evolve(event);
      floor = next.floor();
      touched = touched.and(next.touched());
      events.add(event);
      Recount.checkSome(floor, events.size(), event::toString);
    }
    return touched;
  }

  Timeline timeline() {
    return floor.timelines().get(Fixtures.MAIN);
  }

  /// The starts of the blocks as they stand, by local time.
  List<String> starts() {
    return timeline().blocks().stream().map(block -> local(block.start())).toList();
  }

  /// The bells that rang, as `b2/move 08:35`.
  List<String> rings() {
    return events(BellRang.class).stream().map(Scene::word).toList();
  }

  private static String word(BellRang rang) {
    return rang.bell().value().replace("2026-09-14/main/", "") + " " + local(rang.at());
  }

  static String local(Instant instant) {
    return instant.atZone(Fixtures.ZONE).toLocalTime().toString();
  }
}

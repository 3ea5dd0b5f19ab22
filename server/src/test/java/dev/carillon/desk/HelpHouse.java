package dev.carillon.desk;

import static dev.carillon.Fixtures.CENTRE_ROOM;
import static dev.carillon.Fixtures.STUDIO;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Floor;
import dev.carillon.floor.Hint;
import dev.carillon.floor.SourceTerms;
import dev.carillon.school.Arrangements;
import dev.carillon.school.HelpTerms;
import dev.carillon.school.HelpTerms.Alarms;
import dev.carillon.school.Id.AssessmentId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SourceId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Programme;
import dev.carillon.school.Programme.Assessment;
import dev.carillon.school.Role;
import dev.carillon.school.Rules;
import dev.carillon.school.School;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A school with many who ask and many who help, on nodes whose clocks differ and whose lines break
/// one by one.
final class HelpHouse {
  static final List<PersonId> HELPERS = ids("helper", 5);
  static final List<PersonId> STUDENTS =
      Stream.concat(
              Stream.of(Fixtures.MIRA, Fixtures.NOAH, Fixtures.TARIQ, Fixtures.JUNE),
              ids("student", 10).stream())
          .toList();

  static final AssessmentId TEST = new AssessmentId("fractions");

  static final SourceTerms SOURCE =
      new SourceTerms(
          new SourceId("practice"),
          "Practice Hall",
          EnumSet.allOf(Hint.Rule.class),
          SourceTerms.FAILURES,
          SourceTerms.OPPORTUNITIES);

  /// Nodes may be behind by so much. One that is ahead is not let in by the log.
  private static final int BEHIND_MS_MAX = 30_000;

  /// One node of a floor.
  static final class Node {
    final Desk desk;
    final FaultyLog log;
    FlakyLog.Line line = FlakyLog.Line.GOOD;

    private Node(House house, int offMs, Clock clock, Bug bug) {
      var lane = house.sim.lane();
      log = new FaultyLog(house.memory, () -> line, bug, this::floor);
      var dice = new SplittableRandom(offMs);
      desk =
          new Desk(
              House.KEY,
              new DeskPorts(log, clock, house.sim.timer(lane), lane, house.sim.lane(), dice));
      desk.start();
    }

    private Floor floor() {
      return desk.state().floor();
    }
  }

  final House house;
  final School school = school();

  HelpHouse(long seed) {
    house = new House(seed, "08:00").open(school, 1, false);
  }

  Node node() {
    return node(Bug.NONE);
  }

  Node node(Bug bug) {
    int offMs = -house.sim.dice().nextInt(BEHIND_MS_MAX);
    return new Node(house, offMs, () -> house.sim.sourceMs() + offMs, bug);
  }

  private static List<PersonId> ids(String name, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> new PersonId(name + "-" + n)).toList();
  }

  /// *Next* offers everything up to the bell: what fits into a block is not for a judge who knows
  /// no blocks.
  private static School school() {
    var it = Fixtures.school(Rules.DEFAULTS.with(terms()));
    var people = new LinkedHashMap<>(it.people());
    HELPERS.forEach(helper -> people.put(helper, helper(helper)));
    for (var student : STUDENTS) {
      people.computeIfAbsent(student, id -> Fixtures.student(id, id.value(), "5"));
    }
    return Changed.from(it)
        .people(people)
        .arrangements(new Arrangements(Set.of(), programme(), List.of(), List.of()))
        .school();
  }

  private static Programme programme() {
    var test = new Assessment(TEST, "Fractions", "Maths", Duration.ofMinutes(20));
    return new Programme(Map.of(), Map.of(TEST, test), Map.of(), List.of(), Map.of(), Map.of());
  }

  private static HelpTerms terms() {
    var all = HelpTerms.DEFAULTS;
    var it = all.alarms();
    var alarms =
        new Alarms(
            it.late(),
            it.neighboursAfter(),
            it.leaderAfter(),
            it.leaderShare(),
            it.urgentLeaderAfter(),
            it.urgentEverybodyAfter(),
            it.unhelpedAfter(),
            it.busyWait(),
            it.busyFor(),
            it.nudgeAfter(),
            it.nudgeAgainAfter(),
            it.silentAfter(),
            Duration.ZERO);
    return new HelpTerms(all.spans(), all.fairness(), alarms, all.together());
  }

  private static Person helper(PersonId id) {
    return new Staff(id, id.value(), Role.PARAPROFESSIONAL, Set.of(CENTRE_ROOM, STUDIO), "en");
  }
}

package dev.carillon.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.floor.Event.BlockEntered;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpEvent;
import dev.carillon.floor.Event.HelpRenewed;
import dev.carillon.floor.Event.HelpTakenOver;
import dev.carillon.floor.Event.HelperSilent;
import dev.carillon.floor.Event.ScheduleEnded;
import dev.carillon.floor.HelpRequest.Deferred;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The figures of help counted anew from the entries of a log, another way than the floor counts
/// them: by looking at every request before and after each entry, not at what an event means.
final class HelpRecount {
  private final Map<PersonId, Integer> claims = new HashMap<>();
  private final Map<HelpId, Helped> running = new HashMap<>();
  private final List<Helped> helps = new ArrayList<>();
  private final Map<PersonId, Set<PersonId>> students = new HashMap<>();
  private final Map<PersonId, Set<HelpId>> helped = new HashMap<>();
  private final List<List<Integer>> bells = new ArrayList<>();
  private final Map<BlockId, Set<PersonId>> here = new HashMap<>();
  private final Map<BlockId, List<String>> attempts = new HashMap<>();
  private final Map<BlockId, List<String>> requests = new HashMap<>();

  /// A helper is with a student.
  ///
  /// @param heard when she was heard of last
  private record Helped(PersonId helper, Instant from, Instant heard) {}

  static HelpRecount of(Scene scene) {
    var recount = new HelpRecount();
    var floor = scene.start();
    for (var entry : scene.entries()) {
      floor = recount.saw(floor, entry);
    }
    return recount;
  }

  /// @return the floor after the entry
  Floor saw(Floor start, List<? extends Event> entry) {
    var floor = start;
    for (var event : entry) {
      var next = floor.evolve(event).floor();
      if (event instanceof HelpEvent help) {
        helps(next, help);
        taken(floor, next, help.help());
      }
      if (event instanceof HelpAsked asked && asked.kind() == HelpKind.WORK) {
        note(requests, next, asked.student());
      }
      seen(next);
      floor = next;
    }
    for (var event : entry) {
      switch (event) {
        case BlockEntered(var schedule, var block, _, _) -> rang(start, floor, schedule, block);
        case ScheduleEnded(var schedule, _) -> rang(start, floor, schedule, null);
        case Event _ -> {}
      }
    }
    return floor;
  }

  /// Who is with whom: what goes on with the same helper is one help, and she was there for as long
  /// as anybody heard of her.
  private void helps(Floor next, HelpEvent event) {
    var is = next.help().find(event.help()).orElseThrow();
    var was = running.get(event.help());
    boolean isThere = is instanceof Helping helping && !helping.silent();
    boolean isHeard = event instanceof HelpRenewed || event instanceof HelpTakenOver;
    boolean goesOn = isThere && was != null && is.owner().orElseThrow().equals(was.helper());
    if (goesOn) {
      var heard = isHeard ? event.at() : was.heard();
      running.put(event.help(), new Helped(was.helper(), was.from(), heard));
      return;
    }
    if (was != null) {
      var until = event instanceof HelperSilent ? was.heard() : event.at();
      helps.add(new Helped(was.helper(), was.from(), until));
      running.remove(event.help());
    }
    if (isThere) {
      running.put(event.help(), new Helped(is.owner().orElseThrow(), event.at(), event.at()));
    }
  }

  /// Several at once are one help.
  private Duration helping(PersonId helper, Instant now) {
    var all =
        Stream.concat(
                helps.stream(),
                running.values().stream().map(it -> new Helped(it.helper(), it.from(), now)))
            .filter(help -> help.helper().equals(helper))
            .sorted(Comparator.comparing(Helped::from))
            .toList();
    var sum = Duration.ZERO;
    var reached = Instant.MIN;
    for (var help : all) {
      var from = help.from().isAfter(reached) ? help.from() : reached;
      if (help.heard().isAfter(from)) {
        sum = sum.plus(Duration.between(from, help.heard()));
        reached = help.heard();
      }
    }
    return sum;
  }

  private void taken(Floor before, Floor next, HelpId help) {
    var is = next.help().find(help);
    var was = before.help().find(help);
    for (var owner : is.flatMap(HelpRequest::owner).stream().toList()) {
      boolean isHersAlready = was.flatMap(HelpRequest::owner).filter(owner::equals).isPresent();
      if (!isHersAlready && !(was.orElseThrow() instanceof Over)) {
        claims.merge(owner, 1, Integer::sum);
      }
      if (is.get() instanceof Helping) {
        var student = is.get().asked().student();
        students.computeIfAbsent(owner, _ -> new HashSet<>()).add(student);
        helped.computeIfAbsent(student, _ -> new HashSet<>()).add(help);
      }
    }
  }

  private void rang(Floor before, Floor next, ScheduleId schedule, BlockId block) {
    var line = before.timelines().get(schedule);
    if (line.local().isPresent()) {
      return;
    }
    int carried = 0;
    int parked = 0;
    int ended = 0;
    int kept = 0;
    for (var was : before.help().open().values()) {
      boolean isOn =
          before.student(was.asked().student()).orElseThrow().schedule().equals(schedule);
      var is = next.help().find(was.id()).orElseThrow();
      boolean isParkedStill = was instanceof Deferred && is instanceof Deferred;
      carried += isOn && !(is instanceof Deferred) && !(is instanceof Over) ? 1 : 0;
      parked += isOn && is instanceof Deferred && !isParkedStill ? 1 : 0;
      ended += isOn && is instanceof Over ? 1 : 0;
      boolean isKept = is instanceof Helping helping && helping.held().isPresent();
      boolean wasKept = was instanceof Helping helping && helping.held().isPresent();
      kept += isOn && isKept && !wasKept ? 1 : 0;
    }
    boolean isMorning = block != null && line.entered().isEmpty();
    if (!isMorning || carried + parked + ended > 0) {
      bells.add(List.of(carried, parked, ended, kept));
    }
  }

  private void seen(Floor floor) {
    floor
        .settling()
        .arrived()
        .forEach(
            (block, arrived) ->
                arrived.stream()
                    .filter(each -> here.computeIfAbsent(block, _ -> new HashSet<>()).add(each))
                    .forEach(student -> note(attempts, floor, student)));
  }

  private static void note(Map<BlockId, List<String>> notes, Floor floor, PersonId student) {
    for (var place : floor.assignmentNow(student).stream().toList()) {
      notes.computeIfAbsent(place.block(), _ -> new ArrayList<>()).add(place.activity());
    }
  }

  /// Whether the floor has counted the same.
  void isWhatIsKnown(Floor floor, String where) {
    var figures = HelpFigures.of(floor, floor.at());
    figures
        .loads()
        .forEach(
            (helper, load) -> {
              assertThat(load.claims()).as(where).isEqualTo(claims.getOrDefault(helper, 0));
              assertThat(load.helping())
                  .as("%s: %s", where, helper)
                  .isEqualTo(helping(helper, floor.at()));
              assertThat(load.students())
                  .as(where)
                  .isEqualTo(students.getOrDefault(helper, Set.of()).size());
            });
    assertThat(figures.loads().keySet()).as(where).containsAll(claims.keySet());
    assertThat(floor.help().figures().helped())
        .as(where)
        .isEqualTo(helped.entrySet().stream().collect(sizes()));
    assertThat(figures.bells())
        .as(where)
        .extracting(bell -> List.of(bell.carried(), bell.parked(), bell.ended(), bell.kept()))
        .isEqualTo(bells);
    figures
        .lessons()
        .forEach(
            lesson -> {
              assertThat(lesson.requests())
                  .as(where)
                  .isEqualTo(times(requests, floor, lesson.subject()));
              assertThat(lesson.attempts())
                  .as(where)
                  .isEqualTo(times(attempts, floor, lesson.subject()));
            });
  }

  private static Collector<Map.Entry<PersonId, Set<HelpId>>, ?, Map<PersonId, Integer>> sizes() {
    return Collectors.toMap(Map.Entry::getKey, each -> each.getValue().size());
  }

  /// In blocks that are over.
  private static int times(Map<BlockId, List<String>> notes, Floor floor, String subject) {
    return Math.toIntExact(
        notes.entrySet().stream()
            .filter(block -> !floor.settling().arrived().containsKey(block.getKey()))
            .flatMap(block -> block.getValue().stream())
            .filter(subject::equals)
            .count());
  }
}

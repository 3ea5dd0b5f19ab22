package dev.carillon.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Cursor;
import dev.carillon.floor.FlexSchool;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.Hint;
import dev.carillon.floor.Message;
import dev.carillon.floor.Message.To.ToAll;
import dev.carillon.floor.Message.To.ToBoards;
import dev.carillon.floor.Message.To.ToLeaders;
import dev.carillon.floor.Message.To.ToPerson;
import dev.carillon.floor.Message.To.ToRoom;
import dev.carillon.floor.Why;
import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Display;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Role;
import dev.carillon.view.Audience.OfBoard;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Audience.OfStudent;
import dev.carillon.wire.FrameWriter;
import dev.carillon.wire.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// I-13: nobody is sent what she may not see.
///
/// Goal: find any way in which a student's data reaches another audience. Method: every name, alias
/// and help text of a student is a canary, a word that stands nowhere else. During a walk of a
/// named seed the canaries in the bytes of each audience's whole view are caught and compared with
/// those it may hold.
final class NoLeakTest {
  private static final Pattern CANARY = Pattern.compile("canary-(?:name|alias|text)-[a-z0-9]+");

  private static final Pattern THOUGHT = Pattern.compile("thought [0-9]+");

  private static final Pattern TOLD = Pattern.compile("told [0-9]+");
  private static final Pattern WORD = Pattern.compile("word [0-9]+");

  private static final Pattern TEXT = Pattern.compile("text [0-9]+");

  private static final List<Display> DISPLAYS = List.of(Display.values());

  private final Views views = new Views();

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void no_byte_sent_holds_a_canary_of_somebody_else_b51_b52(long seed) {
    var floor = floor();
    var walk = new Walk(seed, floor, (next, _, what) -> check(next, "seed " + seed + ", " + what));
    check(floor, "seed " + seed + ", opened");
    walk.take(250);
  }

  /// The ids of students are words of their own, too.
  private static Floor floor() {
    var school =
        Crowded.students(
            FlexSchool.school(Crowded.school(6)),
            student -> {
              int number = Math.floorMod(student.id().value().hashCode(), DISPLAYS.size());
              return canary(student, DISPLAYS.get(number));
            });
    return Floor.opened(Fixtures.dayOpened(school, Fixtures.day()));
  }

  private static Student canary(Student student, Display display) {
    var mark = mark(student.id());
    return Fixtures.showing(student, "canary-name-" + mark, "canary-alias-" + mark, display);
  }

  private static String mark(PersonId id) {
    return id.value().replace("-", "");
  }

  private void check(Floor floor, String place) {
    for (var audience : ViewsWalkTest.audiences(floor)) {
      var view = bytes(audience, floor);
      var caught = CANARY.matcher(view).results().map(r -> r.group()).collect(Collectors.toSet());
      assertThat(allowed(audience, floor)).as("%s, %s", place, audience).containsAll(caught);
      if (!(audience instanceof OfHelper)) {
        assertThat(idsIn(view, audience, floor)).as("%s, %s", place, audience).isEmpty();
      }
      assertThat(thoughtsIn(view))
          .as("%s, %s", place, audience)
          .isSubsetOf(thoughts(audience, floor));
      assertThat(wordsIn(view)).as("%s, %s", place, audience).isEqualTo(words(audience, floor));
      assertThat(textsIn(view)).as("%s, %s", place, audience).isSubsetOf(texts(audience, floor));
      assertThat(toldIn(view)).as("%s, %s", place, audience).isSubsetOf(told(audience, floor));
      if (!(audience instanceof OfHelper)) {
        assertThat(view).as("%s, %s", place, audience).doesNotContain(Walk.SOURCE.name());
      }
    }
  }

  /// As a device receives it.
  private String bytes(Audience audience, Floor floor) {
    var whole = new ServerFrame.Whole(Cursor.START, floor.at(), views.cut(audience, floor));
    return new String(FrameWriter.write(whole), StandardCharsets.UTF_8);
  }

  private static Set<String> idsIn(String view, Audience audience, Floor floor) {
    var own = audience instanceof OfStudent(var id) ? Optional.of(id) : Optional.<PersonId>empty();
    return floor.school().students().stream()
        .map(Student::id)
        .filter(id -> !own.equals(Optional.of(id)))
        .map(PersonId::value)
        .filter(id -> Pattern.compile("(?<![\\w-])" + id + "(?![\\w-])").matcher(view).find())
        .collect(Collectors.toSet());
  }

  private static Set<String> thoughtsIn(String view) {
    return THOUGHT.matcher(view).results().map(r -> r.group()).collect(Collectors.toSet());
  }

  /// What students wrote of their goals is theirs, their mentors' and the teachers' of their team.
  private static Set<String> thoughts(Audience audience, Floor floor) {
    return floor.learning().diaries().entrySet().stream()
        .filter(diary -> mayRead(audience, diary.getKey(), floor))
        .flatMap(diary -> thoughtsIn(diary.getValue().toString()).stream())
        .collect(Collectors.toSet());
  }

  private static boolean mayRead(Audience audience, PersonId student, Floor floor) {
    return switch (audience) {
      case OfStudent(var id) -> id.equals(student);
      case OfHelper(var id) ->
          floor.mentorOf(student).filter(id::equals).isPresent()
              || (floor.school().people().get(id).role() == Role.TEACHER
                  && floor.isOfTeam(id, student));
      case OfLeaders(), OfBoard _ -> false;
    };
  }

  private static Set<String> wordsIn(String view) {
    return WORD.matcher(view).results().map(r -> r.group()).collect(Collectors.toSet());
  }

  /// What adults tell one another is for helpers on duty it is for and for whoever wrote it, and
  /// for leaders unless one helper tells it another. Boards say what is announced, and nothing else
  /// anybody wrote; no student is sent even that.
  private static Set<String> words(Audience audience, Floor floor) {
    return floor.messages().standing().values().stream()
        .filter(message -> isTold(audience, message, floor))
        .flatMap(message -> wordsIn(message.words().toString()).stream())
        .collect(Collectors.toSet());
  }

  private static boolean isTold(Audience audience, Message message, Floor floor) {
    return switch (audience) {
      case OfStudent _ -> false;
      case OfBoard _ -> message.to() instanceof ToBoards;
      case OfHelper(var id) ->
          message.by().equals(id)
              || (floor.onDuty().contains(id) && isFor(id, message.to(), floor));
      case OfLeaders() ->
          !(message.to() instanceof ToPerson)
              || floor.school().people().get(message.by()).role().leads();
    };
  }

  private static boolean isFor(PersonId helper, Message.To to, Floor floor) {
    return switch (to) {
      case ToRoom(var room) -> floor.covers(helper, room);
      case ToPerson(var person) -> person.equals(helper);
      case ToAll() -> true;
      case ToLeaders(), ToBoards _ -> false;
    };
  }

  /// Texts of the walk end in the number of their step.
  private static Set<String> textsIn(String view) {
    return TEXT.matcher(view).results().map(r -> r.group()).collect(Collectors.toSet());
  }

  private static Set<String> toldIn(String view) {
    return TOLD.matcher(view).results().map(r -> r.group()).collect(Collectors.toSet());
  }

  /// What programs said of her: for whoever is on duty and may answer, and for helpers who know her
  /// by name as one who is with them now.
  private static Set<String> told(Audience audience, Floor floor) {
    if (!(audience instanceof OfHelper(var id))) {
      return Set.of();
    }
    var calls =
        floor.help().open().values().stream()
            .filter(_ -> floor.onDuty().contains(id))
            .filter(call -> concerns(id, call, floor))
            .flatMap(call -> call.asked().why().stream())
            .map(Why::about);
    var hints =
        floor.signals().hints().values().stream()
            .filter(hint -> isWith(id, hint.student(), floor))
            .map(Hint::about);
    return Stream.concat(calls, hints).collect(Collectors.toSet());
  }

  private static boolean isWith(PersonId helper, PersonId student, Floor floor) {
    return Optional.ofNullable(floor.arrivals().get(student))
        .map(arrival -> arrival.seenAt())
        .filter(station -> covers(helper, station, floor))
        .or(
            () ->
                floor
                    .assignmentNow(student)
                    .map(Assignment::station)
                    .filter(station -> covers(helper, station, floor)))
        .isPresent();
  }

  private static Set<String> texts(Audience audience, Floor floor) {
    return switch (audience) {
      case OfStudent(var id) ->
          Stream.concat(floor.help().latestOf(id).stream(), floor.help().parkedOf(id).stream())
              .filter(help -> help.asked().by().equals(id) || !help.asked().told().isEmpty())
              .map(help -> help.asked().text())
              .collect(Collectors.toSet());
      case OfHelper(var id) ->
          floor.help().open().values().stream()
              .filter(_ -> floor.onDuty().contains(id))
              .filter(call -> concerns(id, call, floor))
              .map(call -> call.asked().text())
              .collect(Collectors.toSet());
      case OfLeaders(), OfBoard _ -> Set.of();
    };
  }

  private static Set<String> allowed(Audience audience, Floor floor) {
    return switch (audience) {
      case OfStudent(var id) -> Set.of("canary-name-" + mark(id));
      case OfHelper(var id) -> ofHelper(id, floor);
      case OfLeaders() -> Set.of();
      case OfBoard _ ->
          floor.school().students().stream()
              .flatMap(student -> student.shown().stream())
              .collect(Collectors.toUnmodifiableSet());
    };
  }

  /// Names of those due in her rooms now or in their next block or called there, of those who wait
  /// for a seat there, of her mentees, of those who call from there and of the one she holds; and
  /// of who was seen there and does not know of a change.
  private static Set<String> ofHelper(PersonId helper, Floor floor) {
    var names = new HashSet<String>();
    for (var student : floor.school().students()) {
      boolean due =
          floor
              .assignmentNow(student.id())
              .map(Assignment::station)
              .flatMap(floor::roomOf)
              .filter(room -> floor.covers(helper, room))
              .isPresent();
      if (due || isComing(helper, student, floor) || waits(helper, student, floor)) {
        names.add(student.name());
      }
      if (floor.mentorOf(student.id()).filter(helper::equals).isPresent()) {
        names.add(student.name());
      }
    }
    for (var call : floor.placing().calls().values()) {
      if (covers(helper, call.station(), floor)) {
        call.students().forEach(student -> names.add(floor.nameOf(student)));
      }
    }
    for (var student : floor.placing().changes().keySet()) {
      if (covers(helper, floor.arrivals().get(student).seenAt(), floor)) {
        names.add(floor.nameOf(student));
      }
    }
    for (var hint : floor.signals().hints().values()) {
      if (isWith(helper, hint.student(), floor)) {
        names.add(floor.nameOf(hint.student()));
      }
    }
    for (var call : floor.help().open().values()) {
      if (concerns(helper, call, floor)) {
        names.add(floor.nameOf(call.asked().student()));
      }
    }
    return names;
  }

  private static boolean isComing(PersonId helper, Student student, Floor floor) {
    var day = floor.dayOf(student.id()).stream().map(Block::id).toList();
    var now = floor.timelineOf(student.id()).flatMap(line -> line.current());
    int next = now.map(block -> day.indexOf(block.id()) + 1).orElse(0);
    return next > 0
        && next < day.size()
        && floor
            .assignmentAt(student.id(), day.get(next))
            .flatMap(place -> floor.roomOf(place.station()))
            .filter(room -> floor.covers(helper, room))
            .isPresent();
  }

  private static boolean waits(PersonId helper, Student student, Floor floor) {
    return floor
        .learning()
        .flex()
        .waitsAt(student.id())
        .flatMap(floor::roomOf)
        .filter(room -> floor.covers(helper, room))
        .isPresent();
  }

  private static boolean covers(PersonId helper, StationId station, Floor floor) {
    return floor.roomOf(station).filter(room -> floor.covers(helper, room)).isPresent();
  }

  /// Her rooms; next door what has waited for long or has nobody; urgent calls that nobody takes.
  private static boolean concerns(PersonId helper, HelpRequest call, Floor floor) {
    if (call.owner().filter(helper::equals).isPresent()) {
      return true;
    }
    var room = floor.roomOf(call).orElseThrow();
    if (floor.covers(helper, room)) {
      return true;
    }
    int level = call.standing().watch().level();
    boolean isForAll = level == 3 && call.asked().kind() == HelpKind.URGENT;
    boolean isAlone = floor.onDuty().stream().noneMatch(other -> floor.covers(other, room));
    boolean isNextDoor =
        floor.school().rooms().values().stream()
            .filter(own -> floor.covers(helper, own.id()))
            .anyMatch(own -> own.neighbours().contains(room));
    return floor.onDuty().contains(helper) && (isForAll || (isNextDoor && (level >= 2 || isAlone)));
  }
}

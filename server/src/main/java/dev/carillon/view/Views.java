package dev.carillon.view;

import dev.carillon.floor.Floor;
import dev.carillon.floor.Touched;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.view.Audience.OfBoard;
import dev.carillon.view.Audience.OfHelper;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Audience.OfStudent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Cuts a floor for an audience.
///
/// Every table is a function of the floor; whoever is not in the school gets a view without rows of
/// her own. A cut again works out only tables that can have changed and, where a table has a row a
/// student or a station, only the rows of those that were touched: its cost grows with the change.
/// What did not change is the same object in both views, and what did is the patch.
///
/// One object may serve all floors and threads. It remembers what many audiences share: the roll of
/// the school it saw last and the rows of its schedules.
public final class Views {
  private static final View NOTHING = new View(Map.of());

  private final Memo memo = new Memo();

  /// The whole view.
  public View cut(Audience audience, Floor floor) {
    return cut(NOTHING, audience, floor, Change.ALL).view();
  }

  /// The view of a floor that came from the one `previous` was cut from, `touched` being everything
  /// that changed in between. Equal to a whole cut; the patch turns the one into the other.
  public Recut recut(View previous, Audience audience, Floor floor, Touched touched) {
    return cut(previous, audience, floor, new Change(touched));
  }

  /// Whether the view may have changed. Never false when it has; sometimes true when it has not,
  /// and the patch is empty then.
  public boolean touches(Audience audience, Floor floor, Touched touched) {
    var change = new Change(touched);
    return switch (audience) {
      case OfStudent(var student) -> touchesStudent(student, floor, change);
      case OfBoard _ -> change.announcements() || change.placing() || !touched.students().isEmpty();
      case OfHelper _, OfLeaders _ -> !change.isNothing();
    };
  }

  /// What an audience of staff calls a student in its rows: her id on a helper's roster or among
  /// her calls for help, the number of her dot on the leaders' map. Empty when she is in no row of
  /// theirs.
  public Optional<String> idOf(Audience audience, Floor floor, View view, PersonId student) {
    return switch (audience) {
      case OfHelper _ ->
          in(view, "roster", student.value())
              .or(() -> Optional.of(student.value()).filter(id -> calls(view, id)));
      case OfLeaders _ -> in(view, "dots", memo.roll(floor).dots().getOrDefault(student, ""));
      case OfStudent _, OfBoard _ -> Optional.empty();
    };
  }

  /// The number of a student's dot on the leaders' map; another one each day.
  public Optional<String> dotOf(Floor floor, PersonId student) {
    return Optional.ofNullable(memo.roll(floor).dots().get(student));
  }

  private static boolean calls(View view, String student) {
    return view.tables().getOrDefault("help", Map.of()).values().stream()
        .anyMatch(row -> row instanceof Row.Call call && call.student().id().equals(student));
  }

  private static Optional<String> in(View view, String table, String id) {
    return Optional.of(id).filter(view.tables().getOrDefault(table, Map.of())::containsKey);
  }

  private Recut cut(View before, Audience audience, Floor floor, Change change) {
    var sight = sight(floor);
    return switch (audience) {
      case OfStudent(var id) -> {
        var student = sight.roll().byId().get(id);
        yield student == null
            ? stranger(before, change, sight)
            : new StudentTables(sight, student).cut(before, change);
      }
      case OfHelper(var id) ->
          floor.school().people().get(id) instanceof Staff helper
              ? new HelperTables(sight, helper).cut(before, change)
              : stranger(before, change, sight);
      case OfLeaders() -> new LeaderTables(sight).cut(before, change);
      case OfBoard(var board) -> new BoardTables(sight, board).cut(before, change);
    };
  }

  private static Recut stranger(View before, Change change, Sight sight) {
    var cut = new Cut(before);
    CommonTables.add(cut, change, sight, List.of());
    return cut.done();
  }

  /// Asked for every student of the school after every change, so the cheapest question comes
  /// first.
  private boolean touchesStudent(PersonId id, Floor floor, Change change) {
    var touched = change.touched();
    if (touched.whole() || touched.students().contains(id)) {
      return true;
    }
    return livesBy(touched.schedules(), id, floor)
        || change.equipment()
        || (change.team() && OwnLearning.walksIn(id, floor))
        || hasTouchedHelp(id, floor, touched)
        || (change.line(floor) && floor.help().concerns(id));
  }

  private boolean livesBy(Set<ScheduleId> schedules, PersonId id, Floor floor) {
    if (schedules.isEmpty()) {
      return false;
    }
    var student = memo.roll(floor).byId().get(id);
    return student != null && schedules.stream().anyMatch(each -> isHers(each, student, floor));
  }

  /// Her schedule, or turns inside one of its blocks.
  private static boolean isHers(ScheduleId touched, Student student, Floor floor) {
    var hers = student.schedule();
    var timeline = floor.timelines().get(touched);
    return touched.equals(hers)
        || (timeline != null
            && timeline.local().filter(it -> it.parent().schedule().equals(hers)).isPresent());
  }

  /// One that is over now; the open one counts by the line.
  private static boolean hasTouchedHelp(PersonId id, Floor floor, Touched touched) {
    if (touched.help().isEmpty()) {
      return false;
    }
    var latest = floor.help().latest().get(id);
    return latest != null && touched.help().contains(latest);
  }

  private Sight sight(Floor floor) {
    return new Sight(floor, memo, memo.roll(floor));
  }
}

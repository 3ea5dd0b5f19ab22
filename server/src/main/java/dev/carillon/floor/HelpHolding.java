package dev.carillon.floor;

import dev.carillon.floor.Event.StayAllowed;
import dev.carillon.floor.Event.StayEnded;
import dev.carillon.floor.Event.StudentHeld;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Students who are kept over a bell because somebody is helping them: the schedule knows, nobody
/// calls them late, and whoever expects them sees why.
final class HelpHolding {
  private HelpHolding() {}

  /// Keeps a student where she is. She stays as long as the helper may ask for; the helper is asked
  /// before.
  static List<Event> kept(Floor floor, Helping helping, Instant at) {
    var student = helping.asked().student();
    var spans = floor.school().rules().help().spans();
    var events = new ArrayList<Event>();
    var askAt = at.plus(spans.heldFor());
    for (var place : floor.assignmentNow(student).stream().toList()) {
      if (!floor.placing().stays().containsKey(student)) {
        var until = at.plus(spans.heldFor().multipliedBy(1 + spans.heldMax()));
        events.add(new StayAllowed(student, place, StayReason.HELP, helping.helper(), until, at));
      }
    }
    if (helping.held().isEmpty()) {
      events.add(new StudentHeld(helping.id(), helping.helper(), askAt, at));
    }
    return events;
  }

  /// What ends the help lets the student go as well.
  static List<Event> freeing(Floor floor, List<Event> events, HelpRequest request, Stamp stamp) {
    var student = request.asked().student();
    boolean isKept =
        request instanceof Helping helping
            && helping.held().isPresent()
            && isKeptForHelp(floor, student);
    if (!isKept) {
      return events;
    }
    var all = new ArrayList<>(events);
    all.add(new StayEnded(student, stamp.who(), stamp.at()));
    return all;
  }

  private static boolean isKeptForHelp(Floor floor, PersonId student) {
    var stay = floor.placing().stays().get(student);
    return stay != null && stay.reason() == StayReason.HELP;
  }
}

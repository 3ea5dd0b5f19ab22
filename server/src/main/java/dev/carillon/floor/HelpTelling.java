package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.TellHelp;
import dev.carillon.floor.Event.HelpRaised;
import dev.carillon.floor.Event.HelpTold;
import dev.carillon.floor.Event.RoomToldWait;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// What a student adds to a call of hers while it is open. The call stays what it is: its id, its
/// place, what it has waited. What a helper wrote about her is not hers to write over. And what a
/// helper tells everybody in a room.
record HelpTelling(Floor floor, Stamp stamp) {
  Decision tell(HelpRequest request, TellHelp said) {
    return new HelpRights(floor, stamp).asStudent(request, () -> told(request, said));
  }

  /// A helper who cannot come to everybody says so to everybody: nobody sits and wonders. It is of
  /// the room and of no student.
  Decision tellWait(RoomId room, int minutes) {
    if (!floor.school().rooms().containsKey(room)) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    if (stamp.role().leads()) {
      return waitTold(room, minutes);
    }
    return new HelpRights(floor, stamp)
        .asHelper(
            () ->
                floor.covers(stamp.who(), room)
                    ? waitTold(room, minutes)
                    : refuse(Refusal.NOT_YOUR_ROOM));
  }

  private Decision waitTold(RoomId room, int minutes) {
    var until = stamp.at().plus(Duration.ofMinutes(minutes));
    return accept(new RoomToldWait(room, minutes, stamp.who(), until, stamp.at()));
  }

  private Decision told(HelpRequest request, TellHelp said) {
    boolean isNoMore = request instanceof Over || request.standing().left();
    if (isNoMore || (request instanceof Waiting && HelpInferred.is(request))) {
      return HelpRights.elsewhere(request);
    }
    if (isWrittenByStaff(request)) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    if (said.to().filter(to -> !Floor.helps(floor.school(), to)).isPresent()) {
      return refuse(Refusal.PERSON_UNKNOWN);
    }
    if (!said.text().isEmpty() && !floor.school().rules().helpText()) {
      return refuse(Refusal.TEXT_NOT_ALLOWED);
    }
    return tooOften(request)
        .map(retryAfter -> refuse(Refusal.TOO_MANY_ASKS, Map.of("retryAfterMs", retryAfter)))
        .orElseGet(() -> accepted(request, said));
  }

  private boolean isWrittenByStaff(HelpRequest request) {
    var asked = request.asked();
    boolean isHers =
        asked.by().equals(asked.student()) || asked.why().isPresent() || !asked.told().isEmpty();
    return !isHers && !asked.text().isEmpty();
  }

  /// As often as she may ask.
  private Optional<String> tooOften(HelpRequest request) {
    var rules = floor.school().rules();
    var told = request.asked().told();
    if (told.size() < rules.asksMax()) {
      return Optional.empty();
    }
    var free = told.get(told.size() - rules.asksMax()).plus(rules.asksWindow());
    var rights = new HelpRights(floor, stamp);
    return rights.isPast(free) ? Optional.empty() : Optional.of(rights.realMsUntil(free));
  }

  /// An urgent call stays urgent: that it is none is for a helper to say.
  private Decision accepted(HelpRequest request, TellHelp said) {
    boolean isUrgent = request.standing().turn().lane() == Lane.URGENT;
    var kind = isUrgent ? HelpKind.URGENT : said.kind();
    var events = new ArrayList<Event>();
    if (kind == HelpKind.URGENT && !isUrgent) {
      events.add(new HelpRaised(request.id(), stamp.who(), stamp.at()));
    }
    var to = wish(request, kind, said);
    boolean isSame =
        request.asked().kind() == kind
            && request.asked().text().equals(said.text())
            && request.standing().together() == (said.together() && kind == HelpKind.WORK)
            && request.standing().wish().equals(to);
    if (!isSame) {
      events.add(new HelpTold(request.id(), kind, said.text(), said.together(), to, stamp.at()));
    }
    return accept(events, Result.NOTHING);
  }

  /// Only a talk is for somebody, and whoever has it already has it.
  private static Optional<PersonId> wish(HelpRequest request, HelpKind kind, TellHelp said) {
    if (!(request instanceof Waiting)) {
      return request.standing().wish();
    }
    return kind == HelpKind.PERSON ? said.to() : Optional.empty();
  }
}

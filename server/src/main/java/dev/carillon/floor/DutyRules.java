package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.DutyCommand;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.NoteLost;
import dev.carillon.floor.Command.NotePresence;
import dev.carillon.floor.Command.ReturnHelper;
import dev.carillon.floor.Command.SendHelper;
import dev.carillon.floor.Command.SetAway;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Event.DutyAway;
import dev.carillon.floor.Event.DutyEnded;
import dev.carillon.floor.Event.DutyStarted;
import dev.carillon.floor.Event.HelperFound;
import dev.carillon.floor.Event.HelperLost;
import dev.carillon.floor.Event.HelperReturned;
import dev.carillon.floor.Event.HelperSent;
import dev.carillon.floor.Event.LostNoted;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who answers calls. A helper is on duty from opening, or when her hours begin, until they are
/// over or she says otherwise; nobody leaves with a claim in hand.
record DutyRules(Floor floor, Stamp stamp) {
  /// What she may do with the claim in her hand.
  private static final String CHOICES = "finish, hand-off, release";

  Decision decide(DutyCommand command) {
    return switch (command) {
      case NotePresence presence -> presence(presence);
      case SendHelper(var helper, var room) -> send(helper, room);
      case ReturnHelper(var helper) -> sendBack(helper);
      case StartDuty _, EndDuty _, SetAway _, NoteLost _ -> own(command);
    };
  }

  /// She covers that room instead of hers, until the bell of the block that runs. A call she has in
  /// hand stays with her.
  private Decision send(PersonId helper, RoomId room) {
    if (!stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    if (!floor.school().rooms().containsKey(room)) {
      return refuse(Refusal.STATION_UNKNOWN);
    }
    if (!(floor.school().people().get(helper) instanceof Staff staff) || !staff.role().helps()) {
      return refuse(Refusal.PERSON_UNKNOWN);
    }
    if (!floor.onDuty().contains(helper) || floor.help().team().isLeaving(helper)) {
      return refuse(Refusal.HELPER_NOT_ON_DUTY);
    }
    var own = floor.posts().of(helper).map(Posts.Post::own).orElse(staff.rooms());
    if (staff.rooms().equals(Set.of(room))) {
      return accept();
    }
    var until = MessageRules.lastsLongest(floor);
    return accept(
        new HelperSent(
            helper,
            room,
            own,
            until.map(Timeline::id),
            until.flatMap(Timeline::entered),
            stamp.who(),
            stamp.at()));
  }

  private Decision sendBack(PersonId helper) {
    if (!stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return floor
        .posts()
        .of(helper)
        .map(_ -> accept(new HelperReturned(helper, stamp.who(), stamp.at())))
        .orElseGet(Decision::accept);
  }

  private Decision own(DutyCommand command) {
    if (!stamp.role().helps()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    boolean isOnDuty = floor.onDuty().contains(stamp.who());
    return switch (command) {
      // Whoever is to choose may stay on as well.
      case StartDuty() ->
          isOnDuty && !floor.help().team().isLeaving(stamp.who()) ? accept() : start();
      case EndDuty() -> isOnDuty ? end() : accept();
      case SetAway(var away) -> isOnDuty ? away(away) : refuse(Refusal.NOT_ON_DUTY);
      case NoteLost(var helps) -> noted(helps);
      case NotePresence _, SendHelper _, ReturnHelper _ ->
          throw new IllegalArgumentException(command + " is not her own");
    };
  }

  private Decision start() {
    return Floor.helps(floor.school(), stamp.who())
        ? accept(new DutyStarted(stamp.who(), stamp.at()))
        : refuse(Refusal.PERSON_UNKNOWN);
  }

  private Decision end() {
    return floor
        .help()
        .heldBy(stamp.who())
        .map(DutyRules::finishFirst)
        .orElseGet(() -> accept(new DutyEnded(stamp.who(), stamp.at())));
  }

  static Decision finishFirst(HelpRequest request) {
    return refuse(Refusal.FINISH_FIRST, Map.of("help", request.id().value(), "options", CHOICES));
  }

  private Decision away(boolean away) {
    return floor.help().team().away().contains(stamp.who()) == away
        ? accept()
        : accept(new DutyAway(stamp.who(), away, stamp.at()));
  }

  /// What is moot by now is put away as well.
  private Decision noted(List<HelpId> helps) {
    var told =
        floor.help().team().lostOf(stamp.who()).stream()
            .map(HelpLost::help)
            .filter(helps::contains)
            .toList();
    return told.isEmpty() ? accept() : accept(new LostNoted(stamp.who(), told, stamp.at()));
  }

  /// Said by the program that counts connections, never by a person.
  private Decision presence(NotePresence presence) {
    if (stamp.role() != Role.SYSTEM) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    boolean isGone = floor.help().team().gone().containsKey(presence.helper());
    if (isGone != presence.present()) {
      return accept();
    }
    return accept(
        presence.present()
            ? new HelperFound(presence.helper(), stamp.at())
            : new HelperLost(presence.helper(), presence.since(), stamp.at()));
  }
}

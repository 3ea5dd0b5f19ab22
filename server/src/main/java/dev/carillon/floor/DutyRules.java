package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.DutyCommand;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.NoteLost;
import dev.carillon.floor.Command.NotePresence;
import dev.carillon.floor.Command.SetAway;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Event.DutyAway;
import dev.carillon.floor.Event.DutyEnded;
import dev.carillon.floor.Event.DutyStarted;
import dev.carillon.floor.Event.HelperFound;
import dev.carillon.floor.Event.HelperLost;
import dev.carillon.floor.Event.LostNoted;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Role;
import java.util.List;
import java.util.Map;

/// Who answers calls. Every helper is on duty from opening until she says otherwise, and nobody
/// leaves with a claim in hand.
record DutyRules(Floor floor, Stamp stamp) {
  /// What she may do with the claim in her hand.
  private static final String CHOICES = "finish, hand-off, release";

  Decision decide(DutyCommand command) {
    return command instanceof NotePresence presence ? presence(presence) : own(command);
  }

  private Decision own(DutyCommand command) {
    if (!stamp.role().helps()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    boolean isOnDuty = floor.onDuty().contains(stamp.who());
    return switch (command) {
      case StartDuty() -> isOnDuty ? accept() : start();
      case EndDuty() -> isOnDuty ? end() : accept();
      case SetAway(var away) -> isOnDuty ? away(away) : refuse(Refusal.NOT_ON_DUTY);
      case NoteLost(var helps) -> noted(helps);
      case NotePresence presence -> presence(presence);
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
        .map(
            request ->
                refuse(
                    Refusal.FINISH_FIRST, Map.of("help", request.id().value(), "options", CHOICES)))
        .orElseGet(() -> accept(new DutyEnded(stamp.who(), stamp.at())));
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

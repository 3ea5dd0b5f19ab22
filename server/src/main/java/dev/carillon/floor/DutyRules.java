package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.DutyCommand;
import dev.carillon.floor.Command.EndDuty;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Event.DutyEnded;
import dev.carillon.floor.Event.DutyStarted;

/// Who answers calls. Every helper is on duty from opening until she says otherwise, and nobody
/// leaves with a claim in hand.
record DutyRules(Floor floor, Stamp stamp) {
  Decision decide(DutyCommand command) {
    if (!stamp.role().helps()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    boolean isOnDuty = floor.onDuty().contains(stamp.who());
    return switch (command) {
      case StartDuty() -> isOnDuty ? accept() : start();
      case EndDuty() -> isOnDuty ? end() : accept();
    };
  }

  private Decision start() {
    return Floor.helps(floor.school(), stamp.who())
        ? accept(new DutyStarted(stamp.who(), stamp.at()))
        : refuse(Refusal.PERSON_UNKNOWN);
  }

  private Decision end() {
    return floor.help().byHelper().containsKey(stamp.who())
        ? refuse(Refusal.SLOT_TAKEN)
        : accept(new DutyEnded(stamp.who(), stamp.at()));
  }
}

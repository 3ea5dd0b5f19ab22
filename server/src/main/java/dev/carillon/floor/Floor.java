package dev.carillon.floor;

import dev.carillon.floor.Command.DueCommand;
import dev.carillon.school.Assignment;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.School;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.PMap;
import org.pcollections.PSet;

/// The live state of one school on one service date.
///
/// @param school as adopted
/// @param plan as published at opening
/// @param open false once the day is closed
/// @param speed of the floor's clock; tolerances meant for people run in real time and are scaled by
///     it
/// @param timelines one per schedule
/// @param assignments one per student and block
/// @param arrivals of each student in the block her schedule entered last; none before the first
/// @param onDuty helpers on duty
/// @param at the floor time of the last event
public record Floor(
    School school,
    DayPlan plan,
    boolean open,
    boolean demo,
    int speed,
    PMap<ScheduleId, Timeline> timelines,
    PMap<PersonId, PMap<BlockId, Assignment>> assignments,
    PMap<PersonId, Arrival> arrivals,
    HelpLine help,
    PSet<PersonId> onDuty,
    Instant at) {

  /// The next floor and what changed in it.
  public record Evolved(Floor floor, Touched touched) {}

  /// Turns a command into facts or a refusal. Reads no clock, changes nothing.
  public Decision decide(Command command, Stamp stamp) {
    return Decision.refuse(Refusal.BUSY);
  }

  /// Applies a fact. Never refuses: what has happened has happened.
  public Evolved evolve(Event event) {
    return new Evolved(this, Touched.NOTHING);
  }

  /// The earliest thing that falls due, whenever that is; empty when nothing ever will without a
  /// command. The desk decides it as soon as its instant has come.
  public Optional<DueCommand> nextDue() {
    return Optional.empty();
  }
}

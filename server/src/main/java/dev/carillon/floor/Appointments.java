package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;

import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.KeepAppointment;
import dev.carillon.floor.Event.AppointmentDue;
import dev.carillon.floor.Event.CallStarted;
import dev.carillon.floor.Event.CalledUp;
import dev.carillon.school.Id.CallId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Programme.Appointment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Appointments of the day: each becomes a call-up at its time.
///
/// One whose student is called elsewhere at that moment, or has no block then, is not kept: nobody
/// can be at two places.
public record Appointments(Floor floor) {
  private static final String PREFIX = "appointment/";

  /// The appointments of the day, whether or not they have been.
  public List<Appointment> today() {
    return floor.school().arrangements().programme().appointments().stream()
        .filter(each -> each.isOn(floor.plan().date()))
        .toList();
  }

  /// Whose appointment of the day it is.
  Optional<PersonId> studentOf(String id) {
    return today().stream()
        .filter(each -> each.id().equals(id))
        .map(Appointment::student)
        .findFirst();
  }

  public Instant from(Appointment appointment) {
    return appointment.at().on(floor.plan().date(), floor.plan().zone());
  }

  /// The call-ups that a student's appointments will be.
  public List<CallUp> coming(PersonId student) {
    return today().stream()
        .filter(each -> each.student().equals(student))
        .filter(each -> !floor.learning().kept().contains(each.id()))
        .map(each -> call(each, until(each)))
        .toList();
  }

  static boolean isOne(CallId call) {
    return call.value().startsWith(PREFIX);
  }

  List<DueCommand> dues() {
    return today().stream()
        .filter(each -> !floor.learning().kept().contains(each.id()))
        .<DueCommand>map(
            each -> new KeepAppointment(each.id(), from(each), PREFIX + each.id() + "/due"))
        .toList();
  }

  Decision keep(String id, Instant now) {
    return today().stream()
        .filter(each -> each.id().equals(id) && !floor.learning().kept().contains(id))
        .filter(each -> !from(each).isAfter(now))
        .findFirst()
        .map(each -> keep(each, now))
        .orElseGet(Decision::accept);
  }

  private Decision keep(Appointment appointment, Instant now) {
    var due = new AppointmentDue(appointment.id(), now);
    var until = until(appointment);
    boolean isFree =
        floor.blockNow(appointment.student(), now).isPresent()
            && floor.placing().callOf(appointment.student()).isEmpty()
            && floor.school().stations().containsKey(appointment.station());
    if (!isFree || !now.isBefore(until)) {
      return accept(due);
    }
    var call = call(appointment, until);
    return accept(due, new CalledUp(call, PersonId.SYSTEM, now), new CallStarted(call.id(), now));
  }

  private Instant until(Appointment appointment) {
    return from(appointment).plus(appointment.length());
  }

  private CallUp call(Appointment appointment, Instant until) {
    return new CallUp(
        new CallId(PREFIX + appointment.id()),
        List.of(appointment.student()),
        appointment.station(),
        appointment.with(),
        from(appointment),
        Optional.of(until),
        "",
        false);
  }
}

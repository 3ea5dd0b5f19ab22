package dev.carillon.floor;

import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpRequest.Outcome;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Calls that nobody has asked for: a rule has concluded from what a program told that a student is
/// blocked (ADR 26). Such a call stands in a lane of its own behind everybody who asked, sets off
/// no alarm and is counted as nobody's wish. While it waits it gives way to any call of the student
/// herself, and a success of hers or the bell ends it. Once a helper has taken it, it is a call
/// like any other.
public record HelpInferred(Floor floor, Instant at) {
  /// Whether nobody has asked for it.
  public static boolean is(HelpRequest request) {
    return request.standing().turn().lane() == Lane.INFERRED;
  }

  private static boolean yields(HelpRequest request) {
    return request instanceof Waiting && is(request);
  }

  /// The active call of a student that another one of hers does not push aside.
  Optional<HelpRequest> standing(PersonId student) {
    return floor.help().activeOf(student).filter(request -> !yields(request));
  }

  /// What ends so that a student may have another call.
  List<Event> givesWay(PersonId student) {
    return ends(student, HelpEnds.ASKED);
  }

  List<Event> succeeded(PersonId student) {
    return ends(student, HelpEnds.SUCCEEDED);
  }

  private List<Event> ends(PersonId student, String reason) {
    return floor
        .help()
        .activeOf(student)
        .filter(HelpInferred::yields)
        .<List<Event>>map(request -> List.of(new HelpExpired(request.id(), reason, at)))
        .orElse(List.of());
  }

  /// A hand held up for her; none when she has one up, when there is nobody to go to, or when she
  /// or a helper has said in this block that it is not needed.
  Optional<Event> raised(HelpId help, PersonId student, Why why) {
    var block = floor.blockNow(student, at);
    var place = floor.assignmentNow(student);
    boolean isMoot =
        block.isEmpty()
            || place.isEmpty()
            || floor.help().activeOf(student).isPresent()
            || floor.help().find(help).isPresent()
            || isUnwanted(student, why, block.get().id());
    return isMoot
        ? Optional.empty()
        : Optional.of(
            new HelpAsked(
                help,
                student,
                why.source().actor(),
                HelpKind.WORK,
                "",
                false,
                Optional.empty(),
                place.get().station(),
                block.get().id(),
                Optional.of(why),
                at));
  }

  private boolean isUnwanted(PersonId student, Why why, BlockId block) {
    return floor.help().over().values().stream()
        .filter(over -> over.asked().student().equals(student))
        .filter(over -> over.asked().block().equals(block) && is(over))
        .filter(over -> over.asked().why().filter(old -> old.isLike(why)).isPresent())
        .anyMatch(HelpInferred::isWavedOff);
  }

  private static boolean isWavedOff(Over over) {
    return over.outcome() == Outcome.CANCELLED || over.outcome() == Outcome.DISMISSED;
  }

  /// What the bell or the end of a day does to one that nobody is with: nobody waits for it.
  List<Event> over(HelpRequest request, String reason) {
    var ended = new HelpExpired(request.id(), reason, at);
    return request instanceof Claimed
        ? List.of(new HelpReleased(request.id(), PersonId.SYSTEM, at), ended)
        : List.of(ended);
  }
}

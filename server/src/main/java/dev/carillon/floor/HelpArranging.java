package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Event.HelpArranged;
import dev.carillon.floor.Event.HelpDismissed;
import dev.carillon.floor.Event.HelpPassed;
import dev.carillon.floor.HelpRequest.Arranged;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Id.BlockId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What helpers arrange before a bell for calls that will still wait when it rings. The bell does
/// it, so that whoever changes her mind until then, or takes the call, has lost nothing.
record HelpArranging(Floor floor) {
  Decision arrange(HelpRequest request, AtBell what, Stamp stamp) {
    if (stamp.role().leads()) {
      return arranged(request, what, stamp);
    }
    return new HelpRights(floor, stamp)
        .asHelper(
            () ->
                new HelpReach(floor, stamp.at()).reaches(stamp.who(), request)
                    ? arranged(request, what, stamp)
                    : refuse(Refusal.NOT_YOUR_ROOM));
  }

  private Decision arranged(HelpRequest request, AtBell what, Stamp stamp) {
    if (!(request instanceof Waiting)) {
      return HelpRights.elsewhere(request);
    }
    var block = block(request).filter(_ -> isAsked(request));
    if (block.isEmpty() || new HelpClosing(floor).of(request).isEmpty()) {
      return refuse(Refusal.NOTHING_AT_BELL);
    }
    var now = request.standing().atBell(block.get()).orElse(AtBell.CARRY);
    return now == what
        ? accept()
        : accept(new HelpArranged(request.id(), what, block.get(), stamp.who(), stamp.at()));
  }

  /// An urgent call changes nothing at a bell, equipment stays where it is, and a hand held up for
  /// somebody is over with the block.
  private static boolean isAsked(HelpRequest request) {
    return switch (request.asked().kind()) {
      case WORK, PERSON -> !HelpInferred.is(request);
      case EQUIPMENT, URGENT -> false;
    };
  }

  /// The block of the school she is in, which the next bell ends.
  private Optional<BlockId> block(HelpRequest request) {
    return floor.scheduleOf(request.asked().student()).flatMap(Timeline::entered);
  }

  /// What the bell does with a call because somebody has said so; empty where nobody has.
  Optional<List<Event>> atBell(HelpRequest request, Instant at) {
    return request instanceof Waiting
        ? block(request)
            .flatMap(block -> request.standing().arranged().filter(it -> it.block().equals(block)))
            .flatMap(arranged -> done(request, arranged, at))
        : Optional.empty();
  }

  private static Optional<List<Event>> done(HelpRequest request, Arranged arranged, Instant at) {
    return switch (arranged.what()) {
      case CARRY -> Optional.empty();
      case PASS -> Optional.of(List.of(new HelpPassed(request.id(), arranged.by(), at)));
      case DROP ->
          Optional.of(
              List.of(new HelpDismissed(request.id(), HelpReason.OTHER_TASK, arranged.by(), at)));
    };
  }

  /// When the day is over there is no adult to pass it to.
  Optional<List<Event>> atEnd(HelpRequest request, Instant at) {
    return atBell(request, at).filter(events -> events.getFirst() instanceof HelpDismissed);
  }
}

package dev.carillon.floor;

import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/// Who may say what of a request. Every word of an owner carries the epoch of her claim, so that a
/// helper who comes back late cannot finish what was given to somebody else.
record HelpRights(Floor floor, Stamp stamp) {
  boolean isOfStudent(HelpRequest request) {
    return stamp.role() == Role.STUDENT && request.asked().student().equals(stamp.who());
  }

  boolean owns(HelpRequest request, long claimed) {
    return (stamp.role().helps() || stamp.role().leads())
        && request.owner().filter(stamp.who()::equals).isPresent()
        && request.epoch() == claimed;
  }

  /// A leader needs no epoch; one that is given has to be that of the claim there is.
  boolean leads(HelpRequest request, long claimed) {
    boolean isOfThisClaim = request.owner().isPresent() && claimed == request.epoch();
    return stamp.role().leads() && (claimed == Command.ANY_VERSION || isOfThisClaim);
  }

  Decision asHelper(Supplier<Decision> rule) {
    if (!stamp.role().helps()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return floor.onDuty().contains(stamp.who()) ? rule.get() : refuse(Refusal.NOT_ON_DUTY);
  }

  Decision asStudent(HelpRequest request, Supplier<Decision> rule) {
    // Not even how far another student's request is.
    return isOfStudent(request) ? rule.get() : refuse(Refusal.NOT_YOURS_TO_DO);
  }

  /// Whoever speaks of a claim that is not hers, or not any more.
  Decision notOwner(HelpRequest request) {
    if (!stamp.role().helps() && !stamp.role().leads()) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (request) {
      case Over _ -> refuse(Refusal.HELP_OVER);
      // A request that was claimed once was taken from whoever speaks of a claim.
      case Waiting waiting ->
          refuse(waiting.epoch() == 0 ? Refusal.NOT_CLAIMED : Refusal.STALE_CLAIM);
      case HelpRequest _ -> refuse(Refusal.STALE_CLAIM);
    };
  }

  /// It is in a state in which that means nothing.
  static Decision elsewhere(HelpRequest request) {
    return request instanceof Over
        ? refuse(Refusal.HELP_OVER)
        : refuse(Refusal.HELP_ELSEWHERE, Map.of("state", request.word()));
  }

  boolean isPast(Instant deadline) {
    return !stamp.at().isBefore(deadline);
  }

  /// What is left until the instant, in real milliseconds.
  String realMsUntil(Instant instant) {
    long leftMs = instant.toEpochMilli() - stamp.at().toEpochMilli();
    return Long.toString(Math.ceilDiv(leftMs, Math.max(1, floor.speed())));
  }

  /// After a span meant for people.
  Instant after(Duration span) {
    return stamp.at().plus(floor.inPeoplesTime(span));
  }
}

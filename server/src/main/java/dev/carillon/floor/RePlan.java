package dev.carillon.floor;

import dev.carillon.school.Assignment;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Unmet;
import java.time.Instant;
import java.util.List;

/// What a plan that runs could become. A proposal: nothing has changed yet.
///
/// @param changes who would be elsewhere, in the order of the school and of the day
/// @param unmet what those lose who are displaced
/// @param others how many students would be moved only to make room
public record RePlan(List<Change> changes, List<Unmet> unmet, int others) {
  public RePlan {
    changes = List.copyOf(changes);
    unmet = List.copyOf(unmet);
  }

  /// Whether nobody is touched but those who cannot stay where they are, so that it may be accepted
  /// without a person.
  public boolean isHarmless() {
    return changes.stream().allMatch(change -> change.why() == Why.DISPLACED);
  }

  /// One stop that would be another one.
  ///
  /// @param from where she is to be until then
  public record Change(Assignment to, StationId from, Why why) {}

  /// Why somebody would be elsewhere.
  public enum Why {
    /// Her station is closed, without its adult, or too full.
    DISPLACED,
    /// Something she was to do and had no seat for has one now.
    SEAT_FREE,
    /// To make room for somebody who is displaced.
    MADE_ROOM
  }

  /// What happened.
  public sealed interface Cause {
    /// Whether both are about the same thing, so that a newer proposal stands for an older one.
    default boolean isAbout(Cause other) {
      return this instanceof OfAdult(var adult, _)
          ? other instanceof OfAdult(var same, _) && adult.equals(same)
          : equals(other);
    }

    /// A station closed, opened, or has more students than seats.
    record OfStation(StationId station) implements Cause {}

    /// Somebody of the staff is not there from an instant on.
    record OfAdult(PersonId adult, Instant from) implements Cause {}

    /// A student went away, is back, or has finished early.
    record OfStudent(PersonId student) implements Cause {}

    /// Blocks were dropped, or the rest of the day runs another day type.
    record OfDay() implements Cause {}
  }

  /// @param others how many others may be moved for each who is displaced; 0 = none
  /// @param nextToo whether the next block may change though everybody has been told of it
  public record Request(Cause cause, int others, boolean nextToo) {
    /// More than two moved for one is a plan nobody recognises.
    public static final int OTHERS_MAX = 2;

    public Request {
      if (others < 0 || others > OTHERS_MAX) {
        throw new IllegalArgumentException("at most " + OTHERS_MAX + " others, not " + others);
      }
    }
  }
}

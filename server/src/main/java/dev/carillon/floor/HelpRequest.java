package dev.carillon.floor;

import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pcollections.PVector;

/// A call for help, open or over. What was asked stands in [Asked], how the request stands in its
/// line in [Standing]; a state adds what only it knows.
public sealed interface HelpRequest {
  Asked asked();

  Standing standing();

  default HelpId id() {
    return asked().id();
  }

  /// Grows by one at each change.
  default long version() {
    return standing().version();
  }

  /// Of the last claim; 0 when there was none.
  default long epoch() {
    return standing().epoch();
  }

  /// Whoever is on the way or there; nobody in any other state.
  default Optional<PersonId> owner() {
    return Optional.empty();
  }

  /// Whether it counts as the one request a student may have: parked ones do not, and neither does
  /// broken equipment she has left behind.
  default boolean isActive() {
    return !standing().left();
  }

  /// The state in one word, as the wire has it.
  default String word() {
    return switch (this) {
      case Waiting _ -> "waiting";
      case Claimed _ -> "claimed";
      case Helping _ -> "helping";
      case OnHold _ -> "on-hold";
      case Unreachable _ -> "unreachable";
      case Deferred _ -> "deferred";
      case Over over -> over.outcome().name().toLowerCase(Locale.ROOT);
    };
  }

  /// @param station where it was asked; where the student is *now* is the floor's to say
  /// @param item of her playlist, or empty
  /// @param subject the item, or what is done where it was asked: what calls have in common
  /// @param seat hers there, or empty
  /// @param order position in the order of asking, unique in the day
  /// @param at when it was asked
  /// @param reopens the request that did not help, when this one follows it
  /// @param why when a program has raised it
  /// @param told when the student has said what it is about, lately
  /// @param raised what it was before staff called it urgent, which is not for the student to read
  record Asked(
      HelpId id,
      PersonId student,
      PersonId by,
      HelpKind kind,
      String text,
      String item,
      String subject,
      StationId station,
      String seat,
      BlockId block,
      long order,
      Instant at,
      Optional<HelpId> reopens,
      Optional<Why> why,
      PVector<Instant> told,
      Optional<Raised> raised) {
    /// Of another kind, and so as everybody may read it.
    Asked of(HelpKind other) {
      return as(other, Optional.empty());
    }

    /// Urgent: for everybody to read when the student says so, for staff when one of them does.
    Asked urgent(PersonId who) {
      var was = raised.or(() -> Optional.of(new Raised(who, kind)));
      return as(HelpKind.URGENT, who.equals(student) ? Optional.empty() : was);
    }

    private Asked as(HelpKind other, Optional<Raised> before) {
      return new Asked(
          id, student, by, other, text, item, subject, station, seat, block, order, at, reopens,
          why, told, before);
    }

    /// What a call that follows this one hides from the student as well.
    Optional<Raised> hidden() {
      return raised.or(
          () -> shown() == kind ? Optional.empty() : Optional.of(new Raised(by, shown())));
    }

    /// What the student reads of it: that staff call it urgent is among staff.
    public HelpKind shown() {
      boolean isAskedByStaff = kind == HelpKind.URGENT && !by.equals(student);
      return raised.map(Raised::was).orElse(isAskedByStaff ? HelpKind.PERSON : kind);
    }

    /// @param most as many are kept of when that was
    Asked saying(HelpKind other, String words, Instant now, int most) {
      var times = told.plus(now);
      while (times.size() > Math.max(1, most)) {
        times = times.minus(0);
      }
      return new Asked(
          id, student, by, other, words, item, subject, station, seat, block, order, at, reopens,
          why, times, raised);
    }
  }

  /// @param by who of the staff called it urgent
  /// @param was its kind before
  record Raised(PersonId by, HelpKind was) {}

  /// How a request stands in its line.
  ///
  /// @param watch how long somebody has let it wait
  /// @param route whom it is for
  /// @param trying the student is still trying: *next* passes her by, she keeps her place
  /// @param together may be helped with others
  /// @param left equipment whose student has moved on
  /// @param released why whoever had it last gave it back, until somebody takes it
  /// @param arranged what becomes of it at the bell, where somebody has said so
  record Standing(
      long version,
      long epoch,
      Turn turn,
      Watch watch,
      Optional<Route> route,
      boolean trying,
      boolean together,
      boolean left,
      Optional<HelpReason> released,
      Optional<Arranged> arranged) {
    Standing next() {
      return new Standing(
          version + 1, epoch, turn, watch, route, trying, together, left, released, arranged);
    }

    Standing version(long next) {
      return new Standing(
          next, epoch, turn, watch, route, trying, together, left, released, arranged);
    }

    Standing epoch(long next) {
      return new Standing(
          version, next, turn, watch, route, trying, together, left, released, arranged);
    }

    Standing turn(Turn next) {
      return new Standing(
          version, epoch, next, watch, route, trying, together, left, released, arranged);
    }

    Standing watch(Watch next) {
      return new Standing(
          version, epoch, turn, next, route, trying, together, left, released, arranged);
    }

    /// Whom the student wishes to talk to; not whom somebody has handed her to.
    public Optional<PersonId> wish() {
      return route.filter(it -> it.why() == Route.Cause.ASKED).flatMap(Route::to);
    }

    /// What she wishes now; what helpers have said about it stays.
    Standing wishing(Optional<PersonId> to) {
      boolean isHers = route.filter(it -> it.why() != Route.Cause.ASKED).isEmpty();
      return isHers ? route(to.map(Route::wished)) : this;
    }

    Standing route(Optional<Route> next) {
      return new Standing(
          version, epoch, turn, watch, next, trying, together, left, released, arranged);
    }

    Standing trying(boolean next) {
      return new Standing(
          version, epoch, turn, watch, route, next, together, left, released, arranged);
    }

    Standing alone() {
      return together(false);
    }

    Standing together(boolean next) {
      return new Standing(
          version, epoch, turn, watch, route, trying, next, left, released, arranged);
    }

    Standing leftBehind() {
      return new Standing(
          version, epoch, turn, watch, route, trying, together, true, released, arranged);
    }

    Standing released(Optional<HelpReason> next) {
      return new Standing(
          version, epoch, turn, watch, route, trying, together, left, next, arranged);
    }

    Standing arranged(Optional<Arranged> next) {
      return new Standing(
          version, epoch, turn, watch, route, trying, together, left, released, next);
    }

    /// What is to be done with it at the bell that ends a block; empty when nobody has said so.
    public Optional<AtBell> atBell(BlockId block) {
      return arranged.filter(it -> it.block().equals(block)).map(Arranged::what);
    }
  }

  /// What a helper has arranged for a call that the next bell finds waiting.
  ///
  /// @param block the one that bell ends
  record Arranged(AtBell what, PersonId by, BlockId block) {}

  /// Lanes come one after the other.
  enum Lane {
    URGENT("0"),
    /// Those who have waited before: not found, put on hold, handed to somebody who did not come.
    RETURNING("1"),
    NORMAL("2"),
    /// Those nobody has asked for (ADR 26).
    INFERRED("3");

    private final String digit;

    Lane(String digit) {
      this.digit = digit;
    }
  }

  /// The place in the line (ADR 21).
  ///
  /// @param pinned put first by staff
  /// @param entered when it entered the line, less what it had waited before
  /// @param virtual that, and what the student's other helps set her back
  /// @param waited what it has waited before this time
  /// @param since when it began to wait this time; kept while somebody has it
  record Turn(
      boolean pinned, Lane lane, Instant entered, Instant virtual, Duration waited, Instant since) {
    Turn in(Lane other) {
      return new Turn(pinned, other, entered, virtual, waited, since);
    }

    /// Before those who have not been helped yet, unless it is urgent anyway, or nobody's wish.
    Turn returning() {
      return lane == Lane.INFERRED ? this : said();
    }

    /// The same because she has said so herself: then it is hers.
    Turn said() {
      return lane == Lane.URGENT ? this : in(Lane.RETURNING);
    }

    Turn pinned(boolean next) {
      return new Turn(next, lane, entered, virtual, waited, since);
    }

    /// No longer waiting. A demo's clock that jumped may let an instant come after a later one.
    Turn taken(Instant at) {
      var more = at.isAfter(since) ? Duration.between(since, at) : Duration.ZERO;
      return new Turn(pinned, lane, entered, virtual, waited.plus(more), at);
    }

    /// Waiting again at the same place.
    Turn back(Instant at) {
      return new Turn(pinned, lane, entered, virtual, waited, at);
    }

    /// What comes first in the alphabet comes first in the line.
    String place(long order) {
      return (pinned ? "0" : "1")
          + lane.digit
          + padded(virtual.toEpochMilli(), 15)
          + padded(order, 8);
    }

    private static String padded(long number, int digits) {
      var text = Long.toString(number);
      return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
  }

  /// A stopwatch that runs while a request waits in a block.
  ///
  /// @param runsFrom from when it runs, which may be to come; empty while it stands
  /// @param level of the last alarm; 0 = none
  /// @param leaderAfter when the leader is told, on this watch
  record Watch(Duration counted, Optional<Instant> runsFrom, int level, Duration leaderAfter) {
    static final Watch NEW = new Watch(Duration.ZERO, Optional.empty(), 0, Duration.ZERO);

    Watch level(int next) {
      return new Watch(counted, runsFrom, next, leaderAfter);
    }

    Watch from(Optional<Instant> start) {
      return new Watch(counted, start, level, leaderAfter);
    }

    Watch stopped(Instant at) {
      return new Watch(at(at), Optional.empty(), level, leaderAfter);
    }

    /// What it shows.
    Duration at(Instant now) {
      return runsFrom
          .filter(now::isAfter)
          .map(from -> counted.plus(Duration.between(from, now)))
          .orElse(counted);
    }

    /// When it will show this much, if nothing stops it.
    Optional<Instant> shows(Duration limit) {
      return runsFrom.map(from -> from.plus(limit).minus(counted));
    }
  }

  /// Whom a request is for.
  ///
  /// @param to the helper; empty for anybody of the role
  /// @param role empty for one helper
  /// @param by who handed it over; empty when nobody did
  /// @param until when it is for everybody; empty when that is for the alarms to say
  record Route(
      Cause why,
      Optional<PersonId> to,
      Optional<Role> role,
      Optional<PersonId> by,
      Optional<Instant> until) {
    enum Cause {
      /// The student asked for somebody.
      ASKED,
      /// Whoever put her on hold is asked first.
      HELD,
      HANDED
    }

    static Route wished(PersonId to) {
      return new Route(
          Cause.ASKED, Optional.of(to), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Whether it still says who may take the request.
    boolean holds(Instant now) {
      return until.filter(at -> !now.isBefore(at)).isEmpty();
    }
  }

  record Waiting(Asked asked, Standing standing) implements HelpRequest {}

  record Claimed(
      Asked asked, Standing standing, PersonId helper, Instant claimedAt, Instant leaseUntil)
      implements HelpRequest {
    @Override
    public Optional<PersonId> owner() {
      return Optional.of(helper);
    }
  }

  /// @param nudges how often the helper was asked whether to go on
  /// @param held how she keeps the student over a bell
  record Helping(
      Asked asked,
      Standing standing,
      PersonId helper,
      Instant claimedAt,
      Instant since,
      Instant leaseUntil,
      int nudges,
      boolean silent,
      Optional<Held> held)
      implements HelpRequest {
    @Override
    public Optional<PersonId> owner() {
      return Optional.of(helper);
    }

    static Helping begun(
        Asked asked,
        Standing standing,
        PersonId helper,
        Instant claimedAt,
        Instant at,
        Instant lease) {
      return new Helping(asked, standing, helper, claimedAt, at, lease, 0, false, Optional.empty());
    }

    Helping of(Asked other) {
      return new Helping(
          other, standing, helper, claimedAt, since, leaseUntil, nudges, silent, held);
    }

    Helping until(Instant lease) {
      return new Helping(asked, standing, helper, claimedAt, since, lease, nudges, false, held);
    }

    Helping nudged(int times) {
      return new Helping(
          asked, standing, helper, claimedAt, since, leaseUntil, times, silent, held);
    }

    Helping unheard() {
      return new Helping(asked, standing, helper, claimedAt, since, leaseUntil, nudges, true, held);
    }

    Helping held(Held next) {
      return new Helping(
          asked, standing, helper, claimedAt, since, leaseUntil, nudges, silent, Optional.of(next));
    }

    Helping by(PersonId other, Instant lease) {
      return new Helping(asked, standing, other, claimedAt, since, lease, nudges, false, held);
    }
  }

  /// A student kept over the bell.
  ///
  /// @param askAt when the helper is asked whether to let go
  /// @param times how often she has said: a little longer
  record Held(Instant askAt, boolean asked, int times) {
    Held told() {
      return new Held(askAt, true, times);
    }

    Held longer(Instant until) {
      return new Held(until, false, times + 1);
    }
  }

  /// @param helper who put it on hold
  /// @param told the student was asked whether it works now
  record OnHold(
      Asked asked,
      Standing standing,
      PersonId helper,
      String note,
      Instant since,
      Instant until,
      boolean told)
      implements HelpRequest {
    OnHold until(Instant next) {
      return new OnHold(asked, standing, helper, note, since, next, false);
    }

    OnHold asking() {
      return new OnHold(asked, standing, helper, note, since, until, true);
    }
  }

  /// @param helper who did not find her
  record Unreachable(Asked asked, Standing standing, PersonId helper, Instant since, Instant until)
      implements HelpRequest {}

  /// Parked until she is where it applies.
  record Deferred(Asked asked, Standing standing, Instant since) implements HelpRequest {
    @Override
    public boolean isActive() {
      return false;
    }
  }

  enum Outcome {
    RESOLVED,
    CANCELLED,
    DISMISSED,
    EXPIRED
  }

  /// @param reason why staff or time ended it; empty otherwise
  /// @param was what it is again when the ending is taken back
  record Over(
      Asked asked,
      Standing standing,
      Outcome outcome,
      String reason,
      PersonId by,
      Instant at,
      HelpRequest was)
      implements HelpRequest {
    @Override
    public boolean isActive() {
      return false;
    }

    /// Why it ended, in a word that the student is told; `other` for what is among adults.
    public Optional<String> told() {
      return HelpEnds.told(reason);
    }
  }
}

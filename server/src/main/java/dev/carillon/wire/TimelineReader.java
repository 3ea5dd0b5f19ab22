package dev.carillon.wire;

import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Control;
import dev.carillon.floor.Insertion;
import dev.carillon.floor.Ripple;
import dev.carillon.floor.Scope;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.DayTypeId;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import java.util.List;

/// Reads the bodies of live controls: whose time, what is done to it, and who pays.
///
/// @param expect the version whoever asks looked at
record TimelineReader(long expect) {
  private static final int MINUTES_MAX = 60;

  /// A drill or an assembly may take half a day.
  private static final int INSERT_MINUTES_MAX = 300;

  /// What a banner on every screen can hold.
  private static final int INSERT_NAME_CHARS_MAX = 40;

  private static final int DROPPED_MAX = 16;

  private enum Policy {
    COMPRESS,
    ABSORB_NEXT,
    ABSORB_CURRENT,
    SHIFT,
    DROP
  }

  Steer read(CommandKind kind, Fields body) throws WireFault {
    var control =
        switch (kind) {
          case TIMELINE_PAUSE -> new Control.Pause();
          case TIMELINE_RESUME -> new Control.Resume(ripple(body));
          case TIMELINE_CATCH_UP -> new Control.Resume(new Ripple.AbsorbCurrent());
          case TIMELINE_HOLD -> new Control.Hold();
          case TIMELINE_RELEASE -> new Control.Release(ripple(body));
          case TIMELINE_EXTEND -> new Control.Extend(minutes(body), ripple(body));
          case TIMELINE_TRIM -> new Control.Trim(minutes(body));
          case TIMELINE_ADVANCE -> new Control.Advance(body.yesNo("gap"));
          case TIMELINE_SKIP -> new Control.Skip(body.id("block", BlockId::new), body.yesNo("gap"));
          case TIMELINE_INSERT -> insert(body);
          case TIMELINE_END_INSERT -> new Control.EndInsert(ripple(body));
          case TIMELINE_SWITCH_DAY -> new Control.SwitchDay(body.id("dayType", DayTypeId::new));
          case TIMELINE_UNDO -> new Control.Undo();
          case TIMELINE_RING -> new Control.Ring();
          default -> throw new IllegalArgumentException(kind + " is no control");
        };
    var reason = body.maybeText("reason", Fields.TEXT_CHARS_MAX).orElse("");
    return new Steer(scope(body), control, reason, expect);
  }

  /// Exactly one of a schedule, a room, a group or the whole school.
  private static Scope scope(Fields body) throws WireFault {
    var schedule = body.maybeId("schedule", ScheduleId::new).<Scope>map(Scope.OfSchedule::new);
    var room = body.maybeId("room", RoomId::new).<Scope>map(Scope.OfRoom::new);
    var group = body.maybeId("group", GroupId::new).<Scope>map(Scope.OfGroup::new);
    var school =
        body.maybeText("scope", Fields.TEXT_CHARS_MAX).<Scope>map(_ -> new Scope.OfSchool());
    if (school.isPresent() && !body.text("scope", Fields.TEXT_CHARS_MAX).equals("school")) {
      throw body.wrong("scope", "`school`");
    }
    var named =
        List.of(schedule, room, group, school).stream().flatMap(each -> each.stream()).toList();
    if (named.size() != 1) {
      throw body.wrong(
          "schedule", "there, or `room`, or `group`, or `scope`, and one of them only");
    }
    return named.getFirst();
  }

  private static Ripple ripple(Fields body) throws WireFault {
    var policies = List.of(Policy.values());
    return switch (body.maybeOneOf("policy", policies).orElse(Policy.COMPRESS)) {
      case COMPRESS -> Ripple.COMPRESS;
      case ABSORB_NEXT -> new Ripple.AbsorbNext();
      case ABSORB_CURRENT -> new Ripple.AbsorbCurrent();
      case SHIFT -> new Ripple.Shift(body.yesNo("consent"));
      case DROP -> new Ripple.Drop(body.ids("drop", DROPPED_MAX, BlockId::new));
    };
  }

  private static int minutes(Fields body) throws WireFault {
    return (int) body.whole("minutes", 1, MINUTES_MAX);
  }

  private static Control insert(Fields body) throws WireFault {
    return new Control.Insert(
        body.text("name", INSERT_NAME_CHARS_MAX),
        body.oneOf("mode", List.of(Insertion.Mode.values())),
        body.maybeId("station", StationId::new),
        (int) body.maybeWhole("minutes", 1, INSERT_MINUTES_MAX).orElse(0));
  }
}

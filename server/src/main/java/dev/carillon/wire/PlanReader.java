package dev.carillon.wire;

import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AcceptPlan;
import dev.carillon.floor.Command.CloseAndPlace;
import dev.carillon.floor.Command.OpenAndReturn;
import dev.carillon.floor.Command.ProposePlan;
import dev.carillon.floor.Command.RejectPlan;
import dev.carillon.floor.RePlan.Cause;
import dev.carillon.floor.RePlan.Request;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Id.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads the bodies of commands about a new plan.
///
/// @param id of the command: a proposal is named by it
record PlanReader(String id) {
  /// The largest room has fewer.
  private static final int STATIONS_MAX = 32;

  private enum Of {
    STATION,
    ADULT,
    STUDENT,
    DAY
  }

  Command read(CommandKind kind, Fields body) throws WireFault {
    return switch (kind) {
      case PLAN_PROPOSE -> propose(body);
      case PLAN_ACCEPT -> new AcceptPlan(proposal(body));
      case PLAN_REJECT -> new RejectPlan(proposal(body));
      case PLAN_CLOSE -> {
        var changes = body.maybeWhole("changes", 0, Integer.MAX_VALUE);
        yield new CloseAndPlace(
            stations(body),
            changes.isPresent() ? Optional.of((int) changes.getAsLong()) : Optional.empty(),
            Optional.empty());
      }
      case PLAN_REOPEN -> new OpenAndReturn(stations(body));
      default -> throw new IllegalArgumentException(kind + " plans nothing");
    };
  }

  private Command propose(Fields body) throws WireFault {
    var request =
        new Request(
            cause(body.object("cause")),
            (int) body.maybeWhole("others", 0, Request.OTHERS_MAX).orElse(0),
            body.yesNo("nextToo"));
    return new ProposePlan(new ProposalId(id), request, body.yesNo("automatic"), Optional.empty());
  }

  private static Cause cause(Fields body) throws WireFault {
    var cause =
        switch (body.oneOf("of", List.of(Of.values()))) {
          case STATION -> new Cause.OfStation(body.id("station", StationId::new));
          case ADULT ->
              new Cause.OfAdult(
                  body.id("adult", PersonId::new), Instant.ofEpochMilli(body.whole("fromMs")));
          case STUDENT -> new Cause.OfStudent(body.id("student", PersonId::new));
          case DAY -> new Cause.OfDay();
        };
    body.end();
    return cause;
  }

  private static List<StationId> stations(Fields body) throws WireFault {
    return body.ids("stations", STATIONS_MAX, StationId::new);
  }

  private static ProposalId proposal(Fields body) throws WireFault {
    return body.id("proposal", ProposalId::new);
  }
}

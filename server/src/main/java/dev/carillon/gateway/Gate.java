package dev.carillon.gateway;

import dev.carillon.access.Act;
import dev.carillon.access.Authority;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.FinishItem;
import dev.carillon.floor.Command.SayPrepared;
import dev.carillon.floor.Refusal;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import dev.carillon.wire.ClientFrame.Ask;
import java.util.Optional;

/// Asks the authority table before a command reaches a desk. Whose room or claim something is, only
/// the floor knows; it refuses that itself.
final class Gate {
  private Gate() {}

  /// Empty = let it pass.
  static Optional<Refusal> denies(Ask ask, PersonId who, Role role, boolean isDemo) {
    var relation = Act.of(ask.kind().word()).flatMap(act -> Authority.relation(role, act));
    if (relation.isEmpty()) {
      return Optional.of(Refusal.NOT_YOURS_TO_DO);
    }
    return switch (relation.get()) {
      case OWN -> isOwn(ask, who) ? Optional.empty() : Optional.of(Refusal.NOT_YOURS_TO_DO);
      case DEMO -> isDemo ? Optional.empty() : Optional.of(Refusal.DEMO_ONLY);
      case HELD, ROOMS, TEAM, MENTEES, ANY -> Optional.empty();
    };
  }

  /// Of what a student may do to herself, few commands name somebody.
  private static boolean isOwn(Ask ask, PersonId who) {
    return switch (ask.command()) {
      case AskForHelp(_, var student, _, _) -> student.equals(who);
      case SayPrepared(var student, _) -> student.equals(who);
      case FinishItem(var student, _, _) -> student.equals(who);
      case Command _ -> true;
    };
  }
}

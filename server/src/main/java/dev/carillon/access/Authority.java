package dev.carillon.access;

import static dev.carillon.access.Authority.Relation.ANY;
import static dev.carillon.access.Authority.Relation.DEMO;
import static dev.carillon.access.Authority.Relation.HELD;
import static dev.carillon.access.Authority.Relation.MENTEES;
import static dev.carillon.access.Authority.Relation.OWN;
import static dev.carillon.access.Authority.Relation.ROOMS;
import static dev.carillon.access.Authority.Relation.TEAM;
import static dev.carillon.school.Role.ADMINISTRATOR;
import static dev.carillon.school.Role.BOARD;
import static dev.carillon.school.Role.LEADER;
import static dev.carillon.school.Role.PARAPROFESSIONAL;
import static dev.carillon.school.Role.STUDENT;
import static dev.carillon.school.Role.TEACHER;

import dev.carillon.school.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who may do what, to whom: the one table of it. What does not stand here is denied.
///
/// The gateway asks it before anything reaches a desk; the floor refuses by its own rules again, as
/// it alone knows whose room or claim something is. `docs/authority.md` is printed from it.
public final class Authority {
  /// The roles people and devices have, in the order of the table.
  static final List<Role> ROLES =
      List.of(STUDENT, PARAPROFESSIONAL, TEACHER, LEADER, ADMINISTRATOR, BOARD);

  private static final Map<Act, Map<Role, Relation>> TABLE = new EnumMap<>(Act.class);

  static {
    allow(Act.OPEN_STUDENT, OWN, STUDENT);
    allow(Act.OPEN_HELPER, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.OPEN_LEADER, ANY, LEADER, ADMINISTRATOR);
    allow(Act.OPEN_BOARD, ANY, BOARD, LEADER, ADMINISTRATOR);

    allow(Act.HELP_ASK, OWN, STUDENT);
    allow(Act.HELP_ASK, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_CANCEL, OWN, STUDENT);
    allow(Act.HELP_CLAIM, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_NEXT, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_ARRIVED, HELD, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_RELEASE, HELD, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_RELEASE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HELP_DONE, OWN, STUDENT);
    allow(Act.HELP_DONE, HELD, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_DONE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HELP_TRYING, OWN, STUDENT);
    allow(Act.HELP_HERE, OWN, STUDENT);
    allow(Act.HELP_STUCK, OWN, STUDENT);
    allow(Act.HELP_REOPEN, OWN, STUDENT);
    allow(Act.HELP_UNDO, OWN, STUDENT);
    allow(Act.HELP_UNDO, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_UNDO, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HELP_GROUP, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_TELL, OWN, STUDENT);
    allow(Act.HELP_DECLINE, OWN, STUDENT);
    allow(Act.HELP_NOTED, OWN, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_RENEW, HELD, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_RENEW, HELD, LEADER, ADMINISTRATOR);
    allow(Act.HELP_NOT_HERE, HELD, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_NOT_HERE, HELD, LEADER, ADMINISTRATOR);
    allow(Act.HELP_HOLD, HELD, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_HOLD, HELD, LEADER, ADMINISTRATOR);
    allow(Act.HELP_KEEP, HELD, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_KEEP, HELD, LEADER, ADMINISTRATOR);
    allow(Act.HELP_DONE_ALL, HELD, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_DONE_ALL, HELD, LEADER, ADMINISTRATOR);
    allow(Act.HELP_ARRIVED, HELD, LEADER, ADMINISTRATOR);
    allow(Act.HELP_HAND_OFF, HELD, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_HAND_OFF, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HELP_TAKE_OVER, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_TAKE_OVER, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HELP_DISMISS, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_DISMISS, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HELP_LOWER, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_LOWER, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HELP_PIN, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_PIN, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HELP_AT_BELL, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_AT_BELL, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HELP_CLEAR, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HELP_UNCLEAR, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HELP_TELL_WAIT, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.HELP_TELL_WAIT, ANY, LEADER, ADMINISTRATOR);
    allow(Act.FLEX_JOIN, OWN, STUDENT);
    allow(Act.FLEX_LEAVE, OWN, STUDENT);
    allow(Act.FLEX_ACCEPT, OWN, STUDENT);
    allow(Act.FLEX_PASS, OWN, STUDENT);
    allow(Act.UNLOCK_ASK, OWN, STUDENT);
    allow(Act.UNLOCK_APPROVE, TEAM, TEACHER);
    allow(Act.UNLOCK_REFUSE, TEAM, TEACHER);
    allow(Act.UNLOCK_UNDO, TEAM, TEACHER);
    allow(Act.UNLOCK_OPEN, OWN, STUDENT);
    allow(Act.UNLOCK_SUBMIT, OWN, STUDENT);
    allow(Act.GOAL_SET, OWN, STUDENT);
    allow(Act.REFLECTION_WRITE, OWN, STUDENT);
    allow(Act.MENTOR_MET, MENTEES, PARAPROFESSIONAL, TEACHER);
    allow(Act.PREPARED_SET, OWN, STUDENT);
    allow(Act.PREPARED_SET, TEAM, TEACHER);
    allow(Act.BADGE_AWARD, TEAM, PARAPROFESSIONAL, TEACHER);
    allow(Act.BADGE_AWARD, ANY, LEADER, ADMINISTRATOR);
    allow(Act.LEARNING_FINISH, OWN, STUDENT);
    allow(Act.LEARNING_FINISH, TEAM, TEACHER);
    allow(Act.HINT_DISMISS, ROOMS, PARAPROFESSIONAL, TEACHER);

    allow(Act.MESSAGE_SEND, ANY, PARAPROFESSIONAL, TEACHER, LEADER, ADMINISTRATOR);
    allow(Act.MESSAGE_READ, OWN, PARAPROFESSIONAL, TEACHER, LEADER, ADMINISTRATOR);
    allow(Act.MESSAGE_WITHDRAW, OWN, PARAPROFESSIONAL, TEACHER);
    allow(Act.MESSAGE_WITHDRAW, ANY, LEADER, ADMINISTRATOR);

    allow(Act.DUTY_START, OWN, PARAPROFESSIONAL, TEACHER);
    allow(Act.DUTY_END, OWN, PARAPROFESSIONAL, TEACHER);
    allow(Act.DUTY_AWAY, OWN, PARAPROFESSIONAL, TEACHER);
    allow(Act.DUTY_SEND, ANY, LEADER, ADMINISTRATOR);
    allow(Act.DUTY_RETURN, ANY, LEADER, ADMINISTRATOR);

    allow(Act.ARRIVAL_REPORT, OWN, STUDENT);
    allow(Act.ARRIVAL_MARK, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.ARRIVAL_MARK, ANY, LEADER, ADMINISTRATOR);
    allow(Act.ARRIVAL_ALL_HERE, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.ARRIVAL_ALL_HERE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.PROMPT_ACK, OWN, STUDENT);
    allow(Act.PLACE_RETARGET, ROOMS, TEACHER);
    allow(Act.PLACE_RETARGET, ANY, LEADER, ADMINISTRATOR);
    allow(Act.PLACE_MOVE_SCHEDULE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.CALL_UP, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.CALL_UP, ANY, LEADER, ADMINISTRATOR);
    allow(Act.CALL_END, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.CALL_END, ANY, LEADER, ADMINISTRATOR);
    allow(Act.STAY_ALLOW, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.STAY_ALLOW, ANY, LEADER, ADMINISTRATOR);
    allow(Act.STAY_END, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.STAY_END, ANY, LEADER, ADMINISTRATOR);
    allow(Act.STAY_CLASS, ROOMS, TEACHER);
    allow(Act.STAY_CLASS, ANY, LEADER, ADMINISTRATOR);
    allow(Act.AWAY_START, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.AWAY_START, ANY, LEADER, ADMINISTRATOR);
    allow(Act.AWAY_END, ROOMS, PARAPROFESSIONAL, TEACHER);
    allow(Act.AWAY_END, ANY, LEADER, ADMINISTRATOR);
    allow(Act.CHOICE_TAKE, OWN, STUDENT);
    allow(Act.CHANGE_ACK, OWN, STUDENT);
    allow(Act.STATION_CLOSE, ROOMS, TEACHER);
    allow(Act.STATION_CLOSE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.STATION_OPEN, ROOMS, TEACHER);
    allow(Act.STATION_OPEN, ANY, LEADER, ADMINISTRATOR);
    allow(Act.ROTATION_MERGE, ROOMS, TEACHER);
    allow(Act.ROTATION_MERGE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.ROTATION_UNMERGE, ROOMS, TEACHER);
    allow(Act.ROTATION_UNMERGE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.ROTATION_REBALANCE, ROOMS, TEACHER);
    allow(Act.ROTATION_REBALANCE, ANY, LEADER, ADMINISTRATOR);

    allow(Act.PLAN_PROPOSE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.PLAN_ACCEPT, ANY, LEADER, ADMINISTRATOR);
    allow(Act.PLAN_REJECT, ANY, LEADER, ADMINISTRATOR);
    allow(Act.PLAN_CLOSE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.PLAN_REOPEN, ANY, LEADER, ADMINISTRATOR);

    allow(Act.TIMELINE_PAUSE, ROOMS, TEACHER);
    allow(Act.TIMELINE_PAUSE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_RESUME, ROOMS, TEACHER);
    allow(Act.TIMELINE_RESUME, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_CATCH_UP, ROOMS, TEACHER);
    allow(Act.TIMELINE_CATCH_UP, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_HOLD, ROOMS, TEACHER);
    allow(Act.TIMELINE_HOLD, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_RELEASE, ROOMS, TEACHER);
    allow(Act.TIMELINE_RELEASE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_EXTEND, ROOMS, TEACHER);
    allow(Act.TIMELINE_EXTEND, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_TRIM, ROOMS, TEACHER);
    allow(Act.TIMELINE_TRIM, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_ADVANCE, ROOMS, TEACHER);
    allow(Act.TIMELINE_ADVANCE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_SKIP, ROOMS, TEACHER);
    allow(Act.TIMELINE_SKIP, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_INSERT, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_END_INSERT, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_SWITCH_DAY, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_UNDO, ROOMS, TEACHER);
    allow(Act.TIMELINE_UNDO, ANY, LEADER, ADMINISTRATOR);
    allow(Act.TIMELINE_RING, ROOMS, TEACHER);
    allow(Act.TIMELINE_RING, ANY, LEADER, ADMINISTRATOR);
    allow(Act.BELL_ALIGN, ANY, LEADER, ADMINISTRATOR);
    allow(Act.CLOCK_SPEED, DEMO, LEADER, ADMINISTRATOR);
    allow(Act.CLOCK_JUMP, DEMO, LEADER, ADMINISTRATOR);

    allow(Act.NAMES_ON_TAP, ANY, TEACHER, LEADER, ADMINISTRATOR);
    allow(Act.EVERYBODY, ANY, LEADER, ADMINISTRATOR);
    allow(Act.HEALTH, ANY, LEADER, ADMINISTRATOR);
    allow(Act.CALENDAR, ANY, LEADER, ADMINISTRATOR);
    allow(Act.DECIDE_DATE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.SIGNALS_ASIDE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.REPLAY, ANY, LEADER, ADMINISTRATOR);
    allow(Act.STUDENT_DAY, ANY, LEADER, ADMINISTRATOR);
    allow(Act.PRINT_DAY, OWN, STUDENT);
    allow(Act.PRINT_DAY, ROOMS, TEACHER);
    allow(Act.PRINT_DAY, ANY, LEADER, ADMINISTRATOR);
    allow(Act.MAKE_LINK, ANY, ADMINISTRATOR);
    allow(Act.MAKE_BADGE, ANY, LEADER, ADMINISTRATOR);
    allow(Act.PRINT_BADGES, ANY, ADMINISTRATOR);
    allow(Act.PAIR_BOARD, ANY, LEADER, ADMINISTRATOR);
  }

  private Authority() {}

  /// To what somebody of a role may do it.
  public enum Relation {
    /// To herself and what is hers.
    OWN("herself"),
    /// To a request she has claimed.
    HELD("her claim"),
    /// To students and stations of the rooms she covers.
    ROOMS("her rooms"),
    /// To students of the rooms she covers, and those she is the mentor of.
    TEAM("her students"),
    /// To the students she is the mentor of.
    MENTEES("her mentees"),
    /// To everything of the school.
    ANY("the school"),
    /// To everything of a demo's floor.
    DEMO("a demo");

    private final String word;

    Relation(String word) {
      this.word = word;
    }
  }

  /// Empty = denied.
  public static Optional<Relation> relation(Role role, Act act) {
    return Optional.ofNullable(TABLE.getOrDefault(act, Map.of()).get(role));
  }

  public static boolean allows(Role role, Act act) {
    return relation(role, act).isPresent();
  }

  /// The table as `docs/authority.md` shows it.
  static String print() {
    var page = new StringBuilder("| Act |");
    ROLES.forEach(role -> page.append(' ').append(role.word()).append(" |"));
    page.append("\n|---|").append("---|".repeat(ROLES.size())).append('\n');
    for (var act : Act.values()) {
      page.append("| `").append(act.word()).append("` |");
      for (var role : ROLES) {
        page.append(' ').append(relation(role, act).map(it -> it.word).orElse("–")).append(" |");
      }
      page.append('\n');
    }
    return page.toString();
  }

  private static void allow(Act act, Relation relation, Role... roles) {
    for (var role : roles) {
      var before = TABLE.computeIfAbsent(act, _ -> new EnumMap<>(Role.class)).put(role, relation);
      if (before != null) {
        throw new IllegalStateException(role + " stands twice at " + act);
      }
    }
  }
}

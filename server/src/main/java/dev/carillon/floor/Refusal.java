package dev.carillon.floor;

import java.util.Locale;

/// Why a command was not accepted. Numbers are never reused; `docs/protocol.md` has the table.
public enum Refusal {
  NOT_YOURS_TO_DO(2001, false),
  DAY_OVER(2002, false),
  WRONG_DAY(2003, false),
  BUSY(2004, true),
  ID_REUSED(2005, false),
  STALE_VERSION(2006, false),
  PERSON_UNKNOWN(2007, false),
  STATION_UNKNOWN(2008, false),
  NOT_SAVED(2009, true),
  NOT_YOUR_ROOM(2010, false),
  DEMO_ONLY(2011, false),
  DAY_BEGUN(2012, false),
  SCHEDULE_UNKNOWN(2101, false),
  SCHEDULE_NOT_RUNNING(2102, false),
  NO_SLACK(2103, false),
  TOO_SOON(2104, false),
  SCHEDULE_PAUSED(2105, false),
  SCHEDULE_HELD(2106, false),
  SCHEDULE_INSERTED(2107, false),
  CONSENT_NEEDED(2108, false),
  BLOCK_UNKNOWN(2109, false),
  BLOCK_FIXED(2110, false),
  DAY_TYPE_UNKNOWN(2111, false),
  NOTHING_TO_UNDO(2112, false),
  UNDO_TOO_LATE(2113, false),
  SCOPE_EMPTY(2114, false),
  NO_BELL_NEAR(2115, false),
  NEXT_HAS_RUNG(2116, false),
  NO_STOP_NOW(2201, false),
  STUDENT_UNKNOWN(2202, false),
  STATION_FULL(2203, false),
  STATION_CLOSED(2204, false),
  BETTER_APART(2205, false),
  CALLED_ALREADY(2206, false),
  CALL_UNKNOWN(2207, false),
  NOT_A_CHOICE(2208, false),
  BLOCK_OVER(2209, false),
  NOBODY_NAMED(2210, false),
  NO_EXTRA_TIME(2211, false),
  NO_TURN_LEFT(2212, false),
  NOT_IN_TURNS(2213, false),
  JOINED_ALREADY(2214, false),
  OVER_ENOUGH(2215, false),
  PROPOSAL_UNKNOWN(2221, false),
  PROPOSAL_OUTDATED(2222, false),
  TOO_MANY_PROPOSALS(2223, false),
  HELP_UNKNOWN(2301, false),
  HELP_ALREADY_CLAIMED(2302, false),
  SLOT_TAKEN(2303, false),
  LINE_EMPTY(2304, false),
  NOT_ON_DUTY(2305, false),
  STALE_CLAIM(2306, false),
  HELP_OVER(2307, false),
  TOO_MANY_ASKS(2308, true),
  HELP_NOT_NOW(2309, false),
  TEXT_NOT_ALLOWED(2310, false),
  NOT_CLAIMED(2311, false),
  HELP_ELSEWHERE(2312, false),
  TRY_FIRST(2313, true),
  HELP_UNDO_OVER(2314, false),
  NEWER_REQUEST(2315, false),
  REOPEN_OVER(2316, false),
  FOR_SOMEBODY_ELSE(2317, false),
  HELPER_NOT_ON_DUTY(2318, false),
  OWNER_PRESENT(2319, false),
  LINE_CHANGED(2320, false),
  HELD_ENOUGH(2321, false),
  NOT_URGENT(2322, false),
  FINISH_FIRST(2323, false),
  NOTHING_FITS(2324, false),
  HELPER_AWAY(2325, false),
  NOT_TO_BE_DISTURBED(2326, false),
  NOTHING_AT_BELL(2327, false),
  NOT_A_WALK_IN(2401, false),
  FLEX_NOT_NOW(2402, false),
  NO_OFFER(2403, false),
  ASSESSMENT_UNKNOWN(2411, false),
  UNLOCK_UNKNOWN(2412, false),
  UNLOCK_ANSWERED(2413, false),
  UNLOCK_NOT_APPROVED(2414, false),
  UNLOCK_NOT_NOW(2415, false),
  UNLOCK_OVER(2416, false),
  NOT_YOUR_STUDENT(2421, false),
  NO_GOALS_NOW(2422, false),
  CHOICE_UNKNOWN(2423, false),
  SAID_BY_STAFF(2424, false),
  BADGE_UNKNOWN(2425, false),
  ITEM_UNKNOWN(2426, false),
  NO_LESSON(2427, false),
  TOO_MANY_MESSAGES(2501, true),
  NOBODY_TO_READ(2502, false),
  TOO_MANY_SET_ASIDE(2601, false);

  private final int number;
  private final boolean retry;

  Refusal(int number, boolean retry) {
    this.number = number;
    this.retry = retry;
  }

  public int number() {
    return number;
  }

  /// Whether the same command may succeed when it is sent again with the same id.
  public boolean isWorthTryingAgain() {
    return retry;
  }

  /// The text key on the wire: `help-already-claimed`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.carillon.wire;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every command a device may send, by its word on the wire.
public enum CommandKind {
  HELP_ASK("help.ask"),
  HELP_CANCEL("help.cancel"),
  HELP_CLAIM("help.claim"),
  HELP_NEXT("help.next"),
  HELP_ARRIVED("help.arrived"),
  HELP_RELEASE("help.release"),
  HELP_DONE("help.done"),
  HELP_TELL("help.tell"),
  HELP_TRYING("help.trying"),
  HELP_HERE("help.here"),
  HELP_STUCK("help.stuck"),
  HELP_REOPEN("help.reopen"),
  HELP_UNDO("help.undo"),
  HELP_GROUP("help.group"),
  HELP_DECLINE("help.decline"),
  HELP_NOTED("help.noted"),
  HELP_RENEW("help.renew"),
  HELP_NOT_HERE("help.not-here"),
  HELP_HOLD("help.hold"),
  HELP_HAND_OFF("help.hand-off"),
  HELP_TAKE_OVER("help.take-over"),
  HELP_KEEP("help.keep"),
  HELP_DONE_ALL("help.done-all"),
  HELP_DISMISS("help.dismiss"),
  HELP_LOWER("help.lower"),
  HELP_PIN("help.pin"),
  HELP_AT_BELL("help.at-bell"),
  HELP_CLEAR("help.clear"),
  HELP_UNCLEAR("help.unclear"),
  HELP_TELL_WAIT("help.tell-wait"),
  FLEX_JOIN("flex.join"),
  FLEX_LEAVE("flex.leave"),
  FLEX_ACCEPT("flex.accept"),
  FLEX_PASS("flex.pass"),
  UNLOCK_ASK("unlock.ask"),
  UNLOCK_APPROVE("unlock.approve"),
  UNLOCK_REFUSE("unlock.refuse"),
  UNLOCK_UNDO("unlock.undo"),
  UNLOCK_OPEN("unlock.open"),
  UNLOCK_SUBMIT("unlock.submit"),
  GOAL_SET("goal.set"),
  REFLECTION_WRITE("reflection.write"),
  MENTOR_MET("mentor.met"),
  PREPARED_SET("prepared.set"),
  BADGE_AWARD("badge.award"),
  LEARNING_FINISH("learning.finish"),
  HINT_DISMISS("hint.dismiss"),
  MESSAGE_SEND("message.send"),
  MESSAGE_READ("message.read"),
  MESSAGE_WITHDRAW("message.withdraw"),
  DUTY_START("duty.start"),
  DUTY_END("duty.end"),
  DUTY_AWAY("duty.away"),
  DUTY_SEND("duty.send"),
  DUTY_RETURN("duty.return"),
  ARRIVAL_REPORT("arrival.report"),
  ARRIVAL_MARK("arrival.mark"),
  ARRIVAL_ALL_HERE("arrival.all-here"),
  PROMPT_ACK("prompt.ack"),
  PLACE_RETARGET("place.retarget"),
  PLACE_MOVE_SCHEDULE("place.move-schedule"),
  CALL_UP("call.up"),
  CALL_END("call.end"),
  STAY_ALLOW("stay.allow"),
  STAY_END("stay.end"),
  STAY_CLASS("stay.class"),
  AWAY_START("away.start"),
  AWAY_END("away.end"),
  CHOICE_TAKE("choice.take"),
  CHANGE_ACK("change.ack"),
  STATION_CLOSE("station.close"),
  STATION_OPEN("station.open"),
  PLAN_PROPOSE("plan.propose"),
  PLAN_ACCEPT("plan.accept"),
  PLAN_REJECT("plan.reject"),
  PLAN_CLOSE("plan.close"),
  PLAN_REOPEN("plan.reopen"),
  ROTATION_MERGE("rotation.merge"),
  ROTATION_UNMERGE("rotation.unmerge"),
  ROTATION_REBALANCE("rotation.rebalance"),
  TIMELINE_PAUSE("timeline.pause"),
  TIMELINE_RESUME("timeline.resume"),
  TIMELINE_CATCH_UP("timeline.catch-up"),
  TIMELINE_HOLD("timeline.hold"),
  TIMELINE_RELEASE("timeline.release"),
  TIMELINE_EXTEND("timeline.extend"),
  TIMELINE_TRIM("timeline.trim"),
  TIMELINE_ADVANCE("timeline.advance"),
  TIMELINE_SKIP("timeline.skip"),
  TIMELINE_INSERT("timeline.insert"),
  TIMELINE_END_INSERT("timeline.end-insert"),
  TIMELINE_SWITCH_DAY("timeline.switch-day"),
  TIMELINE_UNDO("timeline.undo"),
  TIMELINE_RING("timeline.ring"),
  BELL_ALIGN("bell.align"),
  CLOCK_SPEED("clock.speed"),
  CLOCK_JUMP("clock.jump");

  private static final Map<String, CommandKind> BY_WORD =
      Stream.of(values()).collect(Collectors.toMap(CommandKind::word, Function.identity()));

  private final String word;

  CommandKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static Optional<CommandKind> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}

package dev.carillon.floor;

import dev.carillon.floor.HelpRequest.Lane;
import java.time.Duration;

/// After how long a request that nobody takes is told to more people.
///
/// Level 1: it shows as late. Level 2: helpers of neighbouring rooms may take it. Level 3: the
/// leader is told. An urgent one begins at level 1, the leader hears of it at level 2, and at level
/// 3 everybody on duty in the school may take it.
public record HelpAlarms(Floor floor) {
  /// Whether a call is the leader's by now.
  public static boolean isLeaders(HelpRequest request) {
    int level = request.standing().watch().level();
    return level >= (isUrgent(request) ? HelpReach.NEIGHBOURS : HelpReach.LAST);
  }

  public static boolean isUrgent(HelpRequest request) {
    return request.standing().turn().lane() == Lane.URGENT;
  }

  Duration after(HelpRequest request, int level) {
    var alarms = floor.school().rules().help().alarms();
    boolean isUrgent = isUrgent(request);
    return switch (level) {
      case 1 -> isUrgent ? Duration.ZERO : alarms.late();
      case HelpReach.NEIGHBOURS -> isUrgent ? alarms.urgentLeaderAfter() : alarms.neighboursAfter();
      default ->
          isUrgent ? alarms.urgentEverybodyAfter() : request.standing().watch().leaderAfter();
    };
  }
}

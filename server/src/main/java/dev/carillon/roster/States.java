package dev.carillon.roster;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The zone in which most schools of a US state are. Some states have two, so it is a guess to be
/// confirmed.
final class States {
  private static final Map<String, String> ZONES = new HashMap<>();

  static {
    put("America/New_York", "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV");
    put("America/Chicago", "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI");
    put("America/Denver", "CO ID MT NM UT WY");
    put("America/Phoenix", "AZ");
    put("America/Los_Angeles", "CA NV OR WA");
    put("America/Anchorage", "AK");
    put("Pacific/Honolulu", "HI");
    put("America/Puerto_Rico", "PR VI");
  }

  private States() {}

  /// Empty when the state is not known.
  static String zone(String state) {
    return ZONES.getOrDefault(state.toUpperCase(Locale.ROOT), "");
  }

  private static void put(String zone, String states) {
    for (var state : states.split(" ", -1)) {
      ZONES.put(state, zone);
    }
  }
}

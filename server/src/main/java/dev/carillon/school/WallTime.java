package dev.carillon.school;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// A time on the school's wall, counted from midnight of the service date: an evening block may end
/// at 24:45, which is a quarter to one on the next morning.
///
/// @param second seconds of the wall, not elapsed ones, from 0 to 48 hours
public record WallTime(int second) implements Comparable<WallTime> {
  private static final int DAY_SECONDS = 86_400;

  /// A service date reaches at most to the end of the following night.
  private static final int SECOND_MAX = 2 * DAY_SECONDS;

  private static final Pattern TEXT = Pattern.compile("(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?");

  public WallTime {
    if (second < 0 || second > SECOND_MAX) {
      throw new IllegalArgumentException("a wall time is within two days, not " + second + " s");
    }
  }

  public static WallTime of(int hour, int minute) {
    return new WallTime(hour * 3_600 + minute * 60);
  }

  /// Reads `8:05`, `08:05`, `08:05:30` or `24:45`; empty for anything else.
  public static Optional<WallTime> parse(String text) {
    var match = TEXT.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    int seconds = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
    int second =
        Integer.parseInt(match.group(1)) * 3_600 + Integer.parseInt(match.group(2)) * 60 + seconds;
    return second > SECOND_MAX ? Optional.empty() : Optional.of(new WallTime(second));
  }

  /// The instant of this time on a service date. A time in the hour that spring takes away moves
  /// forward by that hour; of the hour that autumn repeats it is the first pass.
  public Instant on(LocalDate service, ZoneId zone) {
    return dateOf(service).atTime(time()).atZone(zone).toInstant();
  }

  /// The calendar date on which this time falls for a service date.
  public LocalDate dateOf(LocalDate service) {
    return service.plusDays(second / DAY_SECONDS);
  }

  /// What the clock on the wall shows.
  public LocalTime time() {
    return LocalTime.ofSecondOfDay(second % DAY_SECONDS);
  }

  @Override
  public int compareTo(WallTime other) {
    return Integer.compare(second, other.second);
  }

  @Override
  public String toString() {
    int rest = second % 60;
    var minutes = "%02d:%02d".formatted(second / 3_600, second / 60 % 60);
    return rest == 0 ? minutes : minutes + ":%02d".formatted(rest);
  }
}

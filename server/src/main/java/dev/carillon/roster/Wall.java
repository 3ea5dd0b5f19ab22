package dev.carillon.roster;

import dev.carillon.school.BlockTemplate;
import dev.carillon.school.BlockTemplate.When;
import java.time.Duration;

/// Block templates on a plain day without a change of clocks, in seconds since its midnight.
final class Wall {
  private static final int DAY_SECONDS = 86_400;

  private Wall() {}

  static int start(BlockTemplate block, int before) {
    return switch (block.when()) {
      case When.Between(var start, _) -> start.second();
      case When.From(var start, _) -> start.second();
      case When.Then _ -> before;
    };
  }

  static int end(BlockTemplate block, int start) {
    return switch (block.when()) {
      case When.Between(_, var end) -> end.second();
      case When.From(_, var length) -> start + seconds(length);
      case When.Then(var length) -> start + seconds(length);
    };
  }

  static String text(int second) {
    return "%02d:%02d".formatted(second / 3_600, second / 60 % 60);
  }

  private static int seconds(Duration length) {
    return Math.toIntExact(Math.min(length.toSeconds(), DAY_SECONDS));
  }
}

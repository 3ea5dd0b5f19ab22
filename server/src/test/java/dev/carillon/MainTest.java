package dev.carillon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MainTest {
  @Test
  void the_command_line_says_what_it_is_for() {
    assertThat(Main.commandLine().getUsageMessage()).contains("schools whose students rotate");
  }
}

package dev.carillon.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LoadMainTest {
  @Test
  void the_whole_command_line_keeps_the_name_of_the_server() {
    assertThat(LoadMain.commandLine().getCommandName()).isEqualTo("carillon");
  }
}

package dev.carillon.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.school.Role;
import dev.carillon.wire.CommandKind;
import dev.carillon.wire.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The one table of who may do what.
final class AuthorityTest {
  @Test
  void every_command_and_screen_stands_in_the_table() {
    for (var kind : CommandKind.values()) {
      assertThat(Act.of(kind.word())).as(kind.word()).isPresent();
    }
    for (var screen : Screen.values()) {
      assertThat(Act.opening(screen.word())).as(screen.word()).isPresent();
    }
  }

  @Test
  void boards_may_look_and_nothing_else_and_time_has_no_rights_here() {
    for (var act : Act.values()) {
      assertThat(Authority.allows(Role.BOARD, act)).isEqualTo(act == Act.OPEN_BOARD);
      assertThat(Authority.allows(Role.SYSTEM, act)).isFalse();
    }
  }

  @Test
  void students_act_for_themselves_only() {
    for (var act : Act.values()) {
      assertThat(Authority.relation(Role.STUDENT, act).orElse(Authority.Relation.OWN))
          .isEqualTo(Authority.Relation.OWN);
    }
  }

  @Test
  void the_page_shows_the_table_as_it_is() throws IOException {
    assertThat(Files.readString(Path.of("../docs/authority.md"))).contains(Authority.print());
  }
}

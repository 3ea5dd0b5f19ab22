package dev.carillon.roster;

import static dev.carillon.roster.Juniper.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `check` says of turns inside blocks and of overlays.
class TurnsChecksTest {
  private static final String TURNS =
      "local-rotations: [{id: t, room: hall, schedule: main, blocks: [b1], groups: [owls],"
          + " stations: [hall]}]\n";

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void write_a_small_school() throws IOException {
    folder = Juniper.write(parent);
  }

  @Test
  void turns_and_overlays_that_fit_are_read() throws IOException {
    assertThat(told(TURNS + overlay("o", "b2"))).isEmpty();
  }

  @Test
  void unknown_blocks_are_told() throws IOException {
    assertThat(told(TURNS.replace("[b1]", "[b9]"))).anyMatch(it -> it.contains("block `b9`"));
    assertThat(told(overlay("o", "b9"))).anyMatch(it -> it.contains("block `b9`"));
  }

  @Test
  void turns_longer_than_their_block_are_told() throws IOException {
    assertThat(told(TURNS.replace("groups:", "turn: 50m, groups:")))
        .anyMatch(it -> it.contains("turns of"));
  }

  @Test
  void a_group_in_two_local_rotations_at_once_is_told() throws IOException {
    var twice =
        TURNS.replace("]}]", "]}, " + TURNS.substring(18).strip().replace("id: t", "id: u"));
    assertThat(told(twice.replace("[{id: u", "{id: u")))
        .anyMatch(it -> it.contains("group `owls` in `b1`, as in `t`"));
  }

  @Test
  void a_student_in_two_overlays_at_once_is_told() throws IOException {
    var two = overlay("o", "b2") + overlay("p", "b2").replace("overlays:\n", "");
    assertThat(told(two)).anyMatch(it -> it.contains("in `b2`, as in `o`"));
  }

  @Test
  void an_overlay_that_is_never_held_is_told() throws IOException {
    assertThat(told(overlay("o", "b2").replace("days: [monday], ", "")))
        .anyMatch(it -> it.contains("no days"));
  }

  @Test
  void an_adult_of_turns_and_of_another_schedule_at_one_time_is_told_d28() throws IOException {
    var two =
        SCHOOL
            .replace(
                "rooms:\n",
                """
                rooms:
                  den:
                    name: Den
                    outline: {x: 30, y: 0, w: 5, h: 5}
                    stations:
                      den: {kind: table, hard: 9, adults: [abel]}
                """)
            .replace("hard: 3", "hard: 3\n        adults: [abel]")
            .replace(
                "    schedules:\n",
                """
                    schedules:
                      late:
                        blocks:
                          - {id: l1, start: 08:10, length: 30m}
                """);
    var turns =
        "local-rotations: [{id: t, room: den, schedule: late, blocks: [l1], groups: [],"
            + " stations: [den]}]\n";

    assertThat(toldOf(two + turns))
        .anyMatch(it -> it.startsWith("staff.csv:2 Abel Ortiz is at ") && it.contains("08:10"));
  }

  @Test
  void turns_in_no_block_of_nobody_or_nowhere_are_told() throws IOException {
    assertThat(told(TURNS.replace("[b1]", "[]"))).anyMatch(it -> it.contains("no blocks"));
    assertThat(told(TURNS.replace("[owls]", "[]"))).anyMatch(it -> it.contains("no groups"));
    assertThat(told(TURNS.replace("[hall]", "[]"))).anyMatch(it -> it.contains("no stations"));
  }

  @Test
  void students_of_another_schedule_who_would_have_no_turns_are_told() throws IOException {
    Files.writeString(
        folder.resolve("students.csv"),
        Juniper.STUDENTS
            .replace("seat\n", "seat,schedule\n")
            .replace(",1\n", ",1,main\n")
            .replace(",2\n", ",2,late\n"));
    var late =
        SCHOOL.replace(
            "    schedules:\n",
            "    schedules:\n      late: {blocks: [{id: l1, start: 08:10, length: 30m}]}\n");

    assertThat(toldOf(late + TURNS))
        .anyMatch(it -> it.contains("1 of group `owls` (Jun P. first) in `late`"));
  }

  @Test
  void two_local_rotations_of_one_id_are_told() throws IOException {
    var second = TURNS.substring(TURNS.indexOf('{')).replace("[b1]", "[b2]");

    assertThat(told(TURNS.replace("}]", "}, ").strip() + " " + second))
        .contains("school.yaml:26 `t` a second time");
  }

  @Test
  void two_overlays_of_one_id_are_told() throws IOException {
    assertThat(told(overlay("o", "b1") + overlay("o", "b2").replace("overlays:\n", "")))
        .contains("school.yaml:28 `o` a second time");
  }

  @Test
  void an_overlay_is_for_students_and_lasts_some_time() throws IOException {
    assertThat(told(overlay("o", "b2").replace("[mira]", "[abel]")))
        .contains("school.yaml:27 `abel`");
    assertThat(told(overlay("o", "b2").replace("days:", "service-minutes: -5, days:")))
        .contains("school.yaml:27 `-5`");
  }

  @Test
  void names_that_are_too_long_together_are_told() throws IOException {
    var room = "r".repeat(60);
    var block = "b".repeat(60);
    var school = SCHOOL.replace("  hall:\n    name: Hall", "  " + room + ":\n    name: Hall");

    assertThat(
            toldOf(
                school.replace("b1", block)
                    + TURNS.replace("b1", block).replace("room: hall", "room: " + room)))
        .anyMatch(it -> it.contains("too long together"));
    assertThat(toldOf(SCHOOL.replace("b2", "b".repeat(90)) + overlay("o", "b".repeat(90))))
        .contains("school.yaml:23 `main` and `" + "b".repeat(90) + "` are too long together");
  }

  private static String overlay(String id, String block) {
    return "overlays:\n  - {id: %s, station: hall, students: [mira], days: [monday], %s}\n"
        .formatted(id, "schedule: main, block: " + block);
  }

  private List<String> told(String more) throws IOException {
    return toldOf(SCHOOL + more);
  }

  private List<String> toldOf(String text) throws IOException {
    Files.writeString(folder.resolve("school.yaml"), text);
    return Juniper.told(folder);
  }
}

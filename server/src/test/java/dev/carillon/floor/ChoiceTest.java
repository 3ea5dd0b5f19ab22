package dev.carillon.floor;

import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.LOOM;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.TARIQ;
import static dev.carillon.Fixtures.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.Retarget;
import dev.carillon.floor.Command.TakeChoice;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Playlist;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.School;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A student who may choose between two stations, while there is a seat.
@ExtendWith(KeptInLogs.class)
final class ChoiceTest {
  private static final TakeChoice LOOM_IN_B3 = new TakeChoice(block("b3"), LOOM);

  private final Scene day = new Scene(Floor.opened(opened()));

  /// Three of the four may weave instead of working clay in B3.
  private static DayOpened opened() {
    var places = Stream.of(MIRA, NOAH, TARIQ).map(student -> place(student)).toList();
    return new DayOpened(
        school(), Fixtures.day(), places, Carry.NOTHING, 1, false, Fixtures.at("07:30"));
  }

  private static Assignment place(PersonId student) {
    return new Assignment(
        student, block("b3"), CLAY, "", "Make a bowl", "craft", Source.PLAN, false);
  }

  private static School school() {
    var it = Fixtures.school();
    var craft = new Item("craft", "Make a bowl", "arts", new Want.OneOf(List.of(CLAY, LOOM)));
    Map<PersonId, Playlist> playlists =
        Stream.of(MIRA, NOAH, TARIQ)
            .collect(Collectors.toMap(id -> id, id -> new Playlist(id, List.of(craft))));
    return Changed.from(it).playlists(playlists).school();
  }

  @Test
  void whoever_may_choose_takes_the_other_station() {
    day.and(MIRA, "08:40", LOOM_IN_B3).until("09:10");
    var place = day.floor().assignmentNow(MIRA).orElseThrow();
    assertThat(place.station()).isEqualTo(LOOM);
    assertThat(place.source()).isEqualTo(Source.STUDENT_CHOICE);
    assertThat(place.item()).isEqualTo("craft");
    assertThat(day.floor().placing().changes()).as("she knows").isEmpty();
  }

  @Test
  void the_last_seat_is_given_once() {
    day.and(MIRA, "08:40:00", LOOM_IN_B3).and(NOAH, "08:40:00", LOOM_IN_B3);
    assertThat(day.isRefused(TARIQ, "08:40:00", LOOM_IN_B3)).isEqualTo(Refusal.STATION_FULL);
    day.and(MIRA, "08:41", new TakeChoice(block("b3"), CLAY)).and(TARIQ, "08:42", LOOM_IN_B3);
  }

  @Test
  void where_a_teacher_has_put_her_she_has_no_choice() {
    var moved =
        new Retarget(List.of(MIRA), Optional.empty(), CENTRE, Optional.of(block("b3")), false, "");
    day.and(LENA, "08:40", moved);
    assertThat(day.isRefused(MIRA, "08:41", LOOM_IN_B3)).isEqualTo(Refusal.NOT_A_CHOICE);
  }

  @Test
  void nobody_chooses_what_was_not_offered() {
    assertThat(day.isRefused(MIRA, "08:40", new TakeChoice(block("b3"), CENTRE)))
        .isEqualTo(Refusal.NOT_A_CHOICE);
    assertThat(day.isRefused(JUNE, "08:40", LOOM_IN_B3)).isEqualTo(Refusal.NOT_A_CHOICE);
    assertThat(day.isRefused(MIRA, "10:00", LOOM_IN_B3)).isEqualTo(Refusal.BLOCK_OVER);
  }
}

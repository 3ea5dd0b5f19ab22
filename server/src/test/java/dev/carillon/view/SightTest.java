package dev.carillon.view;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Station;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What several tables say in the same words.
final class SightTest {
  @Test
  void the_adults_of_a_station_fit_on_one_line_however_many_they_are() {
    assertThat(adults()).isEmpty();
    assertThat(adults(ROSA)).isEqualTo("Rosa");
    assertThat(adults(ROSA, ABEL)).isEqualTo("Rosa +1");
    assertThat(adults(ROSA, ABEL, PIA)).isEqualTo("Rosa +2");
  }

  private static String adults(PersonId... who) {
    var floor = Fixtures.floor();
    var memo = new Memo();
    return new Sight(floor, memo, memo.roll(floor)).adults(clay(List.of(who))).orElse("");
  }

  private static Station clay(List<PersonId> adults) {
    var clay = Objects.requireNonNull(Fixtures.school().stations().get(CLAY));
    return new Station(
        clay.id(),
        clay.room(),
        clay.name(),
        clay.activity(),
        clay.kind(),
        clay.badge(),
        clay.softCap(),
        clay.hardCap(),
        clay.place(),
        clay.seats(),
        adults,
        clay.terms());
  }
}

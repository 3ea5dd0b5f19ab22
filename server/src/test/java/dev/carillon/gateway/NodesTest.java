package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What several nodes see of one person's devices, put together. Grace: 20 seconds.
final class NodesTest {
  private final Presence presence = new Presence(Duration.ofSeconds(20));
  private final Nodes nodes = new Nodes(presence);

  @Test
  void one_of_two_tabs_closed_is_nobody_gone_whatever_nodes_they_were_at_b34() {
    nodes.joined(ABEL, "first tab");
    heardAt("08:10", 0, here(ABEL));
    nodes.left(ABEL, "first tab", Fixtures.at("08:11"), seconds(1));
    presence.pass(seconds(100));
    assertThat(presence.gone()).isEmpty();

    heardAt("08:12", 100, gone(ABEL, "08:12"));
    presence.pass(seconds(119));
    assertThat(presence.gone()).isEmpty();
    presence.pass(seconds(120));
    assertThat(presence.gone()).isEqualTo(Map.of(ABEL, Fixtures.at("08:12")));
  }

  @Test
  void a_student_who_goes_on_at_another_node_is_not_gone_at_the_first() {
    nodes.joined(MIRA, "tab");
    nodes.left(MIRA, "tab", Fixtures.at("08:11"), seconds(0));
    heardAt("08:11", 3, here(MIRA));
    presence.pass(seconds(60));
    assertThat(presence.gone()).isEmpty();
    assertThat(presence.version()).isZero();
    assertThat(nodes.isHere(MIRA)).isFalse();
  }

  @Test
  void a_node_that_falls_silent_takes_its_devices_with_it() {
    heardAt("08:10", 0, here(MIRA));
    nodes.heard(Map.of(), Fixtures.at("08:11"), seconds(10));
    presence.pass(seconds(29));
    assertThat(presence.gone()).isEmpty();
    presence.pass(seconds(30));
    assertThat(presence.lastSeen(MIRA)).contains(Fixtures.at("08:11"));
  }

  @Test
  void a_node_that_starts_learns_who_is_gone_and_believes_a_device_over_hearsay() {
    var both = Map.of("two", gone(MIRA, "08:05"), "three", here(ABEL), "four", gone(ABEL, "08:01"));
    nodes.heard(both, Fixtures.at("08:10"), seconds(0));
    presence.pass(seconds(20));
    assertThat(presence.gone()).isEqualTo(Map.of(MIRA, Fixtures.at("08:05")));
  }

  private void heardAt(String localTime, long afterSeconds, Sighting sighting) {
    nodes.heard(Map.of("two", sighting), Fixtures.at(localTime), seconds(afterSeconds));
  }

  private static Sighting here(PersonId who) {
    return new Sighting(Fixtures.DATE, Set.of(who), Map.of(), Map.of(), Map.of());
  }

  private static Sighting gone(PersonId who, String localTime) {
    Instant at = Fixtures.at(localTime);
    return new Sighting(Fixtures.DATE, Set.of(), Map.of(who, at), Map.of(), Map.of());
  }

  private static long seconds(long some) {
    return Duration.ofSeconds(some).toNanos();
  }
}

package dev.carillon.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.gateway.Await;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// Who gets in, for how long, and who does not.
final class DoorTest {
  private static final PersonId MIRA = new PersonId("mira");
  private static final PersonId ROSA = new PersonId("rosa");
  private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");

  private Instant now = Instant.parse("2026-09-14T15:00:00Z");
  private final InstantSource clock = () -> now;
  private final MemoryAccessStore store = new MemoryAccessStore(clock);
  private final Door door = new Door(store, clock, PHOENIX);

  @Test
  void a_link_is_good_once_and_not_for_long() {
    var link = Await.on(door.link(ROSA, Duration.ofMinutes(30)));
    assertThat(Await.on(door.enterByLink(link)).orElseThrow().who().person()).isEqualTo(ROSA);
    assertThat(Await.on(door.enterByLink(link))).isEmpty();
    var late = Await.on(door.link(ROSA, Duration.ofMinutes(30)));
    now = now.plus(Duration.ofMinutes(30));
    assertThat(Await.on(door.enterByLink(late))).isEmpty();
    assertThat(Await.on(door.enterByLink("guess"))).isEmpty();
  }

  @Test
  void a_demo_link_is_good_again_and_again() {
    var link = Await.on(door.reusableLink(ROSA, Duration.ofDays(1)));
    assertThat(Await.on(door.enterByLink(link))).isPresent();
    assertThat(Await.on(door.enterByLink(link))).isPresent();
  }

  @Test
  void a_badge_is_scanned_or_typed_and_the_one_before_is_void() {
    var badge = Await.on(door.badge(MIRA));
    assertThat(Await.on(door.enterByBadge(badge.token()))).isPresent();
    var typed =
        badge.code().substring(0, 4).toLowerCase(java.util.Locale.ROOT)
            + " "
            + badge.code().substring(4);
    assertThat(Await.on(door.enterByBadge(typed))).isPresent();
    var another = Await.on(door.badge(MIRA));
    assertThat(Await.on(door.enterByBadge(badge.token()))).isEmpty();
    assertThat(Await.on(door.enterByBadge(badge.code()))).isEmpty();
    assertThat(Await.on(door.enterByBadge(another.token()))).isPresent();
  }

  @Test
  void a_typed_code_ends_at_night_and_so_does_a_session() {
    var badge = Await.on(door.badge(MIRA));
    var entered = Await.on(door.enterByBadge(badge.code())).orElseThrow();
    assertThat(now.plus(entered.life()).atZone(PHOENIX).toLocalTime()).hasToString("03:00");
    now = now.plus(entered.life());
    assertThat(Await.on(door.who(entered.secret()))).isEmpty();
    assertThat(Await.on(door.enterByBadge(badge.code()))).isEmpty();
    assertThat(Await.on(door.enterByBadge(badge.token()))).isPresent();
  }

  @Test
  void a_ticket_is_spent_once_within_half_a_minute_while_its_session_is_open() {
    var mira = Await.on(door.enterByBadge(Await.on(door.badge(MIRA)).token())).orElseThrow().who();
    var ticket = Await.on(door.ticket(mira));
    assertThat(Await.on(door.spend(ticket))).contains(mira);
    assertThat(Await.on(door.spend(ticket))).isEmpty();
    var late = Await.on(door.ticket(mira));
    now = now.plus(Door.TICKET_LIFE);
    assertThat(Await.on(door.spend(late))).isEmpty();
    var orphan = Await.on(door.ticket(mira));
    Await.on(door.signOut(mira));
    assertThat(Await.on(door.spend(orphan))).isEmpty();
  }

  @Test
  void signing_out_everywhere_tells_of_every_session() {
    var over = new ArrayList<SessionRef>();
    door.onSignedOut(over::add);
    var link = Await.on(door.reusableLink(ROSA, Duration.ofDays(1)));
    var one = Await.on(door.enterByLink(link)).orElseThrow();
    var two = Await.on(door.enterByLink(link)).orElseThrow();
    Await.on(door.signOutEverywhere(ROSA));
    assertThat(over).containsExactlyInAnyOrder(one.who().session(), two.who().session());
    assertThat(Await.on(door.who(one.secret()))).isEmpty();
  }

  @Test
  void guesses_are_counted_and_a_right_one_is_not() {
    var tries = new Tries(clock);
    for (int i = 0; i < 5; i++) {
      assertThat(tries.mayTry("d", "here")).isTrue();
      tries.failed("d", "here");
    }
    assertThat(tries.mayTry("d", "here")).isFalse();
    assertThat(tries.mayTry("e", "here")).isTrue();
    for (int i = 0; i < 25; i++) {
      tries.failed("", "here");
    }
    assertThat(tries.mayTry("e", "here")).isFalse();
    assertThat(tries.mayTry("e", "there")).isTrue();
    now = now.plus(Duration.ofMinutes(1).plusMillis(1));
    assertThat(tries.mayTry("d", "here")).isTrue();
  }
}

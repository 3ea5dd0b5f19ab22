package dev.carillon.desk;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
import static dev.carillon.Fixtures.DATE;
import static dev.carillon.Fixtures.JUNE;
import static dev.carillon.Fixtures.LENA;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.NOAH;
import static dev.carillon.Fixtures.PIA;
import static dev.carillon.Fixtures.ROSA;
import static dev.carillon.Fixtures.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command;
import dev.carillon.floor.Control;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Evidence;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.Ripple;
import dev.carillon.log.FloorKey;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.view.Audience.OfLeaders;
import dev.carillon.view.Row;
import dev.carillon.view.View;
import dev.carillon.view.Views;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Looking back on a day shows what leaders saw then.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplayTest {
  private static final int COMMANDS = 400;
  private static final int LOOKS = 30;
  private static final List<PersonId> STUDENTS = List.of(MIRA, NOAH, TARIQ, JUNE);
  private static final List<PersonId> HELPERS = List.of(ABEL, PIA, ROSA);

  private final Views views = new Views();
  private int orders;

  /// `-Dcarillon.walks=1000` for the long form.
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("carillon.walks", 6));
  }

  /// What the leaders' window showed, by the instant until which it did.
  private final class Watched {
    final NavigableViews byInstant = new NavigableViews();
    private @Nullable View view;

    void take(Publication news) {
      var shown = view;
      view =
          shown == null
              ? views.cut(new OfLeaders(), news.floor())
              : views.recut(shown, new OfLeaders(), news.floor(), news.touched()).view();
    }

    void note(long nowMs) {
      var shown = view;
      if (shown != null) {
        byInstant.put(Instant.ofEpochMilli(nowMs), shown.tables());
      }
    }
  }

  private static final class NavigableViews
      extends TreeMap<Instant, Map<String, Map<String, Row>>> {
    private static final long serialVersionUID = 1;
  }

  /// Goal: at any instant of any day, what is replayed is what a live leader had before her then
  /// (L6). Method: two desks, 400 commands drawn from the seed over two hours of bells, often
  /// several at one instant; the leaders' window is led from publication to publication as the
  /// gateway does it and noted before time goes on; then single instants and whole films of the day
  /// are asked for, before and after a restart from a snapshot, in any order.
  @ParameterizedTest
  @MethodSource("seeds")
  void the_tables_of_an_instant_are_those_a_leader_saw_then(long seed) {
    var house = new House(seed, "08:30").open(1, true);
    var dice = house.sim.dice();
    var desks = List.of(house.desk(), house.desk());
    var watched = new Watched();
    desks.getFirst().subscribe(watched::take);
    house.sim.settle();
    for (int i = 0; i < COMMANDS; i++) {
      anyOf(dice, desks).submit(order(dice));
      house.sim.settle();
      if (dice.nextInt(3) > 0) {
        watched.note(house.sim.sourceMs());
        house.sim.pass(1 + dice.nextInt(20_000));
      }
    }
    watched.note(house.sim.sourceMs());
    assertThat(house.log()).as("seed %d: a busy day", seed).hasSizeGreaterThan(COMMANDS / 5);

    look(seed, house, desks.getFirst().replay(), watched);
    var another = desks.getLast().replay();
    look(seed, house, another, watched);
    desks.forEach(Desk::stop);
    house.sim.settle();
    look(seed, house, house.desk().replay(), watched);
    look(seed, house, another, watched);
  }

  private void look(long seed, House house, Replay replay, Watched watched) {
    var dice = house.sim.dice();
    var all = List.copyOf(watched.byInstant.keySet());
    for (int look = 0; look < LOOKS; look++) {
      int from = dice.nextInt(all.size());
      int to = Math.min(all.size(), from + 1 + dice.nextInt(10));
      var instants = all.subList(from, to);
      var film = house.now(replay.film(House.KEY, instants)).orElseThrow();
      assertThat(film.stills()).extracting(Still::at).isEqualTo(instants);
      View shown = null;
      for (var still : film.stills()) {
        shown =
            shown == null
                ? views.cut(new OfLeaders(), still.floor())
                : views.recut(shown, new OfLeaders(), still.floor(), still.touched()).view();
        assertThat(shown.tables())
            .as("seed %d, %s", seed, still.at())
            .isEqualTo(watched.byInstant.get(still.at()));
      }
    }
  }

  @Test
  void entries_of_one_instant_belong_to_it_together() {
    var house = new House(1, "08:10").open(1, false);
    var desk = house.desk();
    house.sim.pass(5_000);
    var at = Instant.ofEpochMilli(house.sim.sourceMs());
    house.ask(desk, House.order(MIRA, "1", ask(MIRA, "h1")));
    house.ask(desk, House.order(NOAH, "2", ask(NOAH, "h2")));
    house.sim.pass(5_000);
    var film = house.now(desk.replay().film(House.KEY, List.of(at.minusMillis(1), at)));
    assertThat(film.orElseThrow().stills())
        .extracting(still -> still.floor().help().open().size())
        .containsExactly(0, 2);
  }

  @Test
  void before_the_day_was_opened_it_is_as_it_was_opened_and_after_its_end_as_it_ended() {
    var house = new House(1, "08:10").open(1, false);
    var desk = house.desk();
    var opened = Instant.ofEpochMilli(house.sim.sourceMs());
    house.sim.pass(60_000);
    house.ask(desk, House.order(MIRA, "1", ask(MIRA, "h1")));
    var last = desk.state();
    var far = List.of(opened.minusSeconds(3600), opened.plusSeconds(36_000));
    var film = house.now(desk.replay().film(House.KEY, far)).orElseThrow();
    assertThat(film.openedAt()).isEqualTo(opened);
    assertThat(film.lastAt()).isEqualTo(last.floor().at());
    assertThat(film.isClosed()).isFalse();
    assertThat(film.stills().getFirst().floor().help().open()).isEmpty();
    assertThat(film.stills().getLast().floor()).isEqualTo(last.floor());
    assertThat(film.stills().getLast().cursor()).isEqualTo(last.cursor());
  }

  @Test
  void what_happened_since_somebody_looked_last_is_seen_by_the_next_look() {
    var house = new House(1, "08:10").open(1, false);
    var desk = house.desk();
    var later = Instant.ofEpochMilli(house.sim.sourceMs()).plusSeconds(120);
    house.now(desk.replay().film(House.KEY, List.of(later)));
    house.sim.pass(60_000);
    house.ask(desk, House.order(MIRA, "1", ask(MIRA, "h1")));
    var film = house.now(desk.replay().film(House.KEY, List.of(later))).orElseThrow();
    assertThat(film.stills().getFirst().floor()).isEqualTo(desk.state().floor());
  }

  @Test
  void a_log_that_was_set_back_is_read_anew() {
    var house = new House(1, "08:10").open(1, false);
    var desk = house.desk();
    house.sim.pass(60_000);
    house.ask(desk, House.order(MIRA, "1", ask(MIRA, "h1")));
    var later = List.of(Instant.ofEpochMilli(house.sim.sourceMs()));
    house.now(desk.replay().film(House.KEY, later));
    house.memory.rewind(House.KEY, 1);
    var film = house.now(desk.replay().film(House.KEY, later)).orElseThrow();
    assertThat(film.stills().getFirst().floor().help().open()).isEmpty();
  }

  @Test
  void nothing_is_known_of_a_day_that_was_never_opened() {
    var house = new House(1, "08:10").open(1, false);
    var never = new FloorKey(House.SCHOOL.id(), DATE.minusDays(1));
    var film = house.desk().replay().film(never, List.of(Fixtures.at("08:30")));
    assertThat(house.now(film)).isEqualTo(Optional.empty());
  }

  @Test
  void too_many_who_look_back_at_once_are_told_to_come_back() {
    var house = new House(1, "08:10").open(1, false);
    var replay = house.desk().replay();
    var looks =
        IntStream.range(0, 40)
            .mapToObj(_ -> replay.film(House.KEY, List.of(Fixtures.at("08:30"))))
            .toList();
    house.sim.settle();
    assertThat(looks).filteredOn(look -> look.failed()).hasSize(24);
    assertThat(looks.getLast().cause()).isInstanceOf(Replay.Busy.class);
    assertThat(house.now(replay.film(House.KEY, List.of(Fixtures.at("08:30"))))).isPresent();
  }

  @Test
  void what_happened_on_a_day_is_read_as_far_as_it_is_wanted() {
    var house = new House(1, "08:10").open(1, false);
    var desk = house.desk();
    house.ask(desk, House.order(MIRA, "1", ask(MIRA, "h1")));
    house.ask(desk, House.order(NOAH, "2", ask(NOAH, "h2")));
    var found = house.now(desk.replay().events(House.KEY, HelpAsked.class::isInstance));
    assertThat(found.orElseThrow())
        .extracting(it -> ((HelpAsked) it.event()).student())
        .containsExactly(MIRA, NOAH);
  }

  // --- A random day
  // -------------------------------------------------------------------------------

  private Order order(SplittableRandom dice) {
    var student = anyOf(dice, STUDENTS);
    var helper = anyOf(dice, HELPERS);
    var help = new HelpId("h" + dice.nextInt(Math.max(1, orders / 8) + 1));
    return switch (dice.nextInt(12)) {
      case 0, 1, 2 -> of(student, ask(student, "h" + orders / 8));
      case 3 -> of(helper, new Command.ClaimHelp(help));
      case 4 -> of(helper, new Command.ClaimNext());
      case 5 -> of(helper, new Command.ResolveHelp(help, dice.nextInt(3)));
      case 6, 7, 8 ->
          of(student, new Command.ReportArrival(dice.nextBoolean() ? CLAY : CENTRE, Evidence.SELF));
      case 9, 10 ->
          of(helper, dice.nextBoolean() ? new Command.EndDuty() : new Command.StartDuty());
      default -> of(LENA, Fixtures.steer(control(dice)));
    };
  }

  private static Control control(SplittableRandom dice) {
    return switch (dice.nextInt(3)) {
      case 0 -> new Control.Pause();
      case 1 -> new Control.Resume(Ripple.COMPRESS);
      default -> new Control.Extend(1, Ripple.COMPRESS);
    };
  }

  private static Command ask(PersonId student, String id) {
    return new Command.AskForHelp(new HelpId(id), student, HelpKind.WORK, "");
  }

  private Order of(PersonId who, Command command) {
    return House.order(who, "c" + orders++, command);
  }

  private static <T> T anyOf(SplittableRandom dice, List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }
}

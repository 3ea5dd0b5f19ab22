package dev.carillon.desk;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.CENTRE;
import static dev.carillon.Fixtures.CLAY;
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
import dev.carillon.floor.Event.BellMissed;
import dev.carillon.floor.Event.BellRang;
import dev.carillon.floor.Evidence;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.Ripple;
import dev.carillon.log.Placed;
import dev.carillon.school.Id.BellId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Goal: whatever people do, on whichever desk, in whatever order tasks run, and however bad the
/// line to the log is, every answer is true and every promise of the log holds. Method: three desks
/// in a simulated world whose order of tasks comes from the seed; 600 commands at random moments of
/// a morning, some sent twice; lines that lose calls or answers; a desk that is stopped and another
/// that takes its place; then the log is read and compared with what was answered.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeskWalkTest {
  private static final int COMMANDS = 600;
  private static final List<PersonId> STUDENTS = List.of(MIRA, NOAH, TARIQ, JUNE);
  private static final List<PersonId> HELPERS = List.of(ABEL, PIA, ROSA);

  /// `-Dcarillon.walks=1000` for the long form.
  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("carillon.walks", 20));
  }

  private record Asked(Order order, Future<Answer> answer) {}

  private final List<Asked> asked = new ArrayList<>();
  private final List<List<Publication>> published = new ArrayList<>();
  private int orders;

  @ParameterizedTest
  @MethodSource("seeds")
  void every_answer_is_true(long seed) {
    var house = new House(seed, "08:30").open(1, true);
    var dice = house.sim.dice();
    var desks = new ArrayList<>(List.of(desk(house), desk(house), desk(house)));
    for (int i = 0; i < COMMANDS; i++) {
      if (dice.nextInt(40) == 0) {
        house.line = line(dice);
      }
      if (dice.nextInt(150) == 0) {
        desks.removeFirst().stop();
        house.line = FlakyLog.Line.GOOD;
        desks.add(desk(house));
      }
      boolean again = dice.nextInt(10) == 0 && i > 0;
      var order = again ? anyOf(dice, asked).order() : order(dice);
      asked.add(new Asked(order, anyOf(dice, desks).submit(order)));
      for (int steps = dice.nextInt(12); steps > 0; steps--) {
        house.sim.step();
      }
      if (dice.nextInt(3) == 0) {
        house.sim.nudge(dice.nextInt(20_000));
      }
    }
    house.line = FlakyLog.Line.GOOD;
    house.sim.pass(20_000);
    check(seed, house, desks);
  }

  private Desk desk(House house) {
    var desk = house.desk(house.flaky());
    var news = new ArrayList<Publication>();
    published.add(news);
    desk.subscribe(news::add);
    return desk;
  }

  private static FlakyLog.Line line(SplittableRandom dice) {
    return switch (dice.nextInt(6)) {
      case 0 -> FlakyLog.Line.LOST_BEFORE;
      case 1 -> FlakyLog.Line.LOST_AFTER;
      default -> FlakyLog.Line.GOOD;
    };
  }

  private Order order(SplittableRandom dice) {
    var student = anyOf(dice, STUDENTS);
    var helper = anyOf(dice, HELPERS);
    var help = new HelpId("h" + dice.nextInt(Math.max(1, orders / 8) + 1));
    return switch (dice.nextInt(10)) {
      case 0, 1 -> of(student, new Command.AskForHelp(newHelp(), student, HelpKind.WORK, ""));
      case 2, 3 -> of(helper, new Command.ClaimHelp(help));
      case 4 -> of(helper, new Command.ClaimNext());
      case 5 -> of(student, new Command.CancelHelp(help));
      case 6 -> of(helper, new Command.ResolveHelp(help, dice.nextInt(3)));
      case 7 ->
          of(student, new Command.ReportArrival(dice.nextBoolean() ? CLAY : CENTRE, Evidence.SELF));
      case 8 -> of(helper, dice.nextBoolean() ? new Command.EndDuty() : new Command.StartDuty());
      default -> of(LENA, control(dice));
    };
  }

  private HelpId newHelp() {
    return new HelpId("h" + orders / 8);
  }

  private static Command control(SplittableRandom dice) {
    return switch (dice.nextInt(3)) {
      case 0 -> Fixtures.steer(new Control.Pause());
      case 1 -> Fixtures.steer(new Control.Resume(Ripple.COMPRESS));
      default -> Fixtures.steer(new Control.Extend(1, Ripple.COMPRESS));
    };
  }

  private Order of(PersonId who, Command command) {
    return House.order(who, "c" + orders++, command);
  }

  private static <T> T anyOf(SplittableRandom dice, List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }

  // --- Promises
  // -----------------------------------------------------------------------------------

  private void check(long seed, House house, List<Desk> desks) {
    var log = house.log();
    assertThat(log)
        .as("seed %d: no id twice", seed)
        .extracting(placed -> placed.entry().id())
        .doesNotHaveDuplicates();
    for (int i = 0; i < log.size(); i++) {
      assertThat(log.get(i).at().seq()).as("seed %d: no gap", seed).isEqualTo(i + 1);
    }
    assertThat(log)
        .as("seed %d: time runs forwards", seed)
        .extracting(placed -> placed.entry().stamp().at())
        .isSorted();
    assertThat(bells(log)).as("seed %d: no bell twice", seed).doesNotHaveDuplicates();
    asked.forEach(one -> checkAnswer(seed, one, log));
    for (var desk : desks) {
      assertThat(desk.state().cursor()).as("seed %d", seed).isEqualTo(log.getLast().at());
      assertThat(desk.state().floor())
          .as("seed %d: all desks agree", seed)
          .isEqualTo(fold(log).floor());
      assertThat(desk.tally().faults.sum()).as("seed %d: no faults", seed).isZero();
    }
    published.forEach(news -> checkPublications(seed, news));
  }

  private long timesSent(Order order) {
    return asked.stream().filter(one -> one.order().equals(order)).count();
  }

  private void checkAnswer(long seed, Asked one, List<Placed> log) {
    assertThat(one.answer().isComplete()).as("seed %d: %s", seed, one.order()).isTrue();
    var written =
        log.stream().filter(placed -> placed.entry().id().equals(one.order().id())).findFirst();
    switch (one.answer().result()) {
      case Answer.Done(var seq, var result, _) -> {
        assertThat(written).as("seed %d: done is written: %s", seed, one.order()).isPresent();
        assertThat(written.get().at().seq()).as("seed %d", seed).isEqualTo(seq);
        assertThat(written.get().entry().result()).as("seed %d", seed).isEqualTo(result);
      }
      case Answer.Refused(var refusal, _) when refusal.isWorthTryingAgain() -> {}
      case Answer.Refused _ ->
          // Sent again it may have been accepted later; sent once, a refusal is final.
          assertThat(timesSent(one.order()) > 1 || written.isEmpty())
              .as("seed %d: refused is not written: %s", seed, one.order())
              .isTrue();
    }
  }

  private static void checkPublications(long seed, List<Publication> news) {
    assertThat(news.getFirst().touched().whole()).isTrue();
    for (int i = 1; i < news.size(); i++) {
      assertThat(news.get(i).from())
          .as("seed %d: publications have no gaps", seed)
          .isEqualTo(news.get(i - 1).to());
    }
  }

  private static Fold fold(List<Placed> log) {
    var fold = Fold.first(log.getFirst());
    for (var placed : log.subList(1, log.size())) {
      fold = fold.then(placed).fold();
    }
    return fold;
  }

  private static List<BellId> bells(List<Placed> log) {
    return log.stream()
        .flatMap(placed -> placed.entry().events().stream())
        .flatMap(
            event ->
                switch (event) {
                  case BellRang rang -> Stream.of(rang.bell());
                  case BellMissed missed -> Stream.of(missed.bell());
                  default -> Stream.<BellId>empty();
                })
        .toList();
  }
}

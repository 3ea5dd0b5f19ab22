package dev.carillon.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Changed;
import dev.carillon.Fixtures;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.CancelHelp;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.ReportHere;
import dev.carillon.floor.Command.ResolveHelp;
import dev.carillon.floor.Command.SayHere;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Command.SayStuck;
import dev.carillon.floor.Command.TakeSignal;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Hint.Rule;
import dev.carillon.school.HelpTerms;
import dev.carillon.school.HelpTerms.Fairness;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.SourceId;
import dev.carillon.school.Outline;
import dev.carillon.school.Role;
import dev.carillon.school.Rules;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who comes before whom.
final class HelpOrderTest {
  private static final HelpId H1 = new HelpId("h1");
  private static final List<PersonId> STUDENTS =
      List.of(Fixtures.MIRA, Fixtures.NOAH, Fixtures.TARIQ, Fixtures.JUNE);
  private static final List<PersonId> HELPERS = List.of(Fixtures.ABEL, Fixtures.PIA, Fixtures.ROSA);

  private static final SourceTerms SOURCE =
      new SourceTerms(new SourceId("practice"), "Practice Hall", Set.of(Rule.BLOCKED), 2, 10);

  private final Scene day = Scene.opened();

  private static AskForHelp ask(String help, PersonId student) {
    return new AskForHelp(new HelpId(help), student, HelpKind.WORK, "");
  }

  private void helped(PersonId student, int times, String hour) {
    for (int i = 0; i < times; i++) {
      var help = student.value() + i;
      var minute = hour + ":%02d".formatted(6 + 3 * i);
      day.and(student, minute, ask(help, student));
      var given = day.does(Fixtures.ABEL, minute, new ClaimNext()).result();
      long epoch = ((Result.HelpGiven) given).epoch();
      day.and(Fixtures.ABEL, minute, new ArriveAtHelp(new HelpId(help), epoch));
      day.and(Fixtures.ABEL, minute + ":40", new ResolveHelp(new HelpId(help), epoch));
    }
  }

  @Test
  void whoever_was_helped_twice_lately_is_asked_what_she_tried() {
    helped(Fixtures.NOAH, 2, "08");
    assertThat(day.does(Fixtures.NOAH, "08:20", ask("n", Fixtures.NOAH)).result())
        .isEqualTo(new Result.HelpWaits(new HelpId("n"), List.of(), true));
  }

  /// Abel has just been with Mira at the clay table, where Tariq is now; the centre is far.
  @Test
  void next_may_prefer_the_nearest_and_says_so_of_the_claim() {
    var near = new Scene(Floor.opened(Fixtures.dayOpened(near(), Fixtures.day())));
    near.and(Fixtures.LENA, "08:04", toTheClay(Fixtures.TARIQ))
        .and(Fixtures.MIRA, "08:05", ask("m", Fixtures.MIRA))
        .and(Fixtures.ABEL, "08:05", new ClaimNext())
        .and(Fixtures.ABEL, "08:06", new ArriveAtHelp(new HelpId("m"), 1))
        .and(Fixtures.ABEL, "08:07", new ResolveHelp(new HelpId("m"), 1))
        .and(Fixtures.NOAH, "08:10", ask("n", Fixtures.NOAH))
        .and(Fixtures.TARIQ, "08:10:50", ask("t", Fixtures.TARIQ))
        .and(Fixtures.JUNE, "08:12", ask("j", Fixtures.JUNE))
        .and(Fixtures.ABEL, "08:12", new ClaimNext())
        .and(Fixtures.PIA, "08:12", new ClaimNext());
    assertThat(near.events(Event.HelpClaimed.class))
        .extracting(claim -> claim.help().value() + " " + claim.nearer())
        .containsExactly("m false", "t true", "n false");
  }

  private static Command toTheClay(PersonId student) {
    return new Command.Retarget(
        List.of(student), Optional.empty(), Fixtures.CLAY, Optional.empty(), false, "");
  }

  /// A school that prefers the nearest, and whose clay table is far from the centre.
  private static School near() {
    var usual = HelpTerms.DEFAULTS.fairness();
    var fairness =
        new Fairness(
            usual.penalty(),
            usual.penaltyMax(),
            usual.helpedAfter(),
            usual.returningMax(),
            usual.patience(),
            true,
            usual.nearestWithin(),
            usual.freeChoice(),
            usual.triesAfter());
    var it = Fixtures.school(Rules.DEFAULTS.with(HelpTerms.DEFAULTS.with(fairness)));
    var stations = new LinkedHashMap<>(it.stations());
    stations.computeIfPresent(Fixtures.CLAY, (_, clay) -> at(clay, new Outline(80, 0, 10, 10)));
    return Changed.from(it).stations(stations).school();
  }

  private static Station at(Station it, Outline place) {
    return new Station(
        it.id(),
        it.room(),
        it.name(),
        it.activity(),
        it.kind(),
        it.badge(),
        it.softCap(),
        it.hardCap(),
        place,
        it.seats(),
        it.adults(),
        it.terms());
  }

  @Test
  void ask_and_cancel_and_ask_does_not_improve_the_place_b21() {
    day.and(Fixtures.NOAH, "08:10", ask("h1", Fixtures.NOAH))
        .and(Fixtures.JUNE, "08:11", ask("h2", Fixtures.JUNE))
        .and(Fixtures.NOAH, "08:12", new CancelHelp(H1))
        .and(Fixtures.NOAH, "08:12", ask("h3", Fixtures.NOAH));
    assertThat(day.floor().line(List.of(Fixtures.CENTRE_ROOM)))
        .extracting(request -> request.id().value())
        .containsExactly("h2", "h3");
  }

  /// Goal: within a lane nobody stands behind one who entered more than the greatest penalty later,
  /// and whoever was not helped lately behind nobody who entered later at all; and nobody who has
  /// asked stands behind a hand that was only held up for somebody.
  ///
  /// Method: 10,000 commands drawn from a named seed, over days with all their bells; every pair of
  /// those who wait is compared after each, and all other promises are checked.
  @ParameterizedTest
  @ValueSource(longs = {17, 18})
  void nobody_is_set_back_further_than_was_promised_b17(long seed) {
    var dice = new SplittableRandom(seed);
    var floor = opened();
    var now = Fixtures.at("08:00");
    int taken = 0;
    for (int n = 0; n < 10_000; n++) {
      var where = "seed " + seed + ", command " + n;
      now = now.plusMillis(dice.nextLong(9_000));
      floor = dued(floor, now, where);
      if (floor.timelines().get(Fixtures.MAIN).ended()) {
        floor = opened();
        now = Fixtures.at("08:00");
      }
      boolean isStudent = dice.nextBoolean();
      boolean isProgram = dice.nextInt(12) == 0;
      var who = pick(dice, isStudent ? STUDENTS : HELPERS);
      var command =
          isProgram
              ? told(n, dice)
              : isStudent ? ofStudent(floor, who, n, dice) : ofHelper(floor, who, dice);
      var stamp =
          isProgram
              ? new Stamp(SOURCE.id().actor(), Role.SOURCE, now)
              : new Stamp(who, Fixtures.stamp(who, "08:00").role(), now);
      if (floor.decide(command, stamp) instanceof Accepted accepted
          && !accepted.events().isEmpty()) {
        taken++;
        floor = applied(floor, accepted, where);
        promised(floor, where);
      }
    }
    assertThat(taken).as("seed %d: commands mean something", seed).isGreaterThan(2_000);
  }

  private static Floor opened() {
    return Floor.opened(Fixtures.dayOpened(FlexSchool.school(Fixtures.school()), Fixtures.day()));
  }

  /// Of a program: that somebody has failed once more, or succeeds at last.
  private static Command told(int n, SplittableRandom dice) {
    var test = FlexSchool.FRACTIONS.value();
    var what = dice.nextInt(6) == 0 ? new Signal.Succeeded(test) : new Signal.Failed(test, 0);
    return new TakeSignal("s" + n, SOURCE, pick(dice, STUDENTS), what);
  }

  private static Floor dued(Floor start, Instant now, String where) {
    var floor = start;
    var due = floor.nextDue();
    while (due.isPresent() && !due.get().dueAt().isAfter(now)) {
      var accepted = (Accepted) floor.decide(due.get(), Stamp.system(due.get().dueAt()));
      floor = applied(floor, accepted, where);
      due = floor.nextDue();
    }
    return floor;
  }

  private static Floor applied(Floor start, Accepted accepted, String where) {
    var floor = start;
    for (var event : accepted.events()) {
      var next = floor.evolve(event).floor();
      HelpPromises.grown(floor, next, event, where);
      floor = next;
    }
    HelpPromises.kept(floor, where);
    return floor;
  }

  private static void promised(Floor floor, String where) {
    var most = floor.school().rules().help().fairness().penaltyMax();
    var waiting = floor.help().open().values().stream().filter(Waiting.class::isInstance).toList();
    for (int i = 0; i < waiting.size(); i++) {
      for (int j = i + 1; j < waiting.size(); j++) {
        var first = waiting.get(i).standing().turn();
        var behind = waiting.get(j).standing().turn();
        HelpPromises.check(first.lane().compareTo(behind.lane()) <= 0, "lane after lane", where);
        if (first.lane() == behind.lane()) {
          var later = Duration.between(behind.entered(), first.entered());
          HelpPromises.check(later.compareTo(most) <= 0, "never far behind", where);
          boolean isUnhelped = behind.virtual().equals(behind.entered());
          HelpPromises.check(
              !isUnhelped || !later.isPositive(), "behind nobody who came later", where);
        }
      }
    }
  }

  private static Command ofStudent(Floor floor, PersonId who, int n, SplittableRandom dice) {
    var own = floor.help().activeOf(who).map(HelpRequest::id).orElse(H1);
    return switch (dice.nextInt(8)) {
      case 0, 1, 2 ->
          new AskForHelp(
              new HelpId("a" + n), who, pick(dice, List.of(HelpKind.WORK, HelpKind.PERSON)), "");
      case 3 -> new CancelHelp(own);
      case 4 -> new SayHere(own);
      case 5 -> new SayStuck(own);
      case 6 -> new ResolveHelp(own, Command.ANY_VERSION);
      default -> new ReportHere();
    };
  }

  private static Command ofHelper(Floor floor, PersonId who, SplittableRandom dice) {
    var held = floor.help().heldBy(who);
    if (held.isEmpty()) {
      return new ClaimNext();
    }
    var help = held.get().id();
    long epoch = held.get().epoch();
    return switch (dice.nextInt(7)) {
      case 0, 1, 2 -> new ArriveAtHelp(help, epoch);
      case 3 -> new ReleaseHelp(help, epoch);
      case 4 -> new SayNotHere(help, epoch);
      case 5 -> new HoldHelp(help, epoch, 0, "");
      default -> new ResolveHelp(help, epoch);
    };
  }

  private static <T> T pick(SplittableRandom dice, List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }
}

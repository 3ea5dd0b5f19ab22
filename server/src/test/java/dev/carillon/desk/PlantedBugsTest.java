package dev.carillon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.carillon.floor.Event;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.Event.HelpEscalated;
import dev.carillon.floor.Event.HelpReturned;
import dev.carillon.floor.Event.HelpTrying;
import dev.carillon.floor.Event.HelperArrived;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Stamp;
import dev.carillon.judge.Broken;
import dev.carillon.judge.HelpJudge;
import dev.carillon.judge.Rule;
import dev.carillon.log.Entry;
import dev.carillon.log.Placed;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Goal: the judge catches a server that breaks a promise, and names the promise. Method: one of
/// two nodes has a [Bug], which bites once on a short walk; the log, the answers and the screens of
/// that walk go to the judge as they come. The same walk without a bug is clean.
///
/// The rules themselves are walked for hours by [HelpWalkTest]; this is what makes its silence
/// worth something.
final class PlantedBugsTest {
  /// Of these the first is taken on which a bug finds what it bites.
  private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L, 6L);

  private static final int FROM = 30;
  private static final int MOST = 200;

  /// Each of the promises that help.md lists as to be checked continuously, and those of the log.
  enum Planted implements Bug {
    // At most one active request a student.
    A_SECOND_REQUEST_IS_TAKEN_IN(Rule.ONE_REQUEST) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return after(entry, HelpAsked.class, (asked, _) -> again(asked, new HelpId("planted")));
      }
    },
    // Exactly one owner of what is claimed or helped with, and none elsewhere.
    TWO_CLAIMS_ARE_ACCEPTED(Rule.STATE) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return after(
            entry,
            HelpClaimed.class,
            (it, at) -> claimed(it, it.help(), other(it.helper()), it.epoch() + 1));
      }
    },
    SHE_IS_HELPED_BY_NOBODY(Rule.STATE) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return after(
            entry,
            HelpAsked.class,
            (it, _) -> new HelperArrived(it.help(), other(it.by()), it.at(), it.at()));
      }
    },
    SOMEBODY_ELSE_ARRIVES(Rule.OWNER) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return instead(
            entry,
            HelperArrived.class,
            it -> new HelperArrived(it.help(), other(it.helper()), it.leaseUntil(), it.at()));
      }
    },
    AN_OLD_CLAIM_COUNTS(Rule.FENCED) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return instead(
            entry, HelpClaimed.class, it -> claimed(it, it.help(), it.helper(), it.epoch() - 1));
      }
    },
    // A helper owns at most one, or one group.
    A_HELPER_TAKES_A_SECOND_ONE(Rule.ONE_CLAIM) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return only(entry, HelperArrived.class)
            .flatMap(
                it ->
                    waiting(before)
                        .map(
                            next ->
                                with(
                                    entry,
                                    new HelpClaimed(
                                        next.id(),
                                        it.helper(),
                                        next.epoch() + 1,
                                        it.leaseUntil(),
                                        false,
                                        false,
                                        it.at()))));
      }
    },
    // Versions and sequence numbers without gaps.
    A_VERSION_IS_LEFT_OUT(Rule.VERSION) {
      @Override
      public Optional<List<Placed>> reads(Placed placed, Floor before) {
        return only(placed.entry(), HelpAsked.class)
            .map(it -> as(placed, it, new HelpTrying(it.help(), false, it.at())));
      }
    },
    A_PLACE_IN_THE_LOG_IS_LEFT_OUT(Rule.LOG) {
      @Override
      public Optional<List<Placed>> reads(Placed placed, Floor before) {
        return placed.entry().events().isEmpty() ? Optional.of(List.of()) : Optional.empty();
      }

      @Override
      public boolean isInTheLog() {
        return true;
      }
    },
    AN_ENTRY_IS_STAMPED_BEFORE_THE_ONE_BEFORE(Rule.LOG) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        var at = entry.stamp().at().minus(Duration.ofHours(2));
        var stamp = new Stamp(entry.stamp().who(), entry.stamp().role(), at);
        return only(entry, HelpAsked.class)
            .map(
                _ ->
                    List.of(
                        new Entry(
                            entry.id(), stamp, entry.bodyHash(), entry.events(), entry.result())));
      }
    },
    // Who waits is in one line, and who is in a line waits.
    A_REQUEST_IS_FORGOTTEN(Rule.LOST) {
      @Override
      public Optional<List<Placed>> reads(Placed placed, Floor before) {
        return only(placed.entry(), HelpAsked.class).map(_ -> as(placed));
      }
    },
    A_CLAIMED_ONE_IS_LEFT_IN_THE_LINE(Rule.LINE) {
      @Override
      public Optional<List<Placed>> reads(Placed placed, Floor before) {
        return only(placed.entry(), HelpClaimed.class)
            .map(it -> as(placed, new HelpTrying(it.help(), false, it.at())));
      }
    },
    NEXT_TAKES_WHO_CAME_LAST(Rule.ORDER) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return only(entry, HelpClaimed.class)
            .filter(it -> !it.outOfOrder() && isNext(entry))
            .flatMap(it -> behind(before, it.help()).map(last -> with(entry, it, last)));
      }
    },
    // No event without a change of state.
    AN_EVENT_CHANGES_NOTHING(Rule.CHANGE) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return after(entry, HelpAsked.class, (it, at) -> new HelpTrying(it.help(), false, it.at()));
      }
    },
    AN_ALARM_IS_TOLD_TWICE(Rule.LEVEL) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return after(entry, HelpEscalated.class, (it, _) -> it);
      }
    },
    WHAT_WAS_NOT_PARKED_COMES_BACK(Rule.PARKED) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return after(entry, HelpAsked.class, (it, _) -> new HelpReturned(it.help(), it.at()));
      }
    },
    A_COMMAND_HAPPENS_TWICE(Rule.ONCE) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return only(entry, HelpAsked.class).map(_ -> List.of(entry, entry));
      }
    },
    WHAT_WAS_ANSWERED_IS_NOT_WRITTEN(Rule.KEPT) {
      @Override
      public Optional<List<Entry>> writes(Entry entry, Floor before) {
        return only(entry, HelpAsked.class).map(_ -> List.of());
      }
    },
    // No state on a screen that differs from the log for more than two heartbeats.
    A_SCREEN_SHOWS_ANOTHER_HELPER(Rule.AGREE) {
      @Override
      public Optional<List<Placed>> reads(Placed placed, Floor before) {
        return only(placed.entry(), HelpClaimed.class)
            .map(it -> as(placed, claimed(it, it.help(), other(it.helper()), it.epoch())));
      }
    },
    A_SCREEN_STAYS_BEHIND(Rule.AGREE) {
      @Override
      public boolean isDeaf() {
        return true;
      }
    };

    private final Rule rule;

    Planted(Rule rule) {
      this.rule = rule;
    }
  }

  // --- What bugs are made of
  // --------------------------------------------------------------------

  /// The one event of this kind that is all an entry says.
  private static <E extends Event> Optional<E> only(Entry entry, Class<E> kind) {
    return entry.events().size() == 1 && kind.isInstance(entry.events().getFirst())
        ? Optional.of(kind.cast(entry.events().getFirst()))
        : Optional.empty();
  }

  private static <E extends Event> Optional<List<Entry>> after(
      Entry entry, Class<E> kind, BiFunction<E, Entry, Event> more) {
    return only(entry, kind).map(it -> with(entry, more.apply(it, entry)));
  }

  private static <E extends Event> Optional<List<Entry>> instead(
      Entry entry, Class<E> kind, java.util.function.Function<E, Event> other) {
    return only(entry, kind).map(it -> List.of(of(entry, List.of(other.apply(it)))));
  }

  private static List<Entry> with(Entry entry, Event more) {
    var events = new ArrayList<>(entry.events());
    events.add(more);
    return List.of(of(entry, events));
  }

  private static List<Entry> with(Entry entry, HelpClaimed claim, HelpRequest taken) {
    var other = claimed(claim, taken.id(), claim.helper(), taken.epoch() + 1);
    return List.of(of(entry, List.of(other)));
  }

  private static Entry of(Entry entry, List<Event> events) {
    return new Entry(entry.id(), entry.stamp(), entry.bodyHash(), events, entry.result());
  }

  private static List<Placed> as(Placed placed, Event... events) {
    return List.of(new Placed(placed.at(), of(placed.entry(), List.of(events))));
  }

  private static HelpClaimed claimed(HelpClaimed it, HelpId help, PersonId helper, long epoch) {
    return new HelpClaimed(
        help, helper, epoch, it.leaseUntil(), it.outOfOrder(), it.nearer(), it.at());
  }

  private static HelpAsked again(HelpAsked it, HelpId help) {
    return new HelpAsked(
        help,
        it.student(),
        it.by(),
        HelpKind.WORK,
        it.text(),
        it.together(),
        Optional.empty(),
        it.station(),
        it.block(),
        Optional.empty(),
        it.at());
  }

  private static PersonId other(PersonId helper) {
    return HelpHouse.HELPERS.stream().filter(it -> !it.equals(helper)).findFirst().orElseThrow();
  }

  private static Optional<Waiting> waiting(Floor floor) {
    return floor.help().open().values().stream()
        .filter(Waiting.class::isInstance)
        .map(Waiting.class::cast)
        .findFirst();
  }

  /// The last in the line who came after this one, and has nothing that sets her apart.
  private static Optional<Waiting> behind(Floor floor, HelpId first) {
    var turn = floor.help().find(first).orElseThrow().standing().turn();
    return floor.help().open().values().stream()
        .filter(Waiting.class::isInstance)
        .map(Waiting.class::cast)
        .filter(it -> it.standing().turn().lane() == Lane.NORMAL && turn.lane() == Lane.NORMAL)
        .filter(it -> it.standing().turn().entered().isAfter(turn.virtual()))
        .reduce((_, last) -> last);
  }

  private static boolean isNext(Entry entry) {
    return entry.bodyHash().startsWith("ClaimNext");
  }

  // --- Walks
  // ------------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void the_judge_names_the_promise_that_a_server_breaks(Planted bug) {
    for (var seed : SEEDS) {
      var day = new HelpDay(seed, bug);
      var story = day.walkUntilBitten(FROM, MOST);
      if (day.hasBitten()) {
        assertThatExceptionOfType(Broken.class)
            .as("seed %d", seed)
            .isThrownBy(() -> HelpJudge.judge(story))
            .satisfies(
                broken ->
                    assertThat(broken.rule())
                        .as("seed %d: %s", seed, broken.getMessage())
                        .isEqualTo(bug.rule));
        return;
      }
    }
    fail("%s had no chance on seeds %s", bug, SEEDS);
  }

  @Test
  void the_same_walk_without_a_bug_is_clean() {
    var day = new HelpDay(SEEDS.getFirst(), Bug.NONE);
    HelpJudge.judge(day.walkUntilBitten(FROM, MOST));
    assertThat(day.hasBitten()).isFalse();
  }
}

package dev.carillon.gateway;

import static dev.carillon.Fixtures.ABEL;
import static dev.carillon.Fixtures.MIRA;
import static dev.carillon.Fixtures.PIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ArriveAtHelp;
import dev.carillon.floor.Command.AskForHelp;
import dev.carillon.floor.Command.ClaimHelp;
import dev.carillon.floor.Command.HoldHelp;
import dev.carillon.floor.Command.ReleaseHelp;
import dev.carillon.floor.Command.SayHere;
import dev.carillon.floor.Command.SayNotHere;
import dev.carillon.floor.Decision.Accepted;
import dev.carillon.floor.Event;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpKind;
import dev.carillon.floor.Stamp;
import dev.carillon.gateway.GatewayOptions.Timing;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.wire.ClientFrame.Stage;
import dev.carillon.wire.ServerFrame.Reached;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How long a device may take to show that somebody comes.
final class PromptsTest {
  private static final HelpId H1 = new HelpId("h1");

  private final Prompts prompts = new Prompts(Timing.USUAL.shown());
  private Floor floor = Fixtures.floor();

  private void does(PersonId who, String time, Command command, long atSeconds) {
    var accepted = (Accepted) floor.decide(command, Fixtures.stamp(who, time));
    for (Event event : accepted.events()) {
      floor = floor.evolve(event).floor();
    }
    prompts.follow(floor, seconds(atSeconds));
  }

  private static long seconds(long some) {
    return Duration.ofSeconds(some).toNanos();
  }

  private void abelComes() {
    // The block she is in has begun.
    floor = enter(floor);
    does(MIRA, "08:10", new AskForHelp(H1, MIRA, HelpKind.WORK, ""), 0);
    does(ABEL, "08:11", new ClaimHelp(H1), 100);
  }

  private static Floor enter(Floor floor) {
    var next = floor;
    var due = next.nextDue();
    while (due.filter(it -> !it.dueAt().isAfter(Fixtures.at("08:05"))).isPresent()) {
      var stamp = Stamp.system(due.orElseThrow().dueAt());
      for (var event : ((Accepted) next.decide(due.orElseThrow(), stamp)).events()) {
        next = next.evolve(event).floor();
      }
      due = next.nextDue();
    }
    return next;
  }

  private Map<String, Reached> at(long atSeconds, PersonId helper) {
    prompts.pass(seconds(atSeconds));
    return prompts.of(helper);
  }

  private static Map<String, Reached> says(Optional<Stage> stage, boolean unshown) {
    return Map.of("h1", new Reached("h1", stage, unshown));
  }

  @Test
  void after_ten_seconds_in_the_background_the_helper_is_told_b42() {
    abelComes();
    prompts.take(MIRA, "h1@2", Stage.DELIVERED, true);
    assertThat(at(109, ABEL)).isEqualTo(says(Optional.of(Stage.DELIVERED), false));
    assertThat(at(110, ABEL)).isEqualTo(says(Optional.of(Stage.DELIVERED), true));
    prompts.take(MIRA, "h1@2", Stage.SHOWN, false);
    assertThat(at(111, ABEL)).isEqualTo(says(Optional.of(Stage.SHOWN), false));
  }

  /// A device that is off says nothing at all; what she is told may be any of three things.
  @Test
  void ten_seconds_of_silence_are_told_for_each_thing_a_student_is_told_b42() {
    abelComes();
    assertThat(at(109, ABEL)).isEqualTo(says(Optional.empty(), false));
    assertThat(at(110, ABEL)).isEqualTo(says(Optional.empty(), true));
    does(ABEL, "08:12", new SayNotHere(H1, 1), 160);
    assertThat(at(169, ABEL)).as("are you there?").isEqualTo(says(Optional.empty(), false));
    assertThat(at(170, ABEL)).isEqualTo(says(Optional.empty(), true));
    does(MIRA, "08:13", new SayHere(H1), 220);
    assertThat(at(231, ABEL)).as("she is there").isEmpty();
    does(ABEL, "08:14", new ClaimHelp(H1), 280);
    does(ABEL, "08:14:10", new ArriveAtHelp(H1, 2), 290);
    assertThat(at(301, ABEL)).as("he is there").isEmpty();
    does(ABEL, "08:15", new HoldHelp(H1, 2, 0, "Draw it"), 340);
    assertThat(at(350, ABEL)).as("what to try").isEqualTo(says(Optional.empty(), true));
    prompts.take(MIRA, "h1@" + version(), Stage.SHOWN, false);
    assertThat(at(351, ABEL)).isEqualTo(says(Optional.of(Stage.SHOWN), false));
  }

  private long version() {
    return floor.help().find(H1).orElseThrow().version();
  }

  @Test
  void whoever_has_it_next_begins_anew_and_the_first_hears_no_more() {
    abelComes();
    prompts.take(MIRA, "h1@2", Stage.ACKNOWLEDGED, false);
    does(ABEL, "08:12", new ReleaseHelp(H1, 1), 160);
    assertThat(at(161, ABEL)).isEmpty();
    does(ABEL, "08:12:10", new ClaimHelp(H1), 170);
    prompts.take(MIRA, "h1@2", Stage.SHOWN, false);
    assertThat(at(171, ABEL)).isEqualTo(says(Optional.empty(), false));
    assertThat(prompts.of(PIA)).isEmpty();
    assertThat(prompts.all()).hasSize(1);
  }

  @Test
  void a_made_up_receipt_changes_nothing() {
    abelComes();
    for (var prompt : new String[] {"h1@1", "h1@3", "h1@", "h1", "h11@2", "h1@2x", "h1@-2"}) {
      prompts.take(MIRA, prompt, Stage.SHOWN, false);
    }
    prompts.take(PIA, "h1@2", Stage.SHOWN, false);
    assertThat(at(101, ABEL)).isEqualTo(says(Optional.empty(), false));
  }
}

package dev.carillon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.Fixtures;
import dev.carillon.desk.HelpHouse.Node;
import dev.carillon.floor.Command;
import dev.carillon.floor.Command.ClaimNext;
import dev.carillon.floor.Command.OfHelp;
import dev.carillon.floor.Command.StartDuty;
import dev.carillon.floor.Event;
import dev.carillon.floor.Event.HelpAsked;
import dev.carillon.floor.Event.HelpClaimed;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Floor;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.Why;
import dev.carillon.judge.HelpJudge;
import dev.carillon.judge.Story;
import dev.carillon.judge.Story.Heard;
import dev.carillon.judge.Story.Line;
import dev.carillon.judge.Story.Said;
import dev.carillon.judge.Story.Screen;
import dev.carillon.judge.Story.Shown;
import dev.carillon.log.Codec;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One day of a walk on two nodes, and the story of it that a judge is told.
final class HelpDay {
  /// So long nothing happens before screens are compared: two beats of the connection.
  private static final long TWO_BEATS_MS = 8_000;

  private record Asked(Order order, Future<Answer> answer) {}

  private final Bug bug;
  private final HelpHouse help;
  private final SplittableRandom dice;
  private final HelpCommands commands;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Asked> waiting = new ArrayList<>();
  private final Map<Order, Integer> sent = new LinkedHashMap<>();
  private final Map<String, Long> seen = new TreeMap<>();
  private final List<Order> orders = new ArrayList<>();
  private final Story story;
  private boolean isSeen;

  HelpDay(long seed) {
    this(seed, Bug.NONE);
  }

  /// @param bug what is wrong with one of the nodes
  HelpDay(long seed, Bug bug) {
    this.bug = bug;
    help = new HelpHouse(seed);
    dice = help.house.sim.dice();
    commands = new HelpCommands(dice);
    var fairness = help.school.rules().help().fairness();
    story =
        new Story(
            new Story.Terms(
                Set.of(Fixtures.LENA.value()),
                HelpHouse.HELPERS.stream().map(PersonId::value).collect(Collectors.toSet()),
                fairness.penaltyMax(),
                fairness.helpedAfter()));
    for (var wrong : List.of(bug, Bug.NONE)) {
      nodes.add(help.node(wrong));
      help.house.sim.pass(0);
    }
  }

  /// What happened, by name, and how often.
  Map<String, Long> walk(int count) {
    for (int number = 0; number < count; number++) {
      weather();
      if (dice.nextInt(120) == 0) {
        die();
      }
      go(number);
    }
    end();
    HelpJudge.judge(story);
    for (var node : nodes) {
      assertThat(node.desk.tally().faults.sum()).as("no rule failed").isZero();
    }
    return seen;
  }

  /// A walk until the bug has bitten, and a little further.
  ///
  /// @param from which command on the bug may bite
  /// @return what a judge is told
  Story walkUntilBitten(int from, int most) {
    var log = nodes.getFirst().log;
    for (int number = 0; number < most && !log.hasBitten(); number++) {
      if (number == from) {
        log.mayBite();
      }
      go(number);
    }
    for (int number = most; number < most + 20; number++) {
      go(number);
    }
    end();
    return story;
  }

  /// Before anything follows from it.
  private void lookWhenBitten() {
    var first = nodes.getFirst();
    long at = first.log.misreadAt();
    if (!isSeen && at > 0 && first.desk.state().cursor().seq() >= at) {
      isSeen = true;
      look(first);
    }
  }

  /// A deaf node that writes hears of everything: then it has bitten nobody.
  boolean hasBitten() {
    var first = nodes.getFirst();
    boolean isBehind = !first.desk.state().cursor().equals(nodes.getLast().desk.state().cursor());
    return first.log.hasBitten() && (isBehind || !bug.isDeaf());
  }

  private void go(int number) {
    send(number);
    for (int steps = dice.nextInt(10); steps > 0; steps--) {
      help.house.sim.step();
      lookWhenBitten();
    }
    if (dice.nextInt(5) == 0) {
      help.house.sim.nudge(dice.nextInt(75_000));
    }
    hear();
    if (dice.nextInt(10) == 0) {
      look(pick(nodes));
    }
  }

  private void weather() {
    if (dice.nextInt(3) == 0) {
      pick(nodes).line =
          switch (dice.nextInt(40)) {
            case 0 -> FlakyLog.Line.LOST_BEFORE;
            case 1 -> FlakyLog.Line.LOST_AFTER;
            default -> FlakyLog.Line.GOOD;
          };
    }
  }

  /// What is written is written, what is on its way is not heard of again.
  private void die() {
    var dead = nodes.remove(dice.nextInt(nodes.size()));
    dead.line = dice.nextBoolean() ? FlakyLog.Line.LOST_BEFORE : FlakyLog.Line.LOST_AFTER;
    for (int steps = dice.nextInt(6); steps > 0; steps--) {
      help.house.sim.step();
    }
    dead.desk.stop();
    nodes.add(help.node());
    help.house.sim.pass(0);
    note("node died");
  }

  private void send(int number) {
    boolean again = !orders.isEmpty() && dice.nextInt(12) == 0;
    var order =
        again
            ? orders.get(orders.size() - 1 - dice.nextInt(Math.min(20, orders.size())))
            : draw(number);
    submit(order, pick(nodes));
    if (dice.nextInt(15) == 0) {
      nodes.forEach(node -> submit(order, node));
    }
  }

  private Order draw(int number) {
    var drawn = commands.draw(pick(nodes).desk.state().floor(), number);
    var order = House.order(help.school, drawn.who(), "c" + number, drawn.command());
    orders.add(order);
    story.said(said(order));
    return order;
  }

  private static Said said(Order order) {
    var command = order.command();
    return new Said(
        order.id().who().value(),
        order.id().id(),
        command instanceof ClaimNext,
        command instanceof OfHelp of ? of.help().value() : "",
        epoch(command));
  }

  private static long epoch(Command command) {
    return switch (command) {
      case Command.ArriveAtHelp(_, var epoch) -> epoch;
      case Command.RenewHelp(_, var epoch) -> epoch;
      case Command.ReleaseHelp(_, var epoch) -> epoch;
      case Command.SayNotHere(_, var epoch) -> epoch;
      case Command.HoldHelp hold -> hold.epoch();
      case Command.HandOffHelp handOff -> handOff.epoch();
      case Command.KeepHeld(_, var epoch) -> epoch;
      case Command.ResolveHelp(_, var epoch) -> epoch;
      case Command.ResolveAll(_, var epoch) -> epoch;
      case Command.DismissHelp dismiss -> dismiss.epoch();
      default -> Command.ANY_VERSION;
    };
  }

  private void submit(Order order, Node node) {
    sent.merge(order, 1, Integer::sum);
    waiting.add(new Asked(order, node.desk.submit(order)));
  }

  /// Answers that came; a device that is told to try again does, under the same id.
  private void hear() {
    var came = waiting.stream().filter(each -> each.answer().isComplete()).toList();
    waiting.removeAll(came);
    for (var each : came) {
      var id = each.order().id();
      switch (each.answer().result()) {
        case Answer.Done(var seq, var result, _) -> {
          story.heard(new Heard.Done(id.who().value(), id.id(), seq, result.toString()));
          if (sent.get(each.order()) > 1) {
            note("answered again");
          }
        }
        case Answer.Refused(var refusal, _) when refusal.isWorthTryingAgain() -> {
          note("not saved");
          submit(each.order(), pick(nodes));
        }
        case Answer.Refused(var refusal, _) -> {
          note(refusal.key());
          // Sent again it may be accepted later; sent once, a refusal is final.
          if (sent.get(each.order()) == 1) {
            sent.put(each.order(), 2);
            orders.remove(each.order());
            story.heard(new Heard.Refused(id.who().value(), id.id()));
          }
        }
      }
    }
  }

  private void look(Node node) {
    story.shown(screen(node));
  }

  private Screen screen(Node node) {
    var state = node.desk.state();
    var floor = state.floor();
    var rows =
        floor.help().open().values().stream()
            .map(
                request ->
                    new Shown(
                        request.id().value(),
                        request.asked().student().value(),
                        request.word(),
                        request.owner().map(PersonId::value).orElse(""),
                        request.epoch(),
                        request.version(),
                        lines(floor, request)))
            .toList();
    return new Screen(state.cursor().seq(), "node " + nodes.indexOf(node), rows);
  }

  private static int lines(Floor floor, HelpRequest request) {
    return Math.toIntExact(
        floor.school().rooms().keySet().stream()
            .filter(room -> floor.line(List.of(room)).contains(request))
            .count());
  }

  /// Everything works again, and a node that has seen nothing joins. A last thing happens, and then
  /// nothing for two heartbeats.
  private void end() {
    nodes.forEach(node -> node.line = FlakyLog.Line.GOOD);
    while (!waiting.isEmpty()) {
      help.house.sim.pass(5_000);
      hear();
    }
    nodes.add(help.node());
    help.house.sim.pass(20_000);
    nodes.getLast().desk.submit(House.order(help.school, Fixtures.ROSA, "last", new StartDuty()));
    help.house.sim.pass(TWO_BEATS_MS);
    nodes.forEach(node -> story.shownAtRest(screen(node)));
    var heldUp = new HashSet<HelpId>();
    var log = bug.isInTheLog() ? nodes.getFirst().log : help.house.memory;
    for (var placed : help.house.log(log)) {
      var entry = placed.entry();
      story.written(
          new Line(placed.at().seq(), Codec.write(entry).toString(), entry.result().toString()));
      entry.events().forEach(event -> noted(event, heldUp));
    }
    nodes.forEach(node -> node.desk.stop());
  }

  /// @param heldUp what nobody has asked for
  private void noted(Event event, Set<HelpId> heldUp) {
    note(kebab(event.getClass()));
    switch (event) {
      case HelpAsked asked when asked.by().equals(HelpHouse.SOURCE.id().actor()) -> {
        if (asked.why().orElseThrow().what() == Why.What.BLOCKED) {
          heldUp.add(asked.help());
          note("held up");
        }
      }
      case HelpClaimed claimed when heldUp.contains(claimed.help()) -> note("held up, taken");
      case HelpExpired(_, var reason, _) when reason.equals("asked") -> note("held up, gave way");
      default -> {}
    }
  }

  private static String kebab(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private void note(String what) {
    seen.merge(what, 1L, Long::sum);
  }

  private <T> T pick(List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }
}

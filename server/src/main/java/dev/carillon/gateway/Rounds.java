package dev.carillon.gateway;

import dev.carillon.desk.Answer;
import dev.carillon.desk.Clock;
import dev.carillon.desk.Order;
import dev.carillon.desk.Publication;
import dev.carillon.floor.Command.NotePresence;
import dev.carillon.floor.Floor;
import dev.carillon.log.CommandId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Role;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Once a second: tells the other nodes what this one sees of people's devices, hears what they
/// see, and tells the floor which helpers nobody sees any more.
///
/// Every node does all of it. The floor takes the word of the first and knows the others' already;
/// only a node that has a helper's device itself says that she is back, so that old hearsay does
/// not bring her back. Belongs to the thread of [Audiences].
final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final String node = UUID.randomUUID().toString();
  private final Function<Order, Future<Answer>> floor;
  private final PresenceStore store;
  private final Clock source;
  private final Executor thread;
  private final Presence presence;
  private final Nodes nodes;
  private final Prompts prompts;
  private final Set<CommandId> said = new HashSet<>();
  private boolean isAsking;

  /// @param floor takes what is to be told
  /// @param thread runs tasks one after another, on the thread all of this belongs to
  Rounds(
      Function<Order, Future<Answer>> floor,
      PresenceStore store,
      Clock source,
      GatewayOptions.Timing timing,
      Executor thread) {
    this.floor = floor;
    this.store = store;
    this.source = source;
    this.thread = thread;
    presence = new Presence(timing.grace());
    nodes = new Nodes(presence);
    prompts = new Prompts(timing.shown());
  }

  Presence presence() {
    return presence;
  }

  Nodes nodes() {
    return nodes;
  }

  Prompts prompts() {
    return prompts;
  }

  /// @param transports how many devices came to this node by which transport
  void round(Publication now, Map<String, Integer> transports) {
    long nowNanos = System.nanoTime();
    presence.pass(nowNanos);
    prompts.pass(nowNanos);
    exchange(now, transports);
    tellFloor(now.floor());
  }

  private void exchange(Publication now, Map<String, Integer> transports) {
    if (isAsking) {
      return;
    }
    isAsking = true;
    store
        .put(node, nodes.sighting(dateOf(now), prompts.reached(), transports))
        .compose(_ -> store.all())
        .onComplete(
            all ->
                thread.execute(
                    () -> {
                      isAsking = false;
                      if (all.succeeded()) {
                        heard(all.result(), now);
                      } else {
                        LOG.debug("the other nodes are not heard", all.cause());
                      }
                    }));
  }

  private void heard(Map<String, Sighting> all, Publication now) {
    var others = new HashMap<>(all);
    others.remove(node);
    var at = now.clock().at(source.sourceMs());
    boolean isFirst = !nodes.hasHeard();
    others.values().removeIf(sighting -> !sighting.date().equals(dateOf(now)));
    nodes.heard(others, at, System.nanoTime());
    others.values().forEach(sighting -> prompts.heard(sighting.reached()));
    if (isFirst) {
      expectHelpers(now.floor(), at);
    }
  }

  private static LocalDate dateOf(Publication now) {
    return now.floor().plan().date();
  }

  /// After a restart nobody is known: whoever has a call in hand should come back.
  private void expectHelpers(Floor floor, Instant at) {
    for (var request : floor.help().open().values()) {
      request.owner().ifPresent(owner -> presence.missed(owner, at, System.nanoTime()));
    }
  }

  private void tellFloor(Floor floor) {
    var lost = floor.help().team().gone();
    presence
        .gone()
        .forEach(
            (who, since) -> {
              if (floor.onDuty().contains(who) && !lost.containsKey(who)) {
                say(new NotePresence(who, false, since), "lost", floor);
              }
            });
    lost.forEach(
        (who, since) -> {
          if (nodes.isHere(who)) {
            say(new NotePresence(who, true, since), "found", floor);
          }
        });
  }

  /// The same on every node and at every round, so that it is done once.
  private void say(NotePresence command, String what, Floor now) {
    var name =
        "presence/" + command.helper().value() + "/" + what + "/" + command.since().toEpochMilli();
    var id = new CommandId(PersonId.SYSTEM, name);
    if (said.add(id)) {
      floor
          .apply(new Order(id, now.plan().date(), Role.SYSTEM, command, name, false))
          .onComplete(_ -> thread.execute(() -> said.remove(id)));
    }
  }

  /// The node goes, and takes its devices with it.
  void stop() {
    store.remove(node).onFailure(cause -> LOG.debug("a node goes unsaid", cause));
  }
}

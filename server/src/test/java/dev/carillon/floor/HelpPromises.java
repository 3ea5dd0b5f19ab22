package dev.carillon.floor;

import static org.assertj.core.api.Assertions.fail;

import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Staff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What must be so of calls for help whatever was commanded, worked out anew from the requests.
final class HelpPromises {
  private HelpPromises() {}

  static void kept(Floor floor, String where) {
    var help = floor.help();
    var active = new HashMap<PersonId, HelpId>();
    var held = new HashMap<PersonId, List<HelpId>>();
    var ids = new HashSet<HelpId>();
    help.open()
        .forEach(
            (place, request) -> {
              check(ids.add(request.id()), "one place a request", where);
              check(place.equals(help.orders().get(request.id())), "known by its place", where);
              var turn = request.standing().turn();
              check(place.equals(turn.place(request.asked().order())), "in its order", where);
              check(!help.over().containsKey(request.id()), "open or over", where);
              if (request.isActive()) {
                var other = active.put(request.asked().student(), request.id());
                check(other == null, "one active request a student", where);
              }
              boolean isOwned = request instanceof Claimed || request instanceof Helping;
              check(request.owner().isPresent() == isOwned, "an owner when taken only", where);
              for (var owner : request.owner().stream().toList()) {
                held.computeIfAbsent(owner, _ -> new ArrayList<>()).add(request.id());
              }
              watched(request, where);
            });
    check(ids.equals(help.orders().keySet()), "nothing else has a place", where);
    check(help.byStudent().equals(active), "each student's is known", where);
    owned(floor, held, where);
    lined(floor, where);
  }

  private static void watched(HelpRequest request, String where) {
    var watch = request.standing().watch();
    boolean runs = watch.runsFrom().isPresent();
    check(!runs || request instanceof Waiting, "a watch runs while one waits only", where);
    check(!watch.counted().isNegative(), "no negative wait", where);
    check(!request.standing().turn().waited().isNegative(), "no negative wait before", where);
  }

  private static void owned(Floor floor, Map<PersonId, List<HelpId>> held, String where) {
    check(floor.help().holds().keySet().equals(held.keySet()), "nobody else holds one", where);
    held.forEach(
        (helper, helps) -> {
          var known = floor.help().holds().get(helper);
          check(new HashSet<>(known).equals(new HashSet<>(helps)), "what she holds", where);
          check(known.size() == helps.size(), "each once", where);
          boolean helps1 = floor.school().people().get(helper) instanceof Staff;
          check(helps1, "staff hold requests", where);
          boolean isThere =
              floor.onDuty().contains(helper) || floor.school().people().get(helper).role().leads();
          check(isThere, "owners are on duty", where);
        });
  }

  /// Every request that waits stands in the line of exactly one room.
  private static void lined(Floor floor, String where) {
    for (var request : floor.help().open().values()) {
      long rooms =
          floor.school().rooms().keySet().stream()
              .filter(room -> floor.line(List.of(room)).contains(request))
              .count();
      check(rooms == 1, "in one line", where);
    }
  }

  /// Each event changes one request, whose version grows by one.
  static void grown(Floor before, Floor after, Event event, String where) {
    if (!(event instanceof Event.HelpEvent changed)) {
      return;
    }
    long was = before.help().find(changed.help()).map(HelpRequest::version).orElse(0L);
    long is = after.help().find(changed.help()).map(HelpRequest::version).orElse(0L);
    check(is == was + 1, "the version grows by one with " + event, where);
  }

  static void check(boolean holds, String promise, String where) {
    if (!holds) {
      fail("%s: broken: %s", where, promise);
    }
  }
}

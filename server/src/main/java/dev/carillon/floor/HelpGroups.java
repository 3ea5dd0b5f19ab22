package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Event.HelpClaimedTogether;
import dev.carillon.floor.Event.HelpDeclined;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Result.HelpGiven;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Several who are stuck with one thing in one room may be helped together. Each keeps a request
/// and an outcome of her own; the helper has them all and nobody else has any.
public record HelpGroups(Floor floor, Stamp stamp) {
  /// Calls that could be helped together, first come first.
  ///
  /// @param subject what they have in common
  public record Suggestion(RoomId room, String subject, List<HelpId> helps) {
    public Suggestion {
      helps = List.copyOf(helps);
    }
  }

  private record Key(RoomId room, String subject) {}

  /// What could be helped together right now. Nobody is moved for it, and nothing follows from it
  /// before a helper says so.
  public static List<Suggestion> suggested(Floor floor) {
    var groups = new LinkedHashMap<Key, List<Waiting>>();
    for (var request : floor.help().open().values()) {
      if (request instanceof Waiting waiting && mayShare(floor, waiting)) {
        floor
            .roomOf(waiting)
            .map(room -> new Key(room, waiting.asked().subject()))
            .ifPresent(key -> groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(waiting));
      }
    }
    var suggestions = new ArrayList<Suggestion>();
    groups.forEach(
        (key, calls) -> {
          for (var close : close(floor, calls)) {
            suggestions.add(new Suggestion(key.room(), key.subject(), close));
          }
        });
    return suggestions;
  }

  /// Where those who are helped together meet, in the school's own words: the room of the first of
  /// them says it, if it has a place for that. Empty for whoever is helped alone.
  public static Optional<String> huddle(Floor floor, HelpRequest request) {
    return Optional.of(request)
        .filter(floor.help()::isTogether)
        .flatMap(HelpRequest::owner)
        .flatMap(floor.help()::heldBy)
        .flatMap(floor::roomOf)
        .map(floor.school().rooms()::get)
        .map(Room::huddle)
        .filter(huddle -> !huddle.isEmpty());
  }

  private static boolean mayShare(Floor floor, Waiting waiting) {
    return waiting.standing().together()
        && !waiting.standing().trying()
        && !waiting.asked().subject().isEmpty()
        && !new HelpPlaces(floor).isInAssessment(waiting.asked().student());
  }

  /// Those asked within one span of time, whenever it begins: the span with most of them first,
  /// then the same of the others.
  private static List<List<HelpId>> close(Floor floor, List<Waiting> calls) {
    var within = floor.school().rules().help().together().within();
    var groups = new ArrayList<List<HelpId>>();
    var rest = calls;
    var most = fullest(rest, within);
    while (most.size() > 1) {
      var group = most;
      groups.add(group.stream().map(HelpRequest::id).toList());
      rest = rest.stream().filter(call -> !group.contains(call)).toList();
      most = fullest(rest, within);
    }
    return groups;
  }

  /// Of as many the earliest, in the order of the line.
  private static List<Waiting> fullest(List<Waiting> calls, Duration within) {
    List<Waiting> most = List.of();
    for (var from : calls.stream().map(call -> call.asked().at()).sorted().toList()) {
      var some = calls.stream().filter(call -> isWithin(from, within, call)).toList();
      most = some.size() > most.size() ? some : most;
    }
    return most;
  }

  private static boolean isWithin(Instant from, Duration within, Waiting call) {
    var at = call.asked().at();
    return !at.isBefore(from) && !at.isAfter(from.plus(within));
  }

  /// All that still wait, in one step; whoever is gone is left out, and of fewer than two it is an
  /// ordinary claim.
  Decision claim(List<HelpId> helps) {
    return new HelpRights(floor, stamp)
        .asHelper(
            () -> {
              if (floor.help().holds().containsKey(stamp.who())) {
                return refuse(Refusal.SLOT_TAKEN);
              }
              var members = members(helps);
              return switch (members.size()) {
                case 0 -> gone(helps);
                case 1 -> new HelpClaiming(floor, stamp).claim(members.getFirst());
                default -> claimed(members);
              };
            });
  }

  /// Nothing is grouped across rooms, and nobody is moved from an assessment.
  private List<Waiting> members(List<HelpId> helps) {
    var reach = new HelpReach(floor, stamp.at());
    var members = new ArrayList<Waiting>();
    for (var help : helps.stream().distinct().toList()) {
      if (floor.help().find(help).orElse(null) instanceof Waiting waiting
          && waiting.standing().together()
          && !new HelpPlaces(floor).isInAssessment(waiting.asked().student())
          && reach.reaches(stamp.who(), waiting)
          && !reach.isForOthers(stamp.who(), waiting)
          && isWith(members, waiting)) {
        members.add(waiting);
      }
    }
    return members;
  }

  private boolean isWith(List<Waiting> members, Waiting waiting) {
    return members.isEmpty() || floor.roomOf(members.getFirst()).equals(floor.roomOf(waiting));
  }

  private Decision gone(List<HelpId> helps) {
    var first = helps.stream().findFirst().flatMap(help -> floor.help().find(help));
    return first
        .map(request -> new HelpClaiming(floor, stamp).claim(request))
        .orElseGet(() -> refuse(Refusal.HELP_UNKNOWN));
  }

  private Decision claimed(List<Waiting> members) {
    var lead = members.getFirst();
    var lease = new HelpRights(floor, stamp).after(floor.school().rules().claimLease());
    var events = new ArrayList<Event>();
    for (var member : members) {
      events.add(
          new HelpClaimedTogether(
              member.id(), lead.id(), stamp.who(), member.epoch() + 1, lease, stamp.at()));
    }
    return accept(events, new HelpGiven(lead.id(), lead.epoch() + 1));
  }

  /// A member would rather be helped alone: she keeps her place.
  Decision decline(HelpRequest request) {
    return new HelpRights(floor, stamp)
        .asStudent(
            request,
            () -> {
              boolean isTaken = request instanceof Claimed || request instanceof Helping;
              boolean isInGroup = isTaken && floor.help().isTogether(request);
              return isInGroup
                  ? accept(
                      HelpHolding.freeing(
                          floor,
                          List.of(new HelpDeclined(request.id(), stamp.at())),
                          request,
                          stamp),
                      Result.NOTHING)
                  : HelpRights.elsewhere(request);
            });
  }
}

package dev.carillon.view;

import dev.carillon.floor.HelpGroups;
import dev.carillon.floor.HelpLost;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpWait;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Station;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Requests as helpers see them: who, where she is now, what about, who has it.
final class CallRows {
  private CallRows() {}

  /// An open request, where it is to be answered, and its row but for what differs by helper.
  record OpenCall(HelpRequest request, Station place, Row.Call row) {
    boolean isHeldBy(PersonId helper) {
      return request.owner().filter(helper::equals).isPresent();
    }

    /// @param order its place in the helper's list, from 0
    /// @param readsText helpers who are off duty do not
    /// @param forOthers it is for somebody else first
    Row.Call row(int order, PersonId helper, boolean readsText, boolean forOthers) {
      return new Row.Call(
          row.id(),
          order,
          row.state(),
          row.kind(),
          row.student(),
          row.station(),
          row.room(),
          row.code(),
          row.place(),
          row.badge(),
          row.activity(),
          row.text().filter(_ -> readsText),
          row.waited(),
          row.helpsToday(),
          row.owner(),
          row.claimedAtMs(),
          row.helpingSinceMs(),
          row.epoch(),
          row.leaseMs(),
          row.version(),
          isHeldBy(helper),
          row.standing().seen(isHeldBy(helper), forOthers),
          row.why().filter(_ -> readsText));
    }
  }

  /// In the order of the line.
  static List<OpenCall> open(Sight sight) {
    var groups = new HashMap<HelpId, HelpId>();
    for (var suggestion : HelpGroups.suggested(sight.floor())) {
      suggestion.helps().forEach(help -> groups.put(help, suggestion.helps().getFirst()));
    }
    return sight.open().stream()
        .filter(request -> !CallStanding.reach(sight).isHidden(request))
        .map(request -> open(sight, request, Optional.ofNullable(groups.get(request.id()))))
        .toList();
  }

  private static OpenCall open(Sight sight, HelpRequest request, Optional<HelpId> group) {
    var place = sight.place(request);
    var standing = CallStanding.of(sight, request, place, group);
    return new OpenCall(request, place, row(sight, request, place, standing));
  }

  /// One that went from its owner, for her; empty once its student has left the school.
  static Optional<Row.LostCall> lost(Sight sight, HelpLost lost) {
    return sight
        .floor()
        .help()
        .find(lost.help())
        .filter(request -> sight.roll().byId().containsKey(request.asked().student()))
        .map(request -> lost(sight, lost, request));
  }

  private static Row.LostCall lost(Sight sight, HelpLost lost, HelpRequest request) {
    return new Row.LostCall(
        lost.help().value(),
        sight.named(request.asked().student()),
        code(sight, request, sight.place(request)),
        Sight.word(lost.how()),
        Optional.of(lost.by())
            .filter(by -> sight.floor().school().people().get(by) instanceof Staff)
            .map(sight.floor()::nameOf),
        request.word(),
        request.owner().map(sight.floor()::nameOf).or(() -> CallStanding.to(sight, request)),
        lost.at().toEpochMilli());
  }

  /// The student's seat where she sits at the place, and the place otherwise.
  private static String code(Sight sight, HelpRequest request, Station place) {
    var spot = sight.spot(sight.student(request.asked().student()));
    return place.equals(spot.now()) ? spot.code() : Sight.code(place, "");
  }

  private static Row.Call row(
      Sight sight, HelpRequest request, Station place, Row.Call.Standing standing) {
    var asked = request.asked();
    var spot = sight.spot(sight.student(asked.student()));
    return new Row.Call(
        asked.id().value(),
        0,
        request.word(),
        Sight.word(asked.kind()),
        sight.named(asked.student()),
        place.id().value(),
        place.room().value(),
        code(sight, request, place),
        place.name(),
        Sight.badge(place.badge()),
        activity(spot, place),
        Sight.unlessEmpty(asked.text()),
        HelpRows.waited(HelpWait.of(sight.floor(), request)),
        sight.floor().help().helps().getOrDefault(asked.student(), 0),
        request.owner().map(id -> sight.named(id)),
        claimedAt(request).map(Instant::toEpochMilli),
        helpingSince(request).map(Instant::toEpochMilli),
        request.epoch(),
        leaseUntil(request).map(Instant::toEpochMilli),
        request.version(),
        false,
        standing,
        asked.why().map(why -> WhyRows.of(sight, asked.student(), why)));
  }

  /// What she does at the station where she is due; elsewhere nobody knows.
  private static Optional<String> activity(Sight.Spot spot, Station place) {
    return Sight.unlessEmpty(spot.activity()).filter(_ -> place.equals(spot.due()));
  }

  private static Optional<Instant> claimedAt(HelpRequest request) {
    return switch (request) {
      case Claimed claimed -> Optional.of(claimed.claimedAt());
      case Helping helping -> Optional.of(helping.claimedAt());
      case HelpRequest _ -> Optional.empty();
    };
  }

  private static Optional<Instant> helpingSince(HelpRequest request) {
    return request instanceof Helping helping ? Optional.of(helping.since()) : Optional.empty();
  }

  private static Optional<Instant> leaseUntil(HelpRequest request) {
    return request instanceof Claimed claimed
        ? Optional.of(claimed.leaseUntil())
        : Optional.empty();
  }
}

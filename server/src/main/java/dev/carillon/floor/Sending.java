package dev.carillon.floor;

import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Person.Staff;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom a leader would send to a room that has too few adults: somebody who is there, has nobody in
/// hand and no place of her own to look after. First whoever leaves no room without an adult, then
/// whoever is next door, then whoever leaves most others behind.
public record Sending(Floor floor) {
  /// @param leaves the rooms she would not cover any more
  public record Sent(PersonId helper, List<Leaves> leaves) {
    public Sent {
      leaves = List.copyOf(leaves);
    }

    private long alone() {
      return leaves.stream().filter(each -> each.helpers() == 0).count();
    }

    private int others() {
      return leaves.stream().mapToInt(Leaves::helpers).sum();
    }
  }

  /// @param helpers how many would still be there
  public record Leaves(RoomId room, int helpers) {}

  public Optional<Sent> to(RoomId room) {
    var reach = new HelpReach(floor, floor.at());
    return reach
        .there()
        .filter(helper -> !floor.covers(helper, room) && isFree(helper))
        .map(helper -> sent(helper, reach))
        .min(
            Comparator.comparingLong(Sent::alone)
                .thenComparing(sent -> !reach.isNeighbour(sent.helper(), room))
                .thenComparing(Comparator.comparingInt(Sent::others).reversed())
                .thenComparing(sent -> sent.helper().value()));
  }

  private boolean isFree(PersonId helper) {
    return !floor.help().holds().containsKey(helper)
        && floor.posts().of(helper).isEmpty()
        && floor.school().stations().values().stream()
            .noneMatch(station -> station.adults().contains(helper));
  }

  private Sent sent(PersonId helper, HelpReach reach) {
    var rooms =
        floor.school().people().get(helper) instanceof Staff staff
            ? staff.rooms()
            : Set.<RoomId>of();
    return new Sent(
        helper,
        rooms.stream()
            .sorted(Comparator.comparing(RoomId::value))
            .map(room -> new Leaves(room, reach.onDuty(room).size() - 1))
            .toList());
  }
}

package dev.carillon.floor;

import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Shortly before a bell a room is *closing*: calls are taken, and helpers see whose students leave
/// it.
public record HelpClosing(Floor floor) {
  /// When a student is due in another room, or nowhere any more.
  ///
  /// @param from when the bell is so near that it counts
  /// @param to where she is due then
  public record Leaving(Instant from, Instant bell, Optional<StationId> to) {
    boolean isNear(Instant now) {
      return !now.isBefore(from) && now.isBefore(bell);
    }
  }

  /// When the student of a call leaves the room she calls from. Empty when she stays there, when
  /// the call stays with its station, while her schedule stands, and when nobody is called.
  public Optional<Leaving> of(HelpRequest request) {
    boolean isAtHand =
        request instanceof Waiting || request instanceof Claimed || request instanceof Helping;
    return isAtHand && !isOfStation(request)
        ? floor
            .scheduleOf(request.asked().student())
            .filter(line -> line.running().equals(Timeline.GOING) && line.entered().isPresent())
            .flatMap(Timeline::current)
            .filter(block -> !stays(request, block))
            .map(block -> leaving(request, block))
        : Optional.empty();
  }

  private Leaving leaving(HelpRequest request, Block now) {
    return new Leaving(now.end().minus(lead()), now.end(), next(request, now));
  }

  private Optional<StationId> next(HelpRequest request, Block now) {
    var student = request.asked().student();
    return nextBlock(floor, student)
        .flatMap(block -> new HelpBell(floor, now.end()).stationIn(student, block));
  }

  /// When a student who asked in a block before, and has not been seen where she is due now, is to
  /// be there.
  public Optional<Instant> inPlaceAt(HelpRequest request) {
    var student = request.asked().student();
    boolean isAtHand = request instanceof Waiting || request instanceof Claimed;
    return isAtHand && !isOfStation(request) && isOnTheMove(student)
        ? floor
            .scheduleOf(student)
            .filter(line -> line.entered().isPresent())
            .flatMap(Timeline::current)
            .filter(block -> !block.id().equals(request.asked().block()))
            .map(block -> Phases.of(block).settleAt())
        : Optional.empty();
  }

  private static boolean isOfStation(HelpRequest request) {
    return request.asked().kind() == HelpKind.EQUIPMENT || request.standing().left();
  }

  private boolean isOnTheMove(PersonId student) {
    return Optional.ofNullable(floor.arrivals().get(student))
        .map(Arrival::state)
        .filter(state -> state == ArrivalState.EXPECTED || state == ArrivalState.PROMPTED)
        .isPresent();
  }

  private Duration lead() {
    return floor.school().rules().help().alarms().closingLead();
  }

  private boolean stays(HelpRequest request, Block now) {
    return next(request, now).flatMap(floor::roomOf).equals(floor.roomOf(request));
  }

  /// The block of the school that comes after the one a student is in.
  static Optional<BlockId> nextBlock(Floor floor, PersonId student) {
    return floor
        .scheduleOf(student)
        .filter(line -> line.position() + 1 < line.blocks().size())
        .map(line -> line.blocks().get(line.position() + 1).id());
  }
}

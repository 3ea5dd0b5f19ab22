package dev.carillon.floor;

import dev.carillon.floor.HelpRequest.Asked;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.HelpRequest.Turn;
import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.Station;
import dev.carillon.school.StationKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pcollections.TreePVector;

/// Where a request stands in the line, and where it applies.
record HelpPlaces(Floor floor) {
  /// The place of a request that enters the line now (ADR 21): who has waited before comes as if
  /// she had never left; who was helped lately is set back a little, and never far.
  Turn turn(PersonId student, Lane lane, boolean pinned, Duration waited, Instant at) {
    var fairness = floor.school().rules().help().fairness();
    var entered = at.minus(waited);
    var penalty = fairness.penalty().multipliedBy(helpsLately(student));
    var most = fairness.penaltyMax();
    var added = penalty.compareTo(most) < 0 ? penalty : most;
    return new Turn(pinned, lane, entered, entered.plus(added), waited, at);
  }

  /// How often she was helped in this block and the one before.
  int helpsLately(PersonId student) {
    var blocks = floor.help().helped().getOrDefault(student, TreePVector.empty());
    if (blocks.isEmpty()) {
      return 0;
    }
    var lately = lately(student);
    return Math.toIntExact(blocks.stream().filter(lately::contains).count());
  }

  private Set<BlockId> lately(PersonId student) {
    var blocks = new HashSet<BlockId>();
    for (var line : floor.scheduleOf(student).stream().toList()) {
      int position = line.position();
      for (int i = Math.max(0, position - 1); i <= position; i++) {
        blocks.add(line.blocks().get(i).id());
      }
    }
    return blocks;
  }

  /// The block of the school a student is in.
  Optional<BlockId> blockOf(PersonId student) {
    return floor.scheduleOf(student).flatMap(Timeline::current).map(Block::id);
  }

  /// What calls have in common: the item of the playlist, or what is done at the station.
  static String subject(Assignment place) {
    return place.item().isEmpty() ? place.activity() : place.item();
  }

  /// The subject of what calls have in common: that of the item on her playlist, or else what is
  /// done at the station.
  String subjectOf(PersonId student, String common) {
    return item(student, common)
        .map(Item::subject)
        .filter(subject -> !subject.isEmpty())
        .orElse(common);
  }

  /// Whether what a student is stuck with is done at a station as well. An item of her playlist
  /// says where it can be done; work without one belongs to what is done where she asked.
  boolean applies(Asked asked, StationId at) {
    var station = floor.school().stations().get(at);
    if (station == null) {
      return false;
    }
    return switch (asked.kind()) {
      case PERSON, URGENT -> true;
      case EQUIPMENT -> asked.station().equals(at);
      case WORK ->
          item(asked)
              .map(item -> isDoneAt(item.want(), station, asked.student()))
              .orElseGet(() -> isSameWork(asked, station));
    };
  }

  Optional<Item> item(Asked asked) {
    return item(asked.student(), asked.item());
  }

  private Optional<Item> item(PersonId student, String id) {
    return Optional.ofNullable(floor.school().playlists().get(student)).stream()
        .flatMap(playlist -> playlist.items().stream())
        .filter(item -> item.id().equals(id))
        .findFirst();
  }

  /// Whether an item of her playlist is still to be done.
  boolean isOpenItem(Asked asked) {
    return item(asked).isPresent() && !floor.learning().isFinished(asked.student(), asked.item());
  }

  private boolean isDoneAt(Want want, Station station, PersonId student) {
    return switch (want) {
      case Want.At(var wanted) -> wanted.equals(station.id());
      case Want.AnyOf(var kind) -> kind == station.kind();
      case Want.OneOf(var some) -> some.contains(station.id());
      case Want.AtHome() ->
          floor.student(student).filter(each -> each.home().equals(station.id())).isPresent();
    };
  }

  private boolean isSameWork(Asked asked, Station station) {
    var there = floor.school().stations().get(asked.station());
    return asked.station().equals(station.id())
        || (there != null && there.activity().equals(station.activity()));
  }

  /// Whether nobody can come to her now: she is away, or not to be disturbed. A machine is where it
  /// is, whoever is away; who has gone for an adult is looked for; who learns elsewhere is there.
  boolean isOutOfReach(HelpRequest request) {
    boolean isOfHers =
        request.asked().kind() == HelpKind.WORK || request.asked().kind() == HelpKind.PERSON;
    return isOfHers && (isAway(request.asked().student()) || isHidden(request));
  }

  private boolean isAway(PersonId student) {
    return Optional.ofNullable(floor.placing().away().get(student))
        .filter(away -> away.kind() != AwayKind.STUDY)
        .isPresent();
  }

  /// A talk waits while the student is in an assessment or a workshop that has begun for her since
  /// she asked; who asks in the middle of one wants to be disturbed.
  boolean isHidden(HelpRequest request) {
    var asked = request.asked();
    return asked.kind() == HelpKind.PERSON
        && (opened(asked.student()).anyMatch(since -> !since.isBefore(asked.at()))
            || isInAnotherWorkshop(asked));
  }

  /// Whether she is in an assessment: nobody moves her then.
  boolean isInAssessment(PersonId student) {
    return opened(student).findAny().isPresent();
  }

  /// When those were opened that she is in. Who forgets to submit one is in it until the block is
  /// over, which takes her elsewhere, and not all day.
  private Stream<Instant> opened(PersonId student) {
    var block = floor.scheduleOf(student).flatMap(Timeline::current).map(Block::start);
    return floor.learning().unlocks().values().stream()
        .filter(Unlock.Opened.class::isInstance)
        .map(Unlock.Opened.class::cast)
        .filter(opened -> opened.asked().student().equals(student))
        .map(Unlock.Opened::at)
        .filter(since -> block.filter(begun -> !since.isBefore(begun)).isPresent());
  }

  private boolean isInAnotherWorkshop(Asked asked) {
    return blockOf(asked.student()).filter(asked.block()::equals).isEmpty()
        && floor
            .assignmentNow(asked.student())
            .flatMap(place -> Optional.ofNullable(floor.school().stations().get(place.station())))
            .filter(station -> station.kind() == StationKind.WORKSHOP)
            .isPresent();
  }
}

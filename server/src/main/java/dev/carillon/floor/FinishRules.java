package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.FinishItem;
import dev.carillon.floor.Event.ItemClaimed;
import dev.carillon.floor.Event.ItemFinished;
import dev.carillon.floor.Event.StudentsPlaced;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist.Item;
import dev.carillon.school.Playlist.Want;
import dev.carillon.school.Role;
import dev.carillon.school.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Being done before time: the next block that was meant for it becomes the next thing that is
/// open, or time at home.
record FinishRules(Floor floor, Stamp stamp) {
  Decision decide(FinishItem finish) {
    boolean own = stamp.role() == Role.STUDENT && finish.student().equals(stamp.who());
    var refusal =
        own
            ? Optional.<Decision>empty()
            : LearningRules.notTaughtBy(floor, stamp, finish.student());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (items(finish.student()).noneMatch(item -> item.id().equals(finish.item()))) {
      return refuse(Refusal.ITEM_UNKNOWN);
    }
    if (floor.learning().isFinished(finish.student(), finish.item())) {
      return accept();
    }
    return own && finish.how() == HowFinished.TESTED_OUT ? claimed(finish) : finished(finish);
  }

  private Stream<Item> items(PersonId student) {
    return Optional.ofNullable(floor.school().playlists().get(student)).stream()
        .flatMap(playlist -> playlist.items().stream());
  }

  private Decision claimed(FinishItem finish) {
    return floor.learning().finish(finish.student(), finish.item()).isPresent()
        ? accept()
        : accept(new ItemClaimed(finish.student(), finish.item(), stamp.at()));
  }

  private Decision finished(FinishItem finish) {
    var events = new ArrayList<Event>();
    events.add(
        new ItemFinished(finish.student(), finish.item(), finish.how(), stamp.who(), stamp.at()));
    floor.student(finish.student()).flatMap(each -> replaced(each, finish)).ifPresent(events::add);
    return accept(events, Result.NOTHING);
  }

  /// The next block that holds the item, with something else in it.
  private Optional<StudentsPlaced> replaced(Student student, FinishItem finish) {
    return ahead(student.id())
        .flatMap(block -> floor.assignmentAt(student.id(), block.id()).stream())
        .filter(place -> place.item().equals(finish.item()))
        .findFirst()
        .map(place -> replaced(student, place));
  }

  /// Blocks that have not begun.
  private Stream<Block> ahead(PersonId student) {
    return floor.scheduleOf(student).stream()
        .flatMap(timeline -> timeline.blocks().stream().skip(timeline.position() + 1L));
  }

  private StudentsPlaced replaced(Student student, Assignment was) {
    var planned = planned(student.id());
    var next =
        items(student.id())
            .filter(item -> !planned.contains(item.id()))
            .filter(item -> !floor.learning().isFinished(student.id(), item.id()))
            .flatMap(item -> with(student, was, item).stream())
            .findFirst()
            .orElseGet(() -> atHome(student, was));
    return new StudentsPlaced(
        List.of(next), List.of(was.station()), stamp.who(), "finished early", stamp.at());
  }

  /// The items that have a block today.
  private Set<String> planned(PersonId student) {
    return floor.scheduleOf(student).stream()
        .flatMap(timeline -> timeline.blocks().stream())
        .flatMap(block -> floor.assignmentAt(student, block.id()).stream())
        .map(Assignment::item)
        .collect(Collectors.toSet());
  }

  /// The item in place of another, where one of its stations has room.
  private Optional<Assignment> with(Student student, Assignment was, Item item) {
    return stations(student, item.want())
        .filter(station -> hasRoom(student, was, station))
        .findFirst()
        .map(station -> in(was, station.id(), seat(student, station), item.title(), item.id()));
  }

  private Stream<Station> stations(Student student, Want want) {
    var all = floor.school().stations();
    return switch (want) {
      case Want.At(var station) -> Stream.ofNullable(all.get(station));
      case Want.OneOf(var some) -> some.stream().flatMap(id -> Stream.ofNullable(all.get(id)));
      case Want.AnyOf(var kind) -> all.values().stream().filter(station -> station.kind() == kind);
      case Want.AtHome() -> Stream.ofNullable(all.get(student.home()));
    };
  }

  private boolean hasRoom(Student student, Assignment was, Station station) {
    var block = floor.lineOf(student.id(), was.block()).flatMap(line -> line.block(was.block()));
    boolean isOpen = floor.placing().status(station.id()) == StationStatus.OPEN;
    return isOpen
        && block
            .map(each -> new Placement(floor).load(station, each, Set.of(student.id())))
            .filter(load -> load < FreeSeats.cap(station))
            .isPresent();
  }

  private Assignment atHome(Student student, Assignment was) {
    return switch (floor.school().stations().get(student.home())) {
      case null -> in(was, floor.school().overflow(), "", "", "");
      case Station home -> in(was, home.id(), student.seat(), home.activity(), "");
    };
  }

  private static String seat(Student student, Station station) {
    return station.id().equals(student.home()) ? student.seat() : "";
  }

  private static Assignment in(
      Assignment was, StationId station, String seat, String activity, String item) {
    return new Assignment(
        was.student(), was.block(), station, seat, activity, item, Source.FINISHED, false);
  }
}

package dev.carillon.view;

import static java.util.stream.Collectors.groupingBy;

import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.OnHold;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.HelpWait;
import dev.carillon.floor.RoomDue;
import dev.carillon.floor.Sending;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Room;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The help queue as leaders see it: figures of every room, and each open call without a student.
record HelpRows(Sight sight) {
  void add(Cut cut, boolean changed) {
    cut.table("line", changed, this::line).table("roomHelp", changed, this::rooms);
  }

  static Row.Waited waited(HelpWait wait) {
    return new Row.Waited(
        wait.counted().toMillis(),
        wait.since().map(Instant::toEpochMilli),
        wait.until().map(Instant::toEpochMilli));
  }

  private List<Row.LineCall> line() {
    var open = List.copyOf(sight.open());
    return IntStream.range(0, open.size()).mapToObj(order -> call(order, open.get(order))).toList();
  }

  private Row.LineCall call(int order, HelpRequest request) {
    var place = sight.place(request);
    return new Row.LineCall(
        request.id().value(),
        order,
        place.room().value(),
        place.id().value(),
        Sight.code(place, ""),
        place.name(),
        request.word(),
        Sight.word(request.asked().kind()),
        waited(HelpWait.of(sight.floor(), request)),
        request.standing().watch().level(),
        request.owner().map(id -> sight.named(id)),
        request.epoch(),
        Optional.of(request instanceof Helping helping && helping.silent()).filter(it -> it),
        request.standing().released().map(Sight::word));
  }

  private List<Row.RoomHelp> rooms() {
    var calls = sight.open().stream().collect(groupingBy(request -> sight.place(request).room()));
    var there = byRoom(CallStanding.reach(sight).there());
    var away = byRoom(away());
    return sight.floor().school().rooms().values().stream()
        .map(
            room ->
                room(
                    room,
                    calls.getOrDefault(room.id(), List.of()),
                    there.getOrDefault(room.id(), 0),
                    away.getOrDefault(room.id(), 0)))
        .toList();
  }

  /// How many of these helpers cover each room.
  private Map<RoomId, Integer> byRoom(Stream<PersonId> helpers) {
    var people = sight.floor().school().people();
    var counts = new HashMap<RoomId, Integer>();
    helpers
        .flatMap(id -> people.get(id) instanceof Staff staff ? staff.rooms().stream() : Stream.of())
        .forEach(room -> counts.merge(room, 1, Integer::sum));
    return counts;
  }

  private Row.RoomHelp room(Room room, List<HelpRequest> calls, int there, int away) {
    var waiting = calls.stream().filter(Waiting.class::isInstance).toList();
    return new Row.RoomHelp(
        room.id().value(),
        waiting.size(),
        HelpWait.longest(sight.floor(), waiting).map(HelpRows::waited),
        there,
        away,
        count(calls, Claimed.class) + count(calls, Helping.class),
        count(calls, OnHold.class),
        held(calls),
        Optional.of(!waiting.isEmpty() && isTold(RoomDue.BUSY, room.id())).filter(it -> it),
        Optional.of(!waiting.isEmpty() && there == 0 && isTold(RoomDue.UNHELPED, room.id()))
            .filter(it -> it),
        new Sending(sight.floor()).to(room.id()).map(this::spare));
  }

  private Row.Spare spare(Sending.Sent sent) {
    return new Row.Spare(
        sight.named(sent.helper()),
        sent.leaves().stream()
            .map(each -> new Row.Leaves(each.room().value(), each.helpers()))
            .toList());
  }

  private Stream<PersonId> away() {
    return sight.floor().onDuty().stream().filter(sight.floor().help().team()::isAway);
  }

  /// Told once a block, and so while it lasts.
  private boolean isTold(RoomDue what, RoomId room) {
    var team = sight.floor().help().team();
    return sight.floor().timelines().values().stream()
        .flatMap(line -> line.current().stream())
        .anyMatch(block -> team.isWarned(what, room, block.id()));
  }

  private static int count(List<HelpRequest> calls, Class<? extends HelpRequest> state) {
    return Math.toIntExact(calls.stream().filter(state::isInstance).count());
  }

  private static int held(List<HelpRequest> calls) {
    return Math.toIntExact(
        calls.stream()
            .filter(call -> call instanceof Helping helping && helping.held().isPresent())
            .count());
  }
}

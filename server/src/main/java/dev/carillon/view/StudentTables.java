package dev.carillon.view;

import dev.carillon.floor.HelpKind;
import dev.carillon.floor.HelpRequest;
import dev.carillon.floor.HelpRequest.Claimed;
import dev.carillon.floor.HelpRequest.Helping;
import dev.carillon.floor.HelpRequest.Over;
import dev.carillon.floor.HelpRequest.Waiting;
import dev.carillon.floor.Timeline;
import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Station;
import java.util.List;
import java.util.Optional;

/// What a student sees: her own way through the day and her own request. Of other students she
/// learns one number, how many wait before her.
final class StudentTables {
  private final Sight sight;
  private final Student student;

  StudentTables(Sight sight, Student student) {
    this.sight = sight;
    this.student = student;
  }

  View cut(View before, Change change) {
    var cut = new Cut(before);
    CommonTables.add(cut, change, sight, sight.timeline(student).stream().toList());
    return cut.table("me", change.whole(), () -> List.of(me()))
        .table("stops", change.of(student.id()), this::stops)
        .table("help", change.line(sight.floor()), () -> help().stream().toList())
        .done();
  }

  private Row.StudentMe me() {
    var group = Optional.ofNullable(sight.floor().school().groups().get(student.group()));
    return new Row.StudentMe(
        "me",
        student.id().value(),
        student.name(),
        group.map(g -> g.name()),
        Sight.word(student.mode()),
        student.profile().quiet() ? "off" : "on");
  }

  private List<Row.Stop> stops() {
    return sight.timeline(student).stream()
        .flatMap(timeline -> timeline.blocks().stream())
        .flatMap(block -> stop(block).stream())
        .toList();
  }

  private Optional<Row.Stop> stop(Block block) {
    return sight
        .floor()
        .assignmentAt(student.id(), block.id())
        .map(assignment -> stop(assignment, sight.station(assignment.station())));
  }

  private Row.Stop stop(Assignment assignment, Station station) {
    var block = assignment.block();
    return new Row.Stop(
        block.value(),
        block.value(),
        station.id().value(),
        station.room().value(),
        Sight.code(station, assignment.seat()),
        station.name(),
        Sight.badge(station.badge()),
        Sight.unlessEmpty(assignment.seat()),
        assignment.activity(),
        sight.adults(station),
        Sight.word(sight.arrival(student, block)),
        // Nothing assigns anew during the day yet: what stands is what was published.
        false,
        Optional.empty());
  }

  /// The request not yet over, or the last one of this block.
  private Optional<Row.OwnHelp> help() {
    var block = sight.timeline(student).flatMap(Timeline::current).map(Block::id);
    return sight
        .floor()
        .help()
        .latestOf(student.id())
        .filter(
            last ->
                !(last instanceof Over) || block.filter(last.asked().block()::equals).isPresent())
        .map(this::row);
  }

  private Row.OwnHelp row(HelpRequest request) {
    var asked = request.asked();
    boolean own = asked.by().equals(student.id());
    return new Row.OwnHelp(
        asked.id().value(),
        CallRows.state(request),
        // What staff call urgent about a student is for staff; so is what they write.
        own || asked.kind() != HelpKind.URGENT ? Sight.word(asked.kind()) : "person",
        asked.at().toEpochMilli(),
        ahead(request),
        CallRows.owner(request).map(sight.floor()::nameOf),
        Sight.unlessEmpty(asked.text()).filter(_ -> own),
        request.version(),
        closedAtMs(request));
  }

  private Optional<Integer> ahead(HelpRequest request) {
    return switch (request) {
      case Waiting waiting -> Optional.of(sight.floor().aheadOf(waiting.id()));
      case Claimed _, Helping _, Over _ -> Optional.empty();
    };
  }

  private static Optional<Long> closedAtMs(HelpRequest request) {
    return request instanceof Over(_, _, _, _, var at)
        ? Optional.of(at.toEpochMilli())
        : Optional.empty();
  }
}

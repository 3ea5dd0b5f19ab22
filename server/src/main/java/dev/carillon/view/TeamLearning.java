package dev.carillon.view;

import dev.carillon.floor.Appointments;
import dev.carillon.floor.Diary;
import dev.carillon.floor.Floor;
import dev.carillon.floor.FreeSeats;
import dev.carillon.floor.Timeline;
import dev.carillon.floor.Unlock;
import dev.carillon.floor.UnlockWindows;
import dev.carillon.school.Assignment;
import dev.carillon.school.Block;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist;
import dev.carillon.school.Role;
import dev.carillon.school.Station;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What staff see of what students steer themselves. Unlocks, goals and lessons are for teachers
/// who have the student in their rooms now, and for her mentor; a paraprofessional sees what is
/// written only as a mentor.
record TeamLearning(Sight sight, Staff helper) {
  void add(Cut cut, Change change) {
    boolean team = change.team();
    cut.table("flex", team, () -> lines(sight, this::covers, true))
        .table("unlocks", team || change.schedules(), this::unlocks)
        .table("goals", team, this::goals)
        .table("lessons", team, this::lessons)
        .table("claims", team, this::claims)
        .table("mentees", team || change.schedules(), this::mentees);
  }

  private boolean covers(Station station) {
    return helper.rooms().contains(station.room());
  }

  /// The lines of walk-in stations while somebody may come there by herself.
  static List<Row.FlexLine> lines(Sight sight, Predicate<Station> which, boolean names) {
    var floor = sight.floor();
    var programme = floor.school().arrangements().programme();
    boolean runs =
        floor.timelines().values().stream()
            .filter(timeline -> !timeline.ended())
            .flatMap(timeline -> timeline.entered().stream())
            .anyMatch(block -> programme.of(block).walkIn());
    return runs
        ? floor.school().stations().values().stream()
            .filter(station -> station.terms().walkIn() && which.test(station))
            .map(station -> line(sight, station, names))
            .toList()
        : List.of();
  }

  private static Row.FlexLine line(Sight sight, Station station, boolean names) {
    var seats = sight.floor().freeSeats();
    var flex = sight.floor().learning().flex();
    return new Row.FlexLine(
        station.id().value(),
        station.room().value(),
        Sight.code(station, ""),
        station.name(),
        Sight.badge(station.badge()),
        FreeSeats.cap(station),
        seats.there(station.id()),
        seats.at(station),
        flex.line(station.id()).size(),
        flex.offered(station.id()),
        names ? Optional.of(waiters(sight, station)) : Optional.empty(),
        names ? Optional.of(stays(sight, station)) : Optional.empty());
  }

  private static List<Row.Waiter> waiters(Sight sight, Station station) {
    var floor = sight.floor();
    return floor.learning().flex().line(station.id()).stream()
        .map(
            waiter ->
                new Row.Waiter(
                    waiter.student().value(),
                    floor.nameOf(waiter.student()),
                    waiter.offer().map(offer -> offer.until().toEpochMilli())))
        .toList();
  }

  /// Who has been there longest comes first.
  private static List<Row.Stay> stays(Sight sight, Station station) {
    var floor = sight.floor();
    var flex = floor.learning().flex();
    return flex.sittings().entrySet().stream()
        .filter(sitting -> sitting.getValue().station().equals(station.id()))
        .flatMap(
            sitting ->
                OwnLearning.stayUntil(sitting.getValue(), station, flex)
                    .map(until -> stay(floor, sitting.getKey(), until))
                    .stream())
        .sorted(Comparator.comparingLong(Row.Stay::untilMs).thenComparing(Row.Stay::id))
        .toList();
  }

  private static Row.Stay stay(Floor floor, PersonId student, Instant until) {
    return new Row.Stay(student.value(), floor.nameOf(student), until.toEpochMilli());
  }

  private boolean teaches(PersonId student) {
    return helper.role() == Role.TEACHER && sight.floor().isOfTeam(helper.id(), student);
  }

  private boolean reads(PersonId student) {
    return teaches(student) || isMentorOf(student);
  }

  private boolean isMentorOf(PersonId student) {
    return sight.floor().mentorOf(student).filter(helper.id()::equals).isPresent();
  }

  private List<Row.TeamUnlock> unlocks() {
    return sight.floor().learning().unlocks().values().stream()
        .filter(unlock -> teaches(unlock.asked().student()) && isKnown(unlock.asked().student()))
        .filter(unlock -> !unlock.isOver() || isHandedInNow(unlock))
        .sorted(OwnLearning.byAsking())
        .map(this::unlock)
        .toList();
  }

  /// What became of it stays with whoever opened it for her until the next bell.
  private boolean isHandedInNow(Unlock unlock) {
    return unlock instanceof Unlock.Submitted(var asked, var at)
        && sight
            .floor()
            .timelineOf(asked.student())
            .flatMap(Timeline::current)
            .filter(block -> !at.isBefore(block.start()))
            .isPresent();
  }

  private boolean isKnown(PersonId student) {
    return sight.roll().byId().containsKey(student);
  }

  private Row.TeamUnlock unlock(Unlock unlock) {
    var floor = sight.floor();
    var windows = new UnlockWindows(floor);
    var asked = unlock.asked();
    var spot = sight.spot(sight.student(asked.student()));
    return new Row.TeamUnlock(
        asked.id().value(),
        sight.named(asked.student()),
        asked.assessment().value(),
        OwnLearning.title(sight, unlock),
        OwnLearning.state(unlock),
        spot.code(),
        spot.now().name(),
        asked.at().toEpochMilli(),
        OwnLearning.answeredBy(unlock).map(floor::nameOf),
        OwnLearning.until(sight, unlock),
        windows.length(unlock).map(length -> (int) length.toMinutes()),
        windows(windows, unlock),
        OwnLearning.relocked(unlock),
        at(unlock).map(Instant::toEpochMilli),
        Optional.of(floor.signals().failures(asked.student(), asked.assessment().value()))
            .filter(count -> count > 0),
        asked.why().map(why -> WhyRows.of(sight, asked.student(), why)));
  }

  private static List<Row.Window> windows(UnlockWindows windows, Unlock unlock) {
    return switch (unlock) {
      case Unlock.Asked asked -> windows.ahead(asked).stream().map(TeamLearning::window).toList();
      case Unlock.Approved approved ->
          windows.of(approved).stream().map(TeamLearning::window).toList();
      case Unlock.Refused _, Unlock.Opened _, Unlock.Submitted _, Unlock.Expired _ -> List.of();
    };
  }

  private static Row.Window window(UnlockWindows.Window window) {
    return new Row.Window(
        window.startBy().toEpochMilli(),
        window.end().toEpochMilli(),
        window.isNow(),
        window.stands());
  }

  private static Optional<Instant> at(Unlock unlock) {
    return switch (unlock) {
      case Unlock.Opened opened -> Optional.of(opened.at());
      case Unlock.Submitted submitted -> Optional.of(submitted.at());
      case Unlock.Asked _, Unlock.Approved _, Unlock.Refused _, Unlock.Expired _ ->
          Optional.empty();
    };
  }

  /// What was written for the block each student is in now.
  private List<Row.TeamGoal> goals() {
    var written = sight.floor().learning().diaries();
    return students(written.keySet())
        .filter(student -> reads(student.id()))
        .flatMap(this::goal)
        .toList();
  }

  private Stream<Student> students() {
    return sight.roll().students().stream();
  }

  private Stream<Student> students(Collection<PersonId> some) {
    return sight.roll().inOrder(some).stream().map(sight::student);
  }

  private Stream<Row.TeamGoal> goal(Student student) {
    return current(student)
        .flatMap(
            block ->
                sight
                    .floor()
                    .learning()
                    .diary(student.id(), block.id())
                    .map(diary -> goal(student, block, diary)))
        .stream();
  }

  private Row.TeamGoal goal(Student student, Block block, Diary diary) {
    return new Row.TeamGoal(
        student.id().value(),
        sight.named(student.id()),
        block.id().value(),
        diary.goal().map(thought -> OwnLearning.text(sight, thought)),
        diary.reflection().map(thought -> OwnLearning.text(sight, thought)));
  }

  private Optional<Block> current(Student student) {
    return sight.timeline(student).flatMap(timeline -> timeline.current());
  }

  private List<Row.TeamLesson> lessons() {
    var programme = sight.floor().school().arrangements().programme();
    if (programme.blocks().values().stream().allMatch(each -> each.flipped().isEmpty())) {
      return List.of();
    }
    return students()
        .flatMap(student -> current(student).flatMap(block -> lesson(student, block)).stream())
        .toList();
  }

  private Optional<Row.TeamLesson> lesson(Student student, Block block) {
    if (!OwnLearning.isHers(sight, student, block) || !teaches(student.id())) {
      return Optional.empty();
    }
    return Optional.of(
        new Row.TeamLesson(
            student.id().value(),
            sight.named(student.id()),
            block.id().value(),
            sight.floor().learning().isPrepared(student.id(), block.id()),
            OwnLearning.isSettled(sight, student, block)));
  }

  private List<Row.Claim> claims() {
    return students(sight.floor().learning().finished().keySet())
        .filter(student -> teaches(student.id()))
        .flatMap(this::claims)
        .toList();
  }

  private Stream<Row.Claim> claims(Student student) {
    return Optional.ofNullable(sight.floor().school().playlists().get(student.id())).stream()
        .flatMap(playlist -> playlist.items().stream())
        .filter(item -> isClaimed(student, item))
        .map(
            item ->
                new Row.Claim(
                    student.id().value() + "/" + item.id(),
                    sight.named(student.id()),
                    item.id(),
                    item.title()));
  }

  private boolean isClaimed(Student student, Playlist.Item item) {
    return sight
        .floor()
        .learning()
        .finish(student.id(), item.id())
        .filter(finish -> !finish.confirmed())
        .isPresent();
  }

  /// Those who were not met this week come first; whose last meeting is longest ago before others.
  private List<Row.Mentee> mentees() {
    var meetings = sight.floor().learning().meetings();
    return students()
        .filter(student -> isMentorOf(student.id()))
        .sorted(
            Comparator.comparing((Student student) -> meetings.isMet(student.id()))
                .thenComparing(student -> meetings.last(student.id()).orElse(Instant.MIN)))
        .map(this::mentee)
        .toList();
  }

  private Row.Mentee mentee(Student student) {
    var meetings = sight.floor().learning().meetings();
    return new Row.Mentee(
        student.id().value(),
        student.name(),
        meetings.isMet(student.id()),
        meetings.last(student.id()).map(Instant::toEpochMilli),
        appointmentMs(student),
        next(student));
  }

  private Optional<Long> appointmentMs(Student student) {
    var appointments = new Appointments(sight.floor());
    return appointments.today().stream()
        .filter(each -> each.student().equals(student.id()))
        .filter(each -> each.with().equals(helper.id()))
        .filter(each -> !sight.floor().learning().kept().contains(each.id()))
        .map(each -> appointments.from(each).toEpochMilli())
        .min(Long::compare);
  }

  private Optional<Row.NextStop> next(Student student) {
    return sight
        .next(student.id())
        .flatMap(block -> sight.floor().assignmentAt(student.id(), block))
        .map(place -> next(student, place, sight.station(place.station())));
  }

  private Row.NextStop next(Student student, Assignment place, Station station) {
    return new Row.NextStop(
        Sight.code(station, place.seat()), station.name(), startMs(student, place.block()));
  }

  private long startMs(Student student, BlockId block) {
    return sight.floor().dayOf(student.id()).stream()
        .filter(each -> each.id().equals(block))
        .findFirst()
        .orElseThrow()
        .start()
        .toEpochMilli();
  }
}

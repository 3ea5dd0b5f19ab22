package dev.carillon.view;

import dev.carillon.floor.Diary;
import dev.carillon.floor.Diary.Thought;
import dev.carillon.floor.FlexLines;
import dev.carillon.floor.Floor;
import dev.carillon.floor.FreeSeats;
import dev.carillon.floor.Learning.Finish;
import dev.carillon.floor.Timeline;
import dev.carillon.floor.Unlock;
import dev.carillon.floor.UnlockWindows;
import dev.carillon.school.Block;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Playlist;
import dev.carillon.school.Programme;
import dev.carillon.school.Station;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a student sees of what she steers herself: stations she may come to, her unlocks, goals,
/// badges and items. Of others she learns how many seats are free and how many wait.
record OwnLearning(Sight sight, Student student) {
  void add(Cut cut, Change change) {
    boolean own = change.of(student.id()) || change.schedules();
    cut.table("flex", true, this::flex)
        .table("assessments", change.whole(), this::assessments)
        .table("unlocks", own, this::unlocks)
        .table("goals", own, this::goals)
        .table("lessons", own, this::lessons)
        .table("items", own, this::items)
        .table("awards", own, this::awards);
  }

  /// Whether a student may come to stations by herself, so that she sees how many seats are free.
  static boolean walksIn(PersonId student, Floor floor) {
    return floor
        .timelineOf(student)
        .filter(timeline -> !timeline.ended())
        .flatMap(Timeline::entered)
        .filter(block -> floor.school().arrangements().programme().of(block).walkIn())
        .isPresent();
  }

  private List<Row.FlexStation> flex() {
    var floor = sight.floor();
    if (!walksIn(student.id(), floor)) {
      return List.of();
    }
    var free = floor.freeSeats();
    return floor.school().stations().values().stream()
        .filter(station -> station.terms().walkIn())
        .map(station -> station(station, free))
        .toList();
  }

  private Row.FlexStation station(Station station, FreeSeats free) {
    var flex = sight.floor().learning().flex();
    var waiter = flex.waiter(student.id(), station.id());
    var offer = waiter.flatMap(FlexLines.Waiter::offer);
    var sitting = flex.sittingOf(student.id()).filter(each -> each.station().equals(station.id()));
    return new Row.FlexStation(
        station.id().value(),
        station.room().value(),
        Sight.code(station, ""),
        station.name(),
        Sight.badge(station.badge()),
        station.activity(),
        free.at(station),
        flex.line(station.id()).size(),
        sitting
            .map(_ -> "seated")
            .or(() -> offer.map(_ -> "offered"))
            .or(() -> waiter.map(_ -> "waiting")),
        waiter.map(_ -> flex.ahead(student.id(), station.id())),
        offer.map(each -> each.until().toEpochMilli()),
        sitting.flatMap(each -> stayUntil(each, station, flex)).map(Instant::toEpochMilli));
  }

  /// When whoever sits there should make room; only while others wait.
  static Optional<Instant> stayUntil(FlexLines.Sitting sitting, Station station, FlexLines flex) {
    var stay = station.terms().stayMax();
    boolean othersWait = !flex.line(station.id()).isEmpty();
    return othersWait && stay.isPositive()
        ? Optional.of(sitting.since().plus(stay))
        : Optional.empty();
  }

  private List<Row.Assessment> assessments() {
    return programme().assessments().values().stream()
        .map(
            each ->
                new Row.Assessment(
                    each.id().value(),
                    each.title(),
                    each.subject(),
                    (int) each.length().toMinutes()))
        .toList();
  }

  private Programme programme() {
    return sight.floor().school().arrangements().programme();
  }

  private List<Row.OwnUnlock> unlocks() {
    return sight.floor().learning().unlocks().values().stream()
        .filter(unlock -> unlock.asked().student().equals(student.id()))
        .sorted(byAsking())
        .map(this::unlock)
        .toList();
  }

  static Comparator<Unlock> byAsking() {
    return Comparator.comparing((Unlock unlock) -> unlock.asked().at())
        .thenComparing(unlock -> unlock.id().value());
  }

  private Row.OwnUnlock unlock(Unlock unlock) {
    var asked = unlock.asked();
    return new Row.OwnUnlock(
        asked.id().value(),
        asked.assessment().value(),
        title(sight, unlock),
        state(unlock),
        answeredBy(unlock).map(sight.floor()::nameOf),
        unlock instanceof Unlock.Refused refused
            ? Sight.unlessEmpty(refused.reason())
            : Optional.empty(),
        until(sight, unlock),
        relocked(unlock),
        asked.at().toEpochMilli());
  }

  /// As the student reads it; its id when the school has dropped it.
  static String title(Sight sight, Unlock unlock) {
    var id = unlock.asked().assessment();
    return switch (sight.floor().school().arrangements().programme().assessments().get(id)) {
      case null -> id.value();
      case Programme.Assessment known -> known.title();
    };
  }

  static String state(Unlock unlock) {
    return switch (unlock) {
      case Unlock.Asked _ -> "asked";
      case Unlock.Approved _ -> "approved";
      case Unlock.Refused _ -> "refused";
      case Unlock.Opened _ -> "opened";
      case Unlock.Submitted _ -> "submitted";
      case Unlock.Expired _ -> "expired";
    };
  }

  static Optional<PersonId> answeredBy(Unlock unlock) {
    return switch (unlock) {
      case Unlock.Approved approved -> Optional.of(approved.by());
      case Unlock.Refused refused -> Optional.of(refused.by());
      case Unlock.Opened opened -> Optional.of(opened.by());
      case Unlock.Asked _, Unlock.Submitted _, Unlock.Expired _ -> Optional.empty();
    };
  }

  static Optional<Long> until(Sight sight, Unlock unlock) {
    return unlock instanceof Unlock.Approved approved
        ? Optional.of(new UnlockWindows(sight.floor()).until(approved).toEpochMilli())
        : Optional.empty();
  }

  /// Told until somebody answers.
  static Optional<Long> relocked(Unlock unlock) {
    return unlock instanceof Unlock.Asked asked
        ? asked.relocked().map(Instant::toEpochMilli)
        : Optional.empty();
  }

  private Stream<Block> blocks() {
    return sight.timeline(student).stream().flatMap(timeline -> timeline.blocks().stream());
  }

  private List<Row.OwnGoal> goals() {
    return blocks().filter(block -> programme().of(block.id()).goals()).map(this::goal).toList();
  }

  private Row.OwnGoal goal(Block block) {
    var diary = sight.floor().learning().diary(student.id(), block.id());
    return new Row.OwnGoal(
        block.id().value(),
        block.start().plus(block.move()).plus(block.settle()).toEpochMilli(),
        block.end().minus(block.warnLead()).toEpochMilli(),
        diary.flatMap(Diary::goal).map(thought -> text(sight, thought)),
        diary.flatMap(Diary::reflection).map(thought -> text(sight, thought)),
        programme().goals().entrySet().stream()
            .map(choice -> new Row.Named(choice.getKey(), choice.getValue()))
            .toList());
  }

  static String text(Sight sight, Thought thought) {
    return switch (thought) {
      case Thought.Chosen(var choice) ->
          sight.floor().school().arrangements().programme().goals().getOrDefault(choice, choice);
      case Thought.Written(var text) -> text;
    };
  }

  private List<Row.Lesson> lessons() {
    return blocks()
        .filter(block -> isHers(sight, student, block))
        .map(
            block ->
                new Row.Lesson(
                    block.id().value(),
                    sight.floor().learning().isPrepared(student.id(), block.id()),
                    isSettled(sight, student, block)))
        .toList();
  }

  static boolean isHers(Sight sight, Student student, Block block) {
    return sight
        .floor()
        .school()
        .arrangements()
        .programme()
        .of(block.id())
        .flipped()
        .filter(lesson -> lesson.isOf(student))
        .isPresent();
  }

  static boolean isSettled(Sight sight, Student student, Block block) {
    return sight
        .floor()
        .learning()
        .preparation(student.id(), block.id())
        .filter(said -> said.byStaff())
        .isPresent();
  }

  private List<Row.Item> items() {
    var items =
        Optional.ofNullable(sight.floor().school().playlists().get(student.id()))
            .map(Playlist::items)
            .orElse(List.of());
    return IntStream.range(0, items.size()).mapToObj(i -> item(items.get(i), i)).toList();
  }

  private Row.Item item(Playlist.Item item, int order) {
    var finish = sight.floor().learning().finish(student.id(), item.id());
    var state = finish.map(Finish::confirmed).map(done -> done ? "done" : "claimed");
    return new Row.Item(item.id(), order, item.title(), item.subject(), state.orElse("open"));
  }

  private List<Row.Award> awards() {
    var awards = sight.floor().learning().awardsOf(student.id());
    return IntStream.range(0, awards.size())
        .boxed()
        .flatMap(
            i ->
                Stream.ofNullable(programme().merits().get(awards.get(i).merit()))
                    .map(
                        merit ->
                            new Row.Award(
                                Integer.toString(i + 1),
                                merit.id().value(),
                                merit.name(),
                                Sight.badge(merit.look()),
                                sight.floor().nameOf(awards.get(i).by()),
                                awards.get(i).at().toEpochMilli())))
        .toList();
  }
}

package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Command.ArrivalCommand;
import dev.carillon.floor.Command.DayCommand;
import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.DutyCommand;
import dev.carillon.floor.Command.FlexCommand;
import dev.carillon.floor.Command.HelpCommand;
import dev.carillon.floor.Command.LearningCommand;
import dev.carillon.floor.Command.MessageCommand;
import dev.carillon.floor.Command.OpenDay;
import dev.carillon.floor.Command.PlacingCommand;
import dev.carillon.floor.Command.PlanCommand;
import dev.carillon.floor.Command.SignalCommand;
import dev.carillon.floor.Command.Steer;
import dev.carillon.floor.Command.TurningCommand;
import dev.carillon.floor.Event.ArrivalEvent;
import dev.carillon.floor.Event.DayEvent;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Event.DutyEvent;
import dev.carillon.floor.Event.FlexEvent;
import dev.carillon.floor.Event.HelpEvent;
import dev.carillon.floor.Event.LearningEvent;
import dev.carillon.floor.Event.MessageEvent;
import dev.carillon.floor.Event.PlacingEvent;
import dev.carillon.floor.Event.PlanEvent;
import dev.carillon.floor.Event.RoomEvent;
import dev.carillon.floor.Event.SignalEvent;
import dev.carillon.floor.Event.TimelineEvent;
import dev.carillon.floor.Event.TurningEvent;
import dev.carillon.floor.HelpRequest.Lane;
import dev.carillon.floor.Touched.Part;
import dev.carillon.school.Assignment;
import dev.carillon.school.Assignment.Source;
import dev.carillon.school.Block;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.HelpId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ProposalId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Room;
import dev.carillon.school.School;
import dev.carillon.school.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;

/// The live state of one school on one service date.
///
/// The rules stand with their slices (`…Rules` decide, `…Facts` evolve); here they meet, and here
/// the floor answers what views ask of it.
///
/// @param school as adopted
/// @param plan as published at opening
/// @param open false once the day is closed
/// @param speed of the floor's clock; tolerances meant for people run in real time and are scaled
///   by it
/// @param timelines one per schedule
/// @param assignments as planned, by student and block; [#assignmentAt] knows who else goes where
/// @param onDuty helpers on duty
/// @param placing what people have said of where students are to be
/// @param proposals new plans that wait for somebody to accept or reject them
/// @param seating whose places are where, which follows from what was planned and said
/// @param settling how quickly everybody settled after each bell
/// @param learning what students steer themselves
/// @param signals what programs outside told, and the guesses made of it
/// @param messages what adults have told one another in the blocks that run
/// @param emptied where those were to be who were to come to stations that are closed, should that
///   be taken back
/// @param posts helpers whom a leader has sent to another room until the bell
/// @param carried what the day before handed over
/// @param at the floor time of the last event
public record Floor(
    School school,
    DayPlan plan,
    boolean open,
    boolean demo,
    int speed,
    PMap<ScheduleId, Timeline> timelines,
    PMap<PersonId, PMap<BlockId, Assignment>> assignments,
    Attendance attendance,
    HelpLine help,
    PSet<PersonId> onDuty,
    Placing placing,
    PMap<ProposalId, Proposal> proposals,
    Seating seating,
    Settling settling,
    Learning learning,
    Signals signals,
    Messages messages,
    PMap<StationId, PVector<Assignment>> emptied,
    Posts posts,
    Carry carried,
    Instant at) {

  /// The next floor and what changed in it.
  public record Evolved(Floor floor, Touched touched) {
    /// With what the event says of help.
    @SuppressWarnings("ReferenceEquality")
    private Evolved figured(Floor before, Event event) {
      var old = floor.help.figures();
      var next = old.after(before, event, floor, touched);
      return next == old
          ? this
          : new Evolved(floor.next().help(floor.help.figures(next)).at(floor.at), touched);
    }
  }

  /// The floor after the first entry of a log.
  public static Floor opened(DayOpened day) {
    return DayFacts.opened(day);
  }

  /// A later day of the school as it would open if the rest of this one ran as it stands: rooms go
  /// on with their turns, and whoever is away for longer still is. For looking ahead and for paper:
  /// no log knows of it.
  public Floor ahead(School other, DayPlan day, List<Assignment> planned) {
    return new DayFacts(this).ahead(other, day, planned);
  }

  /// Decides the first command of a log, when there is no floor yet.
  public static Decision open(OpenDay day, Stamp stamp) {
    return DayRules.open(day, stamp);
  }

  /// Turns a command into facts or a refusal. Reads no clock, changes nothing.
  public Decision decide(Command command, Stamp stamp) {
    if (!open) {
      return command instanceof DueCommand ? accept() : refuse(Refusal.DAY_OVER);
    }
    return switch (command) {
      case DayCommand day -> new DayRules(this, stamp).decide(day);
      case Steer steer -> Steering.decide(this, steer, stamp);
      case ArrivalCommand arrival -> new ArrivalRules(this, stamp).decide(arrival);
      case PlacingCommand placed -> new PlacingRules(this, stamp).decide(placed);
      case PlanCommand plan -> new PlanRules(this, stamp).decide(plan);
      case TurningCommand turning -> new TurningRules(this, stamp).decide(turning);
      case HelpCommand asked -> new HelpRules(this, stamp).decide(asked);
      case FlexCommand flex -> new FlexRules(this, stamp).decide(flex);
      case LearningCommand learned -> new LearningRules(this, stamp).decide(learned);
      case SignalCommand signal -> new SignalRules(this, stamp).decide(signal);
      case MessageCommand message -> new MessageRules(this, stamp).decide(message);
      case DutyCommand duty -> new DutyRules(this, stamp).decide(duty);
      case DueCommand due -> new DueRules(this, stamp).decide(due);
    };
  }

  /// Applies a fact. Never refuses: what has happened has happened.
  public Evolved evolve(Event event) {
    return counted(event, HelpClocks.after(this, event, SharedRooms.released(changed(event))));
  }

  /// What is counted as it changes, so that nobody has to look at the whole school for it.
  private Evolved counted(Event event, Evolved evolved) {
    var floor = evolved.floor();
    var next =
        floor
            .next()
            .seating(seating.after(this, evolved))
            .settling(settling.after(this, event, evolved))
            .messages(messages.after(event));
    return posted(event, new Evolved(next.at(floor.at()), evolved.touched())).figured(this, event);
  }

  /// With every helper in the rooms she covers from now on.
  private static Evolved posted(Event event, Evolved evolved) {
    var floor = evolved.floor();
    var next = floor.posts().after(event);
    return next.equals(floor.posts())
        ? evolved
        : new Evolved(
            floor.next().posts(next).school(next.in(floor.school(), floor.posts())).at(floor.at()),
            Touched.WHOLE);
  }

  private Evolved changed(Event event) {
    return switch (event) {
      case DayEvent day -> new DayFacts(this).evolve(day);
      case TimelineEvent change ->
          PlanFacts.withoutMoot(
              new TimelineFacts(new FlexFacts(this).before(change)).evolve(change));
      case ArrivalEvent arrival -> new ArrivalFacts(this).evolve(arrival);
      case PlacingEvent placed ->
          new PlacingFacts(new FlexFacts(this).before(placed)).evolve(placed);
      case PlanEvent plan -> new PlanFacts(this).evolve(plan);
      case TurningEvent turning -> new TurningFacts(this).evolve(turning);
      case HelpEvent asked -> new HelpFacts(this).evolve(asked);
      case RoomEvent told -> new HelpFacts(this).evolve(told);
      case FlexEvent flex -> new FlexFacts(this).evolve(flex);
      case LearningEvent learned -> new LearningFacts(this).evolve(learned);
      case SignalEvent signal ->
          new Evolved(
              next().signals(signals.after(signal)).at(signal.at()), Touched.part(Part.SIGNALS));
      case MessageEvent message ->
          new Evolved(next().at(message.at()), Touched.part(Part.MESSAGES));
      case DutyEvent duty -> new HelpFacts(this).evolve(duty);
    };
  }

  /// The earliest thing that falls due, whenever that is; empty when nothing ever will without a
  /// command. The desk decides it as soon as its instant has come.
  public Optional<DueCommand> nextDue() {
    return open ? Dues.next(this) : Optional.empty();
  }

  /// Whether something of the day has happened: a block was entered, a bell rang or was missed.
  /// Until then it can become another kind of day.
  public boolean hasBegun() {
    return timelines.values().stream()
        .anyMatch(line -> line.entered().isPresent() || !line.settled().isEmpty());
  }

  /// What is known of each student who has a schedule today.
  public PMap<PersonId, Arrival> arrivals() {
    return attendance.arrivals();
  }

  public Optional<Student> student(PersonId person) {
    return school.people().get(person) instanceof Student student
        ? Optional.of(student)
        : Optional.empty();
  }

  /// The students whose bells are those of the schedule; of a room's own timeline those who take
  /// its turns right now. Looks at the whole school.
  public List<Student> studentsOf(ScheduleId schedule) {
    return all(schedule).toList();
  }

  /// How many they are.
  int sizeOf(ScheduleId schedule) {
    return Math.toIntExact(all(schedule).count());
  }

  private Stream<Student> all(ScheduleId schedule) {
    var timeline = timelines.get(schedule);
    boolean isLocal = timeline != null && timeline.local().isPresent();
    return school.people().values().stream()
        .filter(Student.class::isInstance)
        .map(Student.class::cast)
        .filter(
            isLocal ? each -> livesBy(each, schedule) : each -> each.schedule().equals(schedule));
  }

  private boolean livesBy(Student student, ScheduleId timeline) {
    return timelineOf(student.id()).filter(line -> line.id().equals(timeline)).isPresent();
  }

  /// The name of a person as adults read it; the id of somebody who left.
  public String nameOf(PersonId person) {
    return switch (school.people().get(person)) {
      case null -> person.value();
      case Person known -> known.name();
    };
  }

  /// The timeline a student lives by as far as the log has come: that of the turns she takes inside
  /// the block her schedule is in, otherwise her schedule.
  public Optional<Timeline> timelineOf(PersonId student) {
    return student(student).flatMap(each -> scheduleOf(student).map(line -> inside(each, line)));
  }

  private Timeline inside(Student student, Timeline schedule) {
    return schedule
        .current()
        .flatMap(block -> new LocalTurns(this).of(student, block.id()))
        .orElse(schedule);
  }

  /// The schedule of the school a student lives by.
  public Optional<Timeline> scheduleOf(PersonId student) {
    return student(student).flatMap(each -> Optional.ofNullable(timelines.get(each.schedule())));
  }

  /// The turns a student takes inside a block of her schedule.
  public Optional<Timeline> turnsOf(PersonId student, BlockId block) {
    return student(student).flatMap(each -> new LocalTurns(this).of(each, block));
  }

  /// The blocks a student goes through today: her schedule's, with the turns she takes inside a
  /// block in its place.
  public List<Block> dayOf(PersonId student) {
    return scheduleOf(student).stream()
        .flatMap(line -> line.blocks().stream())
        .flatMap(
            block ->
                turnsOf(student, block.id())
                    .map(turns -> turns.blocks().stream())
                    .orElseGet(() -> Stream.of(block)))
        .toList();
  }

  /// The timeline of a student that has this block.
  Optional<Timeline> lineOf(PersonId student, BlockId block) {
    var schedule = scheduleOf(student);
    return schedule
        .filter(line -> line.indexOf(block) >= 0)
        .or(
            () ->
                schedule.stream()
                    .flatMap(line -> line.blocks().stream())
                    .flatMap(each -> turnsOf(student, each.id()).stream())
                    .filter(line -> line.indexOf(block) >= 0)
                    .findFirst());
  }

  public Agenda agenda(ScheduleId schedule) {
    return switch (timelines.get(schedule)) {
      case null -> new Agenda(List.of());
      case Timeline timeline -> Agenda.of(timeline, school.rules());
    };
  }

  /// The block of a student's schedule that runs at the instant.
  Optional<Block> blockNow(PersonId student, Instant now) {
    return timelineOf(student).flatMap(timeline -> timeline.blockAt(now));
  }

  /// The one place where a student belongs as far as the log has come: in the block her schedule
  /// entered last, or in the first one before that. Empty only for somebody without a schedule
  /// today.
  public Optional<Assignment> assignmentNow(PersonId student) {
    return new Placement(this).now(student);
  }

  /// Where a student belongs in a block of her schedule: where she was put, or as planned; where
  /// nothing is planned or the station is gone, at home; where there is no home, at the overflow
  /// station.
  public Optional<Assignment> assignmentAt(PersonId student, BlockId block) {
    return student(student)
        .filter(_ -> lineOf(student, block).isPresent())
        .map(
            each ->
                firstTurn(each, block)
                    .or(() -> put(student, block))
                    .or(() -> new LocalTurns(this).place(each, block))
                    .orElseGet(() -> fallback(each, block)));
  }

  /// Where she begins a block of the school inside which she takes turns.
  private Optional<Assignment> firstTurn(Student student, BlockId block) {
    return turnsOf(student.id(), block)
        .map(turns -> turns.blocks().getFirst().id())
        .flatMap(turn -> assignmentAt(student.id(), turn))
        .map(place -> place.in(block));
  }

  /// Where the plan has a student in a block, whether or not somebody put her elsewhere since.
  public Optional<Assignment> plannedAt(PersonId student, BlockId block) {
    return student(student)
        .map(
            each ->
                planned(student, block)
                    .filter(place -> school.stations().containsKey(place.station()))
                    .or(() -> new LocalTurns(this).planned(each, block))
                    .orElseGet(() -> fallback(each, block)));
  }

  /// Whether what was changed of the turns of a room has a student elsewhere in a block.
  public boolean turnsElsewhere(PersonId student, BlockId block) {
    var turns = new LocalTurns(this);
    return !placing.turning().equals(Turning.NONE)
        && student(student)
            .filter(each -> !turns.place(each, block).equals(turns.planned(each, block)))
            .isPresent();
  }

  /// What the plan says, whether or not somebody was put elsewhere since.
  Optional<Assignment> planned(PersonId student, BlockId block) {
    return Optional.ofNullable(assignments.getOrDefault(student, HashTreePMap.empty()).get(block));
  }

  private Optional<Assignment> put(PersonId student, BlockId block) {
    return placing
        .moved(student, block)
        .or(() -> new FlippedLesson(this).of(student, block))
        .or(() -> planned(student, block))
        .filter(assignment -> school.stations().containsKey(assignment.station()));
  }

  private Assignment fallback(Student student, BlockId block) {
    boolean hasHome = school.stations().containsKey(student.home());
    var station = hasHome ? student.home() : school.overflow();
    return new Assignment(
        student.id(),
        block,
        station,
        hasHome ? student.seat() : "",
        activityOf(station),
        "",
        hasHome ? Source.PLAN : Source.OVERFLOW,
        false);
  }

  private String activityOf(StationId station) {
    return switch (school.stations().get(station)) {
      case null -> "";
      case Station known -> known.activity();
    };
  }

  /// The block that runs for a student, if she may go to walk-in stations in it by herself.
  public Optional<Block> walkInBlock(PersonId student, Instant now) {
    var current = timelineOf(student).flatMap(Timeline::entered);
    return blockNow(student, now)
        .filter(block -> current.filter(block.id()::equals).isPresent())
        .filter(block -> school.arrangements().programme().of(block.id()).walkIn());
  }

  public FreeSeats freeSeats() {
    return new FreeSeats(this);
  }

  public Optional<PersonId> mentorOf(PersonId student) {
    return school.arrangements().programme().mentorOf(student);
  }

  /// Whether a helper speaks for a student: she covers the room where the student is to be, or is
  /// her mentor.
  public boolean isOfTeam(PersonId helper, PersonId student) {
    return mentorOf(student).filter(helper::equals).isPresent()
        || assignmentNow(student)
            .flatMap(place -> roomOf(place.station()))
            .filter(room -> covers(helper, room))
            .isPresent();
  }

  public Optional<RoomId> roomOf(StationId station) {
    return Optional.ofNullable(school.stations().get(station)).map(Station::room);
  }

  /// Whether anything at a station can say that somebody has come.
  public boolean isMeasured(StationId station) {
    return roomOf(station)
        .flatMap(room -> Optional.ofNullable(school.rooms().get(room)))
        .filter(Room::unmeasured)
        .isEmpty();
  }

  /// Where the help is needed: where the student belongs now, or where the equipment stands; of a
  /// station that is not there any more, where its students go.
  public StationId stationOf(HelpRequest request) {
    var asked = request.asked();
    var station =
        asked.kind() == HelpKind.EQUIPMENT
            ? asked.station()
            : Optional.ofNullable(arrivals().get(asked.student()))
                .map(Arrival::due)
                .orElse(asked.station());
    return school.stations().containsKey(station) ? station : school.overflow();
  }

  public Optional<RoomId> roomOf(HelpRequest request) {
    return roomOf(stationOf(request));
  }

  /// Whether the room is one of this helper's own.
  public boolean covers(PersonId helper, RoomId room) {
    return school.people().get(helper) instanceof Staff staff && staff.rooms().contains(room);
  }

  static boolean helps(School school, PersonId person) {
    return school.people().get(person) instanceof Staff staff && staff.role().helps();
  }

  /// The open requests of these rooms in the order of the line: waiting ones and those a helper
  /// has.
  public List<HelpRequest> line(Collection<RoomId> rooms) {
    return help.open().values().stream()
        .filter(request -> roomOf(request).filter(rooms::contains).isPresent())
        .toList();
  }

  /// How many wait ahead of this request in its room.
  public int aheadOf(HelpId request) {
    var room = help.find(request).flatMap(this::roomOf);
    int ahead = 0;
    for (var other : help.aheadOf(request)) {
      if (other instanceof HelpRequest.Waiting && roomOf(other).equals(room)) {
        ahead++;
      }
    }
    return ahead;
  }

  /// How many of those who wait ahead of this request in its room came after it: they have waited
  /// before. Urgent ones are not told of.
  public int passedBy(HelpId request) {
    var own = help.find(request).filter(HelpRequest.Waiting.class::isInstance);
    var room = own.flatMap(this::roomOf);
    int passed = 0;
    for (var since : own.map(it -> it.standing().turn().since()).stream().toList()) {
      for (var other : help.aheadOf(request)) {
        var turn = other.standing().turn();
        boolean isLater = turn.lane() != Lane.URGENT && turn.since().isAfter(since);
        if (isLater && other instanceof HelpRequest.Waiting && roomOf(other).equals(room)) {
          passed++;
        }
      }
    }
    return passed;
  }

  public HelpCounts helpCounts() {
    return HelpCounts.of(help.open().values());
  }

  /// By the station where help is needed; stations without an open request are absent.
  public Map<StationId, HelpCounts> helpByStation() {
    return help.open().values().stream()
        .collect(
            Collectors.groupingBy(
                this::stationOf,
                Collectors.collectingAndThen(Collectors.toList(), HelpCounts::of)));
  }

  /// How each block began, by block and the station where students were due, as it stands.
  public Map<BlockId, PMap<StationId, Settle>> settled() {
    return settling.standing();
  }

  /// A tolerance meant for people on the floor's clock.
  public Duration inPeoplesTime(Duration tolerance) {
    return tolerance.multipliedBy(Math.max(1, speed));
  }

  /// The next floor in the making: what is not named stays as it is.
  Next next() {
    return new Next(this);
  }

  /// Collects what is different in the next floor. Used on one thread and thrown away.
  static final class Next {
    private final Floor before;
    private School school;
    private DayPlan plan;
    private boolean open;
    private int speed;
    private PMap<ScheduleId, Timeline> timelines;
    private Attendance attendance;
    private HelpLine help;
    private PSet<PersonId> onDuty;
    private Placing placing;
    private PMap<ProposalId, Proposal> proposals;
    private Seating seating;
    private Settling settling;
    private Learning learning;
    private Signals signals;
    private Messages messages;
    private PMap<StationId, PVector<Assignment>> emptied;
    private Posts posts;
    private PMap<PersonId, PMap<BlockId, Assignment>> assignments;

    private Next(Floor before) {
      this.before = before;
      this.school = before.school;
      this.plan = before.plan;
      this.open = before.open;
      this.speed = before.speed;
      this.timelines = before.timelines;
      this.attendance = before.attendance;
      this.help = before.help;
      this.onDuty = before.onDuty;
      this.placing = before.placing;
      this.proposals = before.proposals;
      this.seating = before.seating;
      this.settling = before.settling;
      this.learning = before.learning;
      this.signals = before.signals;
      this.messages = before.messages;
      this.emptied = before.emptied;
      this.posts = before.posts;
      this.assignments = before.assignments;
    }

    Next school(School next) {
      school = next;
      return this;
    }

    Next plan(DayPlan next) {
      plan = next;
      return this;
    }

    Next closed() {
      open = false;
      return this;
    }

    Next speed(int next) {
      speed = next;
      return this;
    }

    Next timeline(Timeline next) {
      timelines = timelines.plus(next.id(), next);
      return this;
    }

    /// Another day in place of the one that was opened.
    Next drawn(
        PMap<ScheduleId, Timeline> nextTimelines,
        PMap<PersonId, PMap<BlockId, Assignment>> nextAssignments) {
      timelines = nextTimelines;
      assignments = nextAssignments;
      return this;
    }

    Next attendance(Attendance next) {
      attendance = next;
      return this;
    }

    Next help(HelpLine next) {
      help = next;
      return this;
    }

    Next onDuty(PSet<PersonId> next) {
      onDuty = next;
      return this;
    }

    Next placing(Placing next) {
      placing = next;
      return this;
    }

    Next proposals(PMap<ProposalId, Proposal> next) {
      proposals = next;
      return this;
    }

    Next seating(Seating next) {
      seating = next;
      return this;
    }

    Next settling(Settling next) {
      settling = next;
      return this;
    }

    Next learning(Learning next) {
      learning = next;
      return this;
    }

    Next signals(Signals next) {
      signals = next;
      return this;
    }

    Next messages(Messages next) {
      messages = next;
      return this;
    }

    Next emptied(PMap<StationId, PVector<Assignment>> next) {
      emptied = next;
      return this;
    }

    Next posts(Posts next) {
      posts = next;
      return this;
    }

    Floor at(Instant now) {
      return new Floor(
          school,
          plan,
          open,
          before.demo,
          speed,
          timelines,
          assignments,
          attendance,
          help,
          onDuty,
          placing,
          proposals,
          seating,
          settling,
          learning,
          signals,
          messages,
          emptied,
          posts,
          before.carried,
          now);
    }
  }
}

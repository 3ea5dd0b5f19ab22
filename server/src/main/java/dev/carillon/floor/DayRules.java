package dev.carillon.floor;

import static dev.carillon.floor.Decision.accept;
import static dev.carillon.floor.Decision.refuse;

import dev.carillon.floor.Carry.Mentoring;
import dev.carillon.floor.Command.AdoptSchool;
import dev.carillon.floor.Command.AlignBells;
import dev.carillon.floor.Command.CloseDay;
import dev.carillon.floor.Command.DayCommand;
import dev.carillon.floor.Command.DrawDay;
import dev.carillon.floor.Command.DueCommand;
import dev.carillon.floor.Command.JumpToNextBell;
import dev.carillon.floor.Command.OpenDay;
import dev.carillon.floor.Command.SetSpeed;
import dev.carillon.floor.Event.ClockTurned;
import dev.carillon.floor.Event.DayClosed;
import dev.carillon.floor.Event.DayDrawn;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Event.HelpExpired;
import dev.carillon.floor.Event.HelpReleased;
import dev.carillon.floor.Event.SchoolAdopted;
import dev.carillon.floor.Result.ClockAt;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Role;
import dev.carillon.school.School;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Opening, adopting and closing the day, and the demo's clock.
record DayRules(Floor floor, Stamp stamp) {
  /// How far before the next bell a jump lands.
  private static final Duration BEFORE_BELL = Duration.ofSeconds(10);

  static Decision open(OpenDay day, Stamp stamp) {
    if (stamp.role() != Role.SYSTEM) {
      return refuse(Refusal.NOT_YOURS_TO_DO);
    }
    return accept(
        new DayOpened(
            day.school(),
            day.plan().with(day.school().arrangements().localRotations(), day.carry().turns()),
            day.assignments(),
            day.carry(),
            day.speed(),
            day.demo(),
            stamp.at()));
  }

  Decision decide(DayCommand command) {
    return switch (command) {
      case OpenDay _ -> asSystem(accept());
      case CloseDay() -> asSystem(close());
      case DrawDay draw -> leads() ? draw(draw) : refuse(Refusal.NOT_YOURS_TO_DO);
      case AdoptSchool(var school) -> leads() ? adopt(school) : refuse(Refusal.NOT_YOURS_TO_DO);
      case AlignBells align ->
          leads() ? new BellAlignment(floor, stamp).decide(align) : refuse(Refusal.NOT_YOURS_TO_DO);
      case SetSpeed(var speed) -> ofDemo(turned(stamp.at(), speed));
      case JumpToNextBell() -> ofDemo(jump());
    };
  }

  private Decision asSystem(Decision decision) {
    return stamp.role() == Role.SYSTEM ? decision : refuse(Refusal.NOT_YOURS_TO_DO);
  }

  private boolean leads() {
    return stamp.role() == Role.SYSTEM || stamp.role().leads();
  }

  private Decision ofDemo(Decision decision) {
    if (!floor.demo()) {
      return refuse(Refusal.DEMO_ONLY);
    }
    return leads() ? decision : refuse(Refusal.NOT_YOURS_TO_DO);
  }

  private Decision close() {
    var events = new ArrayList<Event>();
    var bell = new HelpBell(floor, stamp.at());
    for (var request : floor.help().open().values()) {
      if (!bell.isCarried(request)) {
        events.add(new HelpExpired(request.id(), HelpEnds.END_OF_DAY, stamp.at()));
      }
    }
    events.add(new DayClosed(carry(), stamp.at()));
    return accept(events, Result.NOTHING);
  }

  /// A day without school hands on what it was handed, but for whom mentors have met.
  private Carry carry() {
    var met =
        Mentoring.on(
            floor.plan().date(),
            floor.learning().meetings(),
            student -> floor.student(student).isPresent());
    var helps = floor.plan().isSchoolDay() ? floor.help().helps() : floor.carried().helpsLastDay();
    var next = floor.plan().date().plusDays(1);
    var helped = floor.carried().helped().and(floor.plan().date(), floor.help().figures().helped());
    return new Carry(
        helps,
        met,
        new LocalTurns(floor).carried(),
        floor.placing().awayAlsoOn(next),
        new HelpBell(floor, stamp.at()).parked(),
        helped);
  }

  /// Until its first bell nobody has lived by the day: it may be any other.
  private Decision draw(DrawDay draw) {
    var rotations = floor.school().arrangements().localRotations();
    var plan = draw.plan().with(rotations, floor.carried().turns());
    if (!plan.date().equals(floor.plan().date())) {
      return refuse(Refusal.WRONG_DAY);
    }
    if (plan.equals(floor.plan())) {
      return accept();
    }
    if (floor.hasBegun() || hasBegun(plan)) {
      return refuse(Refusal.DAY_BEGUN);
    }
    return accept(new DayDrawn(plan, draw.assignments(), stamp.who(), stamp.at()));
  }

  /// Whether something of a day would have happened by now.
  private boolean hasBegun(DayPlan plan) {
    var rules = floor.school().rules();
    return DayFacts.timelines(plan).values().stream()
        .flatMap(
            line ->
                Stream.<DueCommand>concat(
                    Dues.enter(line).stream(), Dues.bells(line, rules).limit(1)))
        .anyMatch(due -> !due.dueAt().isAfter(stamp.at()));
  }

  /// Requests of students who left are closed first, and claims of helpers who left given back.
  private Decision adopt(School school) {
    var events = new ArrayList<Event>();
    for (var request : floor.help().open().values()) {
      if (!(school.people().get(request.asked().student()) instanceof Student)) {
        events.add(new HelpExpired(request.id(), HelpEnds.STUDENT_LEFT, stamp.at()));
      } else if (request.owner().filter(owner -> !isStaff(school, owner)).isPresent()) {
        events.add(new HelpReleased(request.id(), stamp.who(), stamp.at()));
      }
    }
    events.add(new SchoolAdopted(school, stamp.at()));
    return accept(events, Result.NOTHING);
  }

  private static boolean isStaff(School school, PersonId person) {
    return school.people().get(person) instanceof Staff;
  }

  private Decision jump() {
    return nextBell()
        .map(bell -> bell.minus(BEFORE_BELL))
        .filter(to -> to.isAfter(stamp.at()))
        .map(to -> turned(to, floor.speed()))
        .orElseGet(() -> accept(List.of(), new ClockAt(stamp.at())));
  }

  private Optional<Instant> nextBell() {
    var rules = floor.school().rules();
    return floor.timelines().values().stream()
        .flatMap(timeline -> Dues.bells(timeline, rules))
        .map(bell -> bell.dueAt())
        .filter(at -> at.isAfter(stamp.at()))
        .min(Instant::compareTo);
  }

  private Decision turned(Instant to, int speed) {
    boolean changes = speed != floor.speed() || !to.equals(stamp.at());
    List<Event> events =
        changes ? List.of(new ClockTurned(stamp.at(), to, speed)) : List.<Event>of();
    return accept(events, new ClockAt(to));
  }
}

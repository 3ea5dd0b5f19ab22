package dev.carillon.floor;

import dev.carillon.floor.Carry.Helped;
import dev.carillon.floor.Carry.Mentoring;
import dev.carillon.floor.Event.BellAligned;
import dev.carillon.floor.Event.ClockTurned;
import dev.carillon.floor.Event.DayClosed;
import dev.carillon.floor.Event.DayDrawn;
import dev.carillon.floor.Event.DayEvent;
import dev.carillon.floor.Event.DayOpened;
import dev.carillon.floor.Event.HistoryLost;
import dev.carillon.floor.Event.SchoolAdopted;
import dev.carillon.floor.Floor.Evolved;
import dev.carillon.school.Assignment;
import dev.carillon.school.DayPlan;
import dev.carillon.school.Id.BlockId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.IndependentStudy;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.School;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;

/// What the day's own events change: everything, so that every window is cut again.
record DayFacts(Floor floor) {
  static Floor opened(DayOpened day) {
    var empty =
        new Floor(
            day.school(),
            day.plan(),
            true,
            day.demo(),
            day.speed(),
            timelines(day.plan()),
            assignments(day.assignments()),
            Attendance.NONE,
            HelpLine.EMPTY,
            HashTreePSet.from(helpersOf(day.school())),
            awayOn(day),
            HashTreePMap.empty(),
            Seating.NONE,
            Settling.NONE,
            Learning.opened(day.carry().mentoring().before(day.plan().date())),
            Signals.NONE,
            Messages.NONE,
            HashTreePMap.empty(),
            Posts.NONE,
            day.carry(),
            day.at());
    var attended = new DayFacts(empty).attended(day.school(), day.at());
    var opened = new DayFacts(attended).carried(day);
    return opened.next().seating(Seating.of(opened)).at(day.at());
  }

  /// A later day as it would open if the rest of this one ran as it stands.
  Floor ahead(School school, DayPlan plan, List<Assignment> assignments) {
    var turns = new LocalTurns(floor).expected();
    var away = floor.placing().awayAlsoOn(plan.date());
    var carry = new Carry(Map.of(), Mentoring.NOBODY, turns, away, List.of(), Helped.NOBODY);
    var whole = plan.with(school.arrangements().localRotations(), turns);
    return opened(
        new DayOpened(school, whole, assignments, carry, floor.speed(), floor.demo(), floor.at()));
  }

  /// What yesterday parked is parked today, of students who are still here.
  private Floor carried(DayOpened day) {
    var next = floor;
    for (var parked : day.carry().help()) {
      if (next.student(parked.student()).isPresent()) {
        var line = HelpOpenings.carried(next, parked, day.at());
        var figures = line.figures().carried(parked, day.at());
        next = next.next().help(line.figures(figures)).at(day.at());
      }
    }
    return next;
  }

  static PMap<ScheduleId, Timeline> timelines(DayPlan plan) {
    var timelines = new HashMap<ScheduleId, Timeline>();
    for (var schedule : plan.schedules()) {
      timelines.put(schedule.id(), Timeline.opened(plan.date(), schedule));
    }
    return HashTreePMap.from(timelines);
  }

  private static PMap<PersonId, PMap<BlockId, Assignment>> assignments(List<Assignment> all) {
    var byStudent = new HashMap<PersonId, PMap<BlockId, Assignment>>();
    for (var assignment : all) {
      var hers = byStudent.getOrDefault(assignment.student(), HashTreePMap.empty());
      byStudent.put(assignment.student(), hers.plus(assignment.block(), assignment));
    }
    return HashTreePMap.from(byStudent);
  }

  /// Who is on duty without hours of her own.
  private static Set<PersonId> helpersOf(School school) {
    var helpers = new HashSet<PersonId>();
    for (var staff : school.staff()) {
      if (staff.role().helps() && !school.arrangements().duty().containsKey(staff.id())) {
        helpers.add(staff.id());
      }
    }
    return helpers;
  }

  /// Who was away for longer than the day before, and who learns elsewhere.
  private static Placing awayOn(DayOpened day) {
    var placing = Placing.NONE;
    var date = day.plan().date();
    for (var student : day.school().students()) {
      var handed = Optional.ofNullable(day.carry().away().get(student.id()));
      var away =
          handed
              .filter(it -> it.lastsTo(date))
              .or(
                  () ->
                      day.school().arrangements().studyOf(student.id(), date).map(DayFacts::away));
      placing = away.isPresent() ? placing.away(student.id(), away.get()) : placing;
    }
    return placing;
  }

  private static Away away(IndependentStudy study) {
    return new Away(AwayKind.STUDY, Optional.of(study.until()));
  }

  Evolved evolve(DayEvent event) {
    return new Evolved(next(event), Touched.WHOLE);
  }

  private Floor next(DayEvent event) {
    return switch (event) {
      case DayOpened day -> opened(day);
      case SchoolAdopted(var school, var at) -> adopted(school, at);
      case DayDrawn drawn -> drawn(drawn);
      case DayClosed(_, var at) -> floor.next().closed().at(at);
      case BellAligned(var lag, _, var at) -> aligned(lag, at);
      case ClockTurned(_, var to, var speed) -> floor.next().speed(speed).at(to);
      case HistoryLost(_, _, var at) -> floor.next().at(at);
    };
  }

  /// What people have said of the day beforehand stays: it means something again when the day does.
  private Floor drawn(DayDrawn day) {
    var timelines = timelines(day.plan());
    for (var line : timelines.values()) {
      var before = floor.timelines().get(line.id());
      timelines = before == null ? timelines : timelines.plus(line.id(), line.after(before));
    }
    var next =
        floor.next().plan(day.plan()).drawn(timelines, assignments(day.assignments())).at(day.at());
    return new DayFacts(next).attended(next.school(), day.at());
  }

  /// What would have rung before now is not rung after it as well.
  private Floor aligned(Duration lag, Instant at) {
    var rules = floor.school().rules().lagging(lag);
    var next = floor.next().school(floor.school().with(rules)).at(at);
    for (var timeline : floor.timelines().values()) {
      next = next.next().timeline(timeline.silenced(at, rules)).at(at);
    }
    return next;
  }

  /// Helpers who are new are on duty, or will be when their hours begin; whoever was off duty stays
  /// so.
  private Floor adopted(School published, Instant at) {
    var school = published;
    for (var moved : floor.placing().schedules().entrySet()) {
      if (school.people().get(moved.getKey()) instanceof Student student) {
        school = school.with(student.in(moved.getValue()));
      }
    }
    var onDuty = new HashSet<PersonId>();
    for (var helper : floor.onDuty()) {
      if (Floor.helps(school, helper)) {
        onDuty.add(helper);
      }
    }
    for (var helper : helpersOf(school)) {
      if (!(floor.school().people().get(helper) instanceof Staff)) {
        onDuty.add(helper);
      }
    }
    var posts = floor.posts().adopted(school);
    school = posts.in(school, Posts.NONE);
    var next = floor.next().school(school).posts(posts).onDuty(HashTreePSet.from(onDuty)).at(at);
    return new DayFacts(next).attended(school, at);
  }

  /// Everybody is due where she belongs in the block that runs; what is known of her there is kept.
  private Floor attended(School school, Instant at) {
    var attendance = Attendance.NONE;
    for (var student : school.students()) {
      for (var place : floor.assignmentNow(student.id()).stream().toList()) {
        attendance = attendance.with(student.id(), arrival(student, place, at));
      }
    }
    return floor.next().school(school).attendance(attendance).at(at);
  }

  private Arrival arrival(Student student, Assignment place, Instant at) {
    return Optional.ofNullable(floor.arrivals().get(student.id()))
        .filter(known -> known.block().equals(place.block()))
        .filter(known -> known.due().equals(place.station()))
        .orElseGet(
            () ->
                Arrival.expected(place, at)
                    .in(new Placement(floor).state(student.id(), place), at));
  }
}

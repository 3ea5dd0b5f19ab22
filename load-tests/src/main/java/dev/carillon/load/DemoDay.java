package dev.carillon.load;

import dev.carillon.ops.StartException;
import dev.carillon.roster.Reading;
import dev.carillon.roster.SchoolFolder;
import dev.carillon.school.DayPlan;
import dev.carillon.school.School;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// Which day a demo runs and when it starts.
final class DemoDay {
  /// Time to open a browser and look around before the first bell.
  private static final Duration BEFORE_FIRST_BELL = Duration.ofMinutes(5);

  private DemoDay() {}

  /// Five minutes before the first bell of the date, or of the next school day; empty when the
  /// folder cannot be read, as the server says what is wrong with it.
  ///
  /// @throws StartException when there is no school on the date
  static Optional<LocalTime> start(Path folder, Optional<LocalDate> chosen) {
    if (!(SchoolFolder.read(folder) instanceof Reading.Read(var school, _))) {
      return Optional.empty();
    }
    var plan = chosen.isPresent() ? on(school, chosen.get()) : next(school);
    return plan.start()
        .map(bell -> bell.minus(BEFORE_FIRST_BELL))
        .map(start -> start.atZone(school.zone()).toLocalTime());
  }

  private static DayPlan on(School school, LocalDate date) {
    var plan = school.calendar().dayPlan(date, school.zone());
    if (!plan.isSchoolDay()) {
      var next = school.calendar().nextSchoolDay(date);
      throw new StartException(
          "There is no school on %s (%s).%s"
              .formatted(
                  date,
                  plan.why(),
                  next.map(day -> " The next school day is %s.".formatted(day)).orElse("")));
    }
    return plan;
  }

  private static DayPlan next(School school) {
    var date =
        school
            .calendar()
            .nextSchoolDay(LocalDate.now(school.zone()))
            .orElseThrow(
                () ->
                    new StartException("The calendar of " + school.name() + " has no school day."));
    return school.calendar().dayPlan(date, school.zone());
  }
}

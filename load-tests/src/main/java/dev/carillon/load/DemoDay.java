package dev.carillon.load;

import dev.carillon.ops.StartException;
import dev.carillon.roster.Reading;
import dev.carillon.roster.SchoolFolder;
import dev.carillon.school.School;
import java.nio.file.Path;
import java.time.LocalDate;

/// Which day a demo may run.
final class DemoDay {
  private DemoDay() {}

  /// Says nothing of a folder that cannot be read: the server tells what is wrong with it.
  ///
  /// @throws StartException when there is no school on the date
  static void check(Path folder, LocalDate date) {
    if (SchoolFolder.read(folder) instanceof Reading.Read(var school, _)) {
      check(school, date);
    }
  }

  private static void check(School school, LocalDate date) {
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
  }
}

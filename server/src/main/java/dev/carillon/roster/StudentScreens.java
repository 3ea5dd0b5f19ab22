package dev.carillon.roster;

import dev.carillon.school.Person.ScreenMode;

/// How students' screens speak to each grade, where `students.csv` does not say it of a student.
///
/// @param youngTo pictures first, up to this grade
/// @param compactFrom a list with fewer colours, from this grade on
record StudentScreens(int youngTo, int compactFrom) {
  /// Six to eight years, and fourteen and more.
  static final StudentScreens USUAL = new StudentScreens(2, 9);

  ScreenMode mode(String grade) {
    if (grade.endsWith("K")) {
      return ScreenMode.YOUNG;
    }
    if (!grade.matches("\\d+")) {
      return ScreenMode.STANDARD;
    }
    int number = Integer.parseInt(grade);
    if (number <= youngTo) {
      return ScreenMode.YOUNG;
    }
    return number >= compactFrom ? ScreenMode.COMPACT : ScreenMode.STANDARD;
  }
}

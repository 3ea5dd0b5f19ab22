package dev.carillon.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small school as files, to be spoilt by tests.
final class Juniper {
  static final String SCHOOL =
      """
      name: Juniper School
      zone: America/New_York
      overflow: hall
      groups:
        owls: Owls
      rooms:
        hall:
          name: Hall
          outline: {x: 0, y: 0, w: 20, h: 10}
          stations:
            hall:
              kind: overflow
              hard: 3
              seats: {rows: 1, columns: 3, x: 1, y: 1}
      day-types:
        regular:
          name: Regular
          schedules:
            main:
              defaults: {length: 35m, move: 3m, settle: 1m, warn: 2m, min: 20m}
              blocks:
                - {id: b1, start: 08:00}
                - {id: b2, start: 08:35}
      calendar:
        weekdays: {monday: regular}
      """;
  static final String STAFF =
      """
      staff_id,name,role,rooms
      abel,Abel Ortiz,paraprofessional,hall
      dana,Dana Redhouse,leader,
      """;
  static final String STUDENTS =
      """
      student_id,name,grade,group,home,seat
      mira,Mira T.,Kindergarten,owls,hall,1
      jun,Jun P.,3,owls,hall,2
      """;

  private Juniper() {}

  /// Writes the school into a new folder and says where.
  static Path write(Path parent) throws IOException {
    var folder = Files.createDirectory(parent.resolve("juniper"));
    Files.writeString(folder.resolve("school.yaml"), SCHOOL);
    Files.writeString(folder.resolve("staff.csv"), STAFF);
    Files.writeString(folder.resolve("students.csv"), STUDENTS);
    return folder;
  }

  /// What a reading of the folder finds, each with its file and line.
  static List<String> told(Path folder) {
    return SchoolFolder.read(folder).findings().stream()
        .map(finding -> finding.file() + ":" + finding.line() + " " + finding.found())
        .toList();
  }
}

package dev.carillon.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes the folder of a made-up school of any size: one learning centre with a seat for everybody
/// and a ring of workshops; half of everybody's items are online, half in workshops.
///
/// There is school on every day of the week, so that it can be run on any date.
///
/// @param students how many
/// @param helpers paraprofessionals, all of them in the centre
/// @param blocks of a day, each with an item for everybody
/// @param seed of the playlists
record MadeUpSchool(int students, int helpers, int blocks, long seed) {
  private static final int BLOCKS = 10;
  private static final int BLOCK_MIN = 35;
  private static final int FIRST_BLOCK_MIN = 8 * 60;
  private static final int SEATS_PER_ROW = 40;
  private static final int STUDENTS_PER_WORKSHOP = 25;

  /// Not in the order of the alphabet, so that nothing works by accident.
  private static final List<String> NAMES =
      List.of("Mira", "Abel", "Zoe", "Ines", "Yusuf", "Lena", "Omar", "Bea", "Noor", "Caleb");

  MadeUpSchool(int students, int helpers, long seed) {
    this(students, helpers, BLOCKS, seed);
  }

  static String student(int number) {
    return "s%05d".formatted(number);
  }

  static String helper(int number) {
    return "h%03d".formatted(number);
  }

  static final String LEADER = "leader";

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("school.yaml"), yaml());
    Files.write(folder.resolve("students.csv"), studentLines().toList());
    Files.write(folder.resolve("staff.csv"), staffLines().toList());
    Files.write(folder.resolve("playlists.csv"), playlistLines().toList());
  }

  private int workshops() {
    return Math.max(1, students / 2 / STUDENTS_PER_WORKSHOP);
  }

  private String yaml() {
    int rows = Math.ceilDiv(students, SEATS_PER_ROW);
    var yaml = new StringBuilder();
    yaml.append(
        """
        name: Made-up school of %d
        zone: UTC
        language: en
        overflow: commons
        groups:
          all: All
        rooms:
          centre:
            name: Learning Centre
            badge: C
            outline: {x: 0, y: 0, w: 60, h: %d}
            stations:
              centre:
                activity: Online learning
                kind: online
                soft: %d
                hard: %d
                seats: {rows: %d, columns: %d, x: 1, y: 1, dx: 1.4, dy: 1.5}
          commons:
            name: Commons
            badge: H
            outline: {x: 0, y: 100, w: 20, h: 8}
            stations:
              commons:
                activity: Quiet work
                kind: overflow
                soft: %d
                hard: %d
        """
            .formatted(
                students,
                2 * rows + 2,
                students,
                students,
                rows,
                SEATS_PER_ROW,
                students,
                students));
    for (int i = 0; i < workshops(); i++) {
      yaml.append(workshop(i));
    }
    yaml.append(day());
    return yaml.toString();
  }

  private static String workshop(int number) {
    return """
      work-%1$d:
        name: Workshop %1$d
        badge: W
        outline: {x: %2$d, y: 120, w: 9, h: 6}
        stations:
          work-%1$d:
            activity: Workshop
            kind: workshop
            soft: 24
            hard: 30
    """
        .formatted(number, 10 * number);
  }

  private String day() {
    var day =
        new StringBuilder(
            """
            day-types:
              regular:
                name: Regular
                schedules:
                  main:
                    name: All school
                    defaults: {kind: rotation, length: 35m, move: 3m, settle: 1m, warn: 2m, min: 10m}
                    blocks:
            """);
    for (int i = 0; i < blocks; i++) {
      int start = FIRST_BLOCK_MIN + i * BLOCK_MIN;
      day.append(
          "          - {id: b%d, name: Block %d, start: %02d:%02d}\n"
              .formatted(i + 1, i + 1, start / 60, start % 60));
    }
    day.append("calendar:\n  weekdays:\n");
    Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        .forEach(weekday -> day.append("    ").append(weekday).append(": regular\n"));
    return day.toString();
  }

  private Stream<String> studentLines() {
    var lines =
        IntStream.range(0, students)
            .mapToObj(
                i ->
                    "%s,%s %s.,Alias %d,name,7,all,main,centre,%d,en,standard"
                        .formatted(
                            student(i),
                            NAMES.get(i % NAMES.size()),
                            (char) ('A' + i / NAMES.size() % 26),
                            i,
                            i + 1));
    var header = "student_id,name,alias,display,grade,group,schedule,home,seat,language,mode";
    return Stream.concat(Stream.of(header), lines);
  }

  private Stream<String> staffLines() {
    var paraprofessionals =
        IntStream.range(0, helpers)
            .mapToObj(i -> "%s,Helper %d,paraprofessional,centre,en".formatted(helper(i), i));
    return Stream.of(
            Stream.of("staff_id,name,role,rooms,language"),
            paraprofessionals,
            Stream.of(
                "teacher,Teacher,teacher,work-0,en",
                LEADER + ",Leader,leader,,en",
                "administrator,Administrator,administrator,,en",
                "board,Board,board,,en"))
        .flatMap(lines -> lines);
  }

  private Stream<String> playlistLines() {
    var dice = new SplittableRandom(seed);
    var lines =
        IntStream.range(0, students)
            .boxed()
            .flatMap(i -> IntStream.range(0, blocks).mapToObj(order -> item(i, order, dice)));
    return Stream.concat(Stream.of("student_id,order,item,title,subject,where"), lines);
  }

  private String item(int student, int order, SplittableRandom dice) {
    boolean online = (student + order) % 2 == 0;
    var where = online ? "home" : "at:work-" + dice.nextInt(workshops());
    return "%s,%d,item-%d,Item %d,math,%s"
        .formatted(student(student), order + 1, order + 1, order + 1, where);
  }
}

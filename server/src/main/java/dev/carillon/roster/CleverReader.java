package dev.carillon.roster;

import dev.carillon.school.Id;
import dev.carillon.school.Role;
import dev.carillon.school.StationKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Reads one school of the files that Clever takes by SFTP, and turns sections into places.
///
/// Every teacher with sections has a classroom; one who has several sections at once has as many
/// rooms as that, which is a finding, as nobody can be in them all. A student's group is her
/// homeroom, advisory or guidance section, or else the one of her first period, and its room is her
/// home. Her playlist is one section per period, in the order of the periods. Names are cut to
/// first name and initial while reading; birth dates, passwords, contacts and the rest are not read
/// at all.
final class CleverReader {
  private static final Pattern HOMEROOM =
      Pattern.compile(".*\\b(homeroom|home room|advisory|guidance)\\b.*");
  private static final Pattern LAB =
      Pattern.compile(".*\\b(science|physics|chemistry|biology|lab|robotics)\\b.*");
  private static final Pattern GYM =
      Pattern.compile(".*\\b(physical education|gym|pe|dance|health)\\b.*");
  private static final Pattern LEADS = Pattern.compile(".*\\b(principal|dean|head of school)\\b.*");
  private static final Pattern ASSISTS =
      Pattern.compile(".*\\b(aide|paraprofessional|paraeducator|teaching assistant)\\b.*");
  private static final DateTimeFormatter TERM = DateTimeFormatter.ofPattern("M/d/[uuuu][uu]");
  private static final List<String> TEACHERS =
      List.of("teacher_id", "teacher_2_id", "teacher_3_id", "teacher_4_id");

  /// What the files hold and a school folder never does.
  static final List<String> NOT_STORED =
      List.of(
          "Dob",
          "Gender",
          "Race",
          "Hispanic_Latino",
          "Ell_status",
          "Student_email",
          "Username",
          "Password",
          "Contact_name",
          "Contact_type",
          "Contact_phone",
          "Contact_email",
          "Student_zip",
          "State_id",
          "Student_number",
          "Middle_name",
          "Teacher_email",
          "Principal_email");

  private final Path folder;
  private final String school;
  private final Findings findings;

  private final Map<String, Teacher> teachers = new LinkedHashMap<>();

  /// Teachers of the other schools, some of whom teach here as well.
  private final Map<String, Teacher> elsewhere = new HashMap<>();

  private final Map<String, Pupil> pupils = new LinkedHashMap<>();
  private final Map<String, Part> sections = new LinkedHashMap<>();
  private final Map<String, List<Enrolment>> enrolments = new LinkedHashMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private String name = "";
  private String principal = "";
  private String zone = "";

  CleverReader(ImportRequest.Source.Clever source, Findings findings) {
    this.folder = source.folder();
    this.school = source.school();
    this.findings = findings;
  }

  private record Teacher(String id, String name, String title) {}

  private record Pupil(String id, String name, String initials, String grade) {}

  /// A section: what one class does in one period.
  private record Part(
      String id,
      String name,
      String course,
      int period,
      List<String> teachers,
      LocalDate from,
      LocalDate to,
      Place place) {
    boolean isHomeroom() {
      return HOMEROOM.matcher((course + " " + name).toLowerCase(Locale.ROOT)).matches();
    }

    boolean meets(Part other) {
      return period == other.period && !from.isAfter(other.to) && !other.from.isAfter(to);
    }
  }

  private record Enrolment(Part section, Place place) {}

  Roster read() {
    schools();
    if (name.isEmpty()) {
      return Roster.NOBODY;
    }
    var columns = List.of("school_id", "teacher_id", "last_name");
    Csv.read(folder.resolve("teachers.csv"), columns, findings, this::teacher);
    read("students.csv", List.of("student_id", "last_name", "first_name"), this::pupil);
    read("sections.csv", List.of("section_id", "teacher_id", "period"), this::section);
    read("enrollments.csv", List.of("section_id", "student_id"), this::enrolment);
    var rooms = rooms();
    return roster(rooms);
  }

  private void read(String file, List<String> columns, Consumer<Csv.Row> rows) {
    var required = new ArrayList<>(columns);
    required.add("school_id");
    Csv.read(
        folder.resolve(file),
        required,
        findings,
        row -> {
          if (row.text("school_id").equals(school)) {
            rows.accept(row);
          }
        });
  }

  private void schools() {
    var known = new TreeSet<String>();
    Csv.read(
        folder.resolve("schools.csv"),
        List.of("school_id", "school_name"),
        findings,
        row -> {
          known.add(row.text("school_id"));
          if (row.text("school_id").equals(school)) {
            name = row.text("school_name", school);
            principal = row.text("principal");
            zone = States.zone(row.text("school_state"));
          }
        });
    if (name.isEmpty() && !known.isEmpty()) {
      findings.block(
          new Place("schools.csv", 0, "school_id"),
          "`" + school + "`",
          "one of " + String.join(", ", known),
          "Name one of these schools.");
    }
  }

  private void teacher(Csv.Row row) {
    var id = "t" + row.text("teacher_id");
    var full = (row.text("first_name") + " " + row.text("last_name")).strip();
    var teacher = new Teacher(id, full, row.text("title"));
    if (!row.text("school_id").equals(school)) {
      elsewhere.putIfAbsent(id, teacher);
    } else if (isNew(row, "teacher_id", id, teachers)) {
      teachers.put(id, teacher);
    }
  }

  private void pupil(Csv.Row row) {
    var id = "s" + row.text("student_id");
    if (!isNew(row, "student_id", id, pupils)) {
      return;
    }
    var first = row.text("first_name");
    var last = row.text("last_name");
    pupils.put(
        id, new Pupil(id, Names.shortened(first, last), Names.initials(first, last), grade(row)));
  }

  private String grade(Csv.Row row) {
    var grade = Grades.parse(row.text("grade"));
    if (grade.isEmpty()) {
      findings.warn(
          row.place("grade"),
          "`" + row.text("grade") + "`",
          "`Kindergarten`, `K` or 1 to 12",
          "The grade was left empty.");
    }
    return grade.orElse("");
  }

  private boolean isNew(Csv.Row row, String header, String id, Map<String, ?> known) {
    boolean valid = id.length() > 1 && Id.isValid(id);
    if (!valid || known.containsKey(id)) {
      findings.warn(
          row.place(header),
          "`" + row.text(header) + "`" + (valid ? " a second time" : ""),
          valid ? "each id once" : Ids.EXPECTED,
          "The row was left out.");
      return false;
    }
    return true;
  }

  private void section(Csv.Row row) {
    var id = "c" + row.text("section_id");
    if (!isNew(row, "section_id", id, sections)) {
      return;
    }
    var who = new ArrayList<String>();
    for (var header : TEACHERS) {
      teacherOf(row, header).ifPresent(who::add);
    }
    if (who.isEmpty()) {
      findings.warn(
          row.place("teacher_id"),
          "`" + row.text("teacher_id") + "`",
          "a teacher of `teachers.csv`",
          "Its room has no adult: say who is there.");
      who.add(Ids.slug("t" + row.text("teacher_id")));
    }
    var course = row.text("course_name", row.text("name"));
    sections.put(
        id,
        new Part(
            id,
            row.text("name", course),
            course,
            period(row),
            who,
            date(row, "term_start", LocalDate.MIN),
            date(row, "term_end", LocalDate.MAX),
            row.place("teacher_id")));
  }

  private Optional<String> teacherOf(Csv.Row row, String header) {
    var id = "t" + row.text(header);
    var guest = elsewhere.get(id);
    if (guest != null && !teachers.containsKey(id)) {
      findings.warn(
          row.place(header),
          guest.name + " of another school",
          "a teacher of this school",
          "The teacher was taken over with the section: look whether that is meant.");
      teachers.put(id, guest);
    }
    return Optional.of(id).filter(teachers::containsKey);
  }

  private int period(Csv.Row row) {
    var digits = row.text("period").replaceAll("\\D", "");
    if (digits.isEmpty() || digits.length() > 3) {
      findings.warn(
          row.place("period"),
          "`" + row.text("period") + "`",
          "a number",
          "The section was taken for one of the first period.");
      return 0;
    }
    return Integer.parseInt(digits);
  }

  private static LocalDate date(Csv.Row row, String header, LocalDate fallback) {
    try {
      return LocalDate.parse(row.text(header), TERM);
    } catch (DateTimeParseException _) {
      return fallback;
    }
  }

  private void enrolment(Csv.Row row) {
    var student = "s" + row.text("student_id");
    var section = sections.get("c" + row.text("section_id"));
    if (section == null || !pupils.containsKey(student)) {
      var header = section == null ? "section_id" : "student_id";
      findings.warn(
          row.place(header),
          "`" + row.text(header) + "`",
          section == null ? "a section of `sections.csv`" : "a student of `students.csv`",
          "The row was left out.");
      return;
    }
    members.computeIfAbsent(section.id, _ -> new HashSet<>()).add(student);
    enrolments
        .computeIfAbsent(student, _ -> new ArrayList<>())
        .add(new Enrolment(section, row.place("section_id")));
  }

  /// The room of each section: of sections of one teacher that meet at once each has its own.
  private Map<String, String> rooms() {
    var rooms = new LinkedHashMap<String, String>();
    var byTeacher = new LinkedHashMap<String, List<List<Part>>>();
    for (var section : sections.values()) {
      var teacher = section.teachers.getFirst();
      var taken = byTeacher.computeIfAbsent(teacher, _ -> new ArrayList<>());
      int room = 0;
      while (room < taken.size()
          && taken.get(room).stream().anyMatch(part -> apart(section, part))) {
        room++;
      }
      if (room == taken.size()) {
        taken.add(new ArrayList<>());
      }
      if (room > 0) {
        tellAtOnce(section, taken.getFirst());
      }
      taken.get(room).add(section);
      rooms.put(section.id, roomId(teacher, room));
    }
    return rooms;
  }

  /// Two sections need two rooms when they meet at once and are not one class under two names.
  private boolean apart(Part one, Part other) {
    var pupilsOfOne = members.getOrDefault(one.id, Set.of());
    return one.meets(other)
        && Collections.disjoint(pupilsOfOne, members.getOrDefault(other.id, Set.of()));
  }

  private static String roomId(String teacher, int room) {
    return "room-" + teacher + (room == 0 ? "" : "-" + (room + 1));
  }

  private void tellAtOnce(Part section, List<Part> others) {
    var beside =
        others.stream()
            .filter(part -> apart(section, part))
            .map(Part::name)
            .findFirst()
            .orElse("another");
    var teacher = teachers.get(section.teachers.getFirst());
    findings.warn(
        section.place,
        (teacher == null ? "" : teacher.name)
            + ": "
            + section.name
            + " beside "
            + beside
            + " in period "
            + section.period,
        "one section at a time",
        "The section got a room of its own without an adult: say who is there.");
  }

  private Roster roster(Map<String, String> rooms) {
    var groups = new LinkedHashMap<String, Roster.Group>();
    var students = new ArrayList<Roster.Student>();
    var items = new ArrayList<Roster.Item>();
    for (var pupil : pupils.values()) {
      var parts = onePerPeriod(pupil);
      var home = home(pupil, parts);
      var group = home.map(section -> "g" + section.id).orElse("g-none");
      var groupName = home.map(section -> section.name).orElse("No section");
      groups.putIfAbsent(group, new Roster.Group(group, groupName));
      var station = home.map(section -> rooms.getOrDefault(section.id, "commons"));
      students.add(
          new Roster.Student(
              pupil.id, pupil.name, pupil.initials, pupil.grade, group, station.orElse("commons")));
      for (var part : parts) {
        if (!part.isHomeroom()) {
          items.add(item(pupil, part, rooms));
        }
      }
    }
    return new Roster(
        name, zone, classrooms(rooms), List.copyOf(groups.values()), students, staff(rooms), items);
  }

  private static Roster.Item item(Pupil pupil, Part part, Map<String, String> rooms) {
    var station = rooms.getOrDefault(part.id, "commons");
    return new Roster.Item(pupil.id, part.period + 1, part.id, part.course, part.course, station);
  }

  private List<Part> onePerPeriod(Pupil pupil) {
    var byPeriod = new HashMap<Integer, Part>();
    for (var enrolment : enrolments.getOrDefault(pupil.id, List.of())) {
      var section = enrolment.section;
      var first = byPeriod.putIfAbsent(section.period, section);
      if (first != null && section.meets(first)) {
        findings.warn(
            enrolment.place,
            pupil.name + ": " + section.name + " beside " + first.name,
            "one section per period",
            "Only the first was taken over: say on which days the other one is.");
      }
    }
    return byPeriod.values().stream().sorted(Comparator.comparingInt(Part::period)).toList();
  }

  private Optional<Part> home(Pupil pupil, List<Part> parts) {
    if (parts.isEmpty()) {
      findings.warn(
          new Place("students.csv", 0, "student_id"),
          pupil.name + " is in no section",
          "at least one",
          "Her home is the commons: enrol her, or take her out.");
    }
    return parts.stream().filter(Part::isHomeroom).findFirst().or(() -> parts.stream().findFirst());
  }

  private List<Roster.Room> classrooms(Map<String, String> rooms) {
    var byRoom = new LinkedHashMap<String, List<Part>>();
    rooms.forEach(
        (section, room) -> {
          var part = sections.get(section);
          if (part != null) {
            byRoom.computeIfAbsent(room, _ -> new ArrayList<>()).add(part);
          }
        });
    var made = new ArrayList<Roster.Room>();
    byRoom.forEach((room, parts) -> made.add(classroom(room, parts)));
    return made;
  }

  private Roster.Room classroom(String room, List<Part> parts) {
    var teacher = parts.getFirst().teachers.getFirst();
    var who = teachers.get(teacher);
    boolean own = room.equals(roomId(teacher, 0));
    int largest = parts.stream().mapToInt(this::size).max().orElse(0);
    var title = who == null ? "Room " + teacher.substring(1) : who.name;
    var number = own ? "" : " " + room.substring(roomId(teacher, 0).length() + 1);
    var activity = parts.getFirst().course;
    return new Roster.Room(
        room,
        title + number,
        activity,
        kind(activity),
        Math.max(1, largest),
        own && who != null ? List.of(teacher) : List.of());
  }

  private int size(Part part) {
    return members.getOrDefault(part.id, Set.of()).size();
  }

  private static StationKind kind(String course) {
    var plain = course.toLowerCase(Locale.ROOT);
    if (HOMEROOM.matcher(plain).matches()) {
      return StationKind.SEMINAR;
    }
    if (GYM.matcher(plain).matches()) {
      return StationKind.GYM;
    }
    return LAB.matcher(plain).matches() ? StationKind.LAB : StationKind.WORKSHOP;
  }

  private List<Roster.Member> staff(Map<String, String> rooms) {
    var covered = new HashMap<String, Set<String>>();
    for (var section : sections.values()) {
      for (var teacher : section.teachers) {
        covered
            .computeIfAbsent(teacher, _ -> new LinkedHashSet<>())
            .add(rooms.getOrDefault(section.id, "commons"));
      }
    }
    var staff = new ArrayList<Roster.Member>();
    for (var teacher : teachers.values()) {
      var where = List.copyOf(covered.getOrDefault(teacher.id, Set.of()));
      staff.add(new Roster.Member(teacher.id, teacher.name, role(teacher), where));
    }
    if (!principal.isEmpty()) {
      staff.add(new Roster.Member("principal", principal, Role.LEADER, List.of()));
    }
    return staff;
  }

  private static Role role(Teacher teacher) {
    var title = teacher.title.toLowerCase(Locale.ROOT);
    if (LEADS.matcher(title).matches()) {
      return Role.LEADER;
    }
    return ASSISTS.matcher(title).matches() ? Role.PARAPROFESSIONAL : Role.TEACHER;
  }
}

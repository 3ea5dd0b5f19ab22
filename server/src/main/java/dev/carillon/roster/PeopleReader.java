package dev.carillon.roster;

import dev.carillon.school.Id;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.PersonId;
import dev.carillon.school.Id.RoomId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Person;
import dev.carillon.school.Person.Board;
import dev.carillon.school.Person.Display;
import dev.carillon.school.Person.Profile;
import dev.carillon.school.Person.ScreenMode;
import dev.carillon.school.Person.Staff;
import dev.carillon.school.Person.Student;
import dev.carillon.school.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `students.csv` and `staff.csv`.
///
/// Of a surname in `last_name` only the initial is kept. Columns that are not known are not read.
final class PeopleReader {
  private static final Set<Role> STAFF =
      EnumSet.of(Role.PARAPROFESSIONAL, Role.TEACHER, Role.LEADER, Role.ADMINISTRATOR, Role.BOARD);

  /// Role words of rosters, as OneRoster has them.
  private static final Map<String, Role> ROLE_WORDS =
      Map.of(
          "aide", Role.PARAPROFESSIONAL,
          "proctor", Role.PARAPROFESSIONAL,
          "counselor", Role.TEACHER,
          "principal", Role.LEADER,
          "admin", Role.ADMINISTRATOR,
          "siteadministrator", Role.ADMINISTRATOR,
          "systemadministrator", Role.ADMINISTRATOR);

  private final Draft draft;
  private final Findings findings;

  PeopleReader(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void staff(Path file) {
    Csv.read(file, List.of("staff_id", "name", "role"), findings, this::member);
  }

  void students(Path file) {
    Csv.read(file, List.of("student_id", "group"), findings, this::student);
  }

  private void member(Csv.Row row) {
    var role = role(row);
    var id = id(row, "staff_id");
    var language = language(row);
    var name = needed(row, "name");
    var rooms = rooms(row);
    if (id.isEmpty() || role.isEmpty()) {
      return;
    }
    Person person =
        role.get() == Role.BOARD
            ? new Board(id.get(), name, language)
            : new Staff(id.get(), name, role.get(), rooms, language);
    draft.put(draft.people, id.get(), person, row.place("staff_id"));
    duty(row, person);
  }

  private void duty(Csv.Row row, Person person) {
    var hours = new DutyReader(draft, row);
    if (person.role().helps()) {
      hours.read().ifPresent(duty -> draft.duty.put(person.id(), duty));
    } else {
      hours.refuse(person.role().word());
    }
  }

  private Optional<Role> role(Csv.Row row) {
    var text = row.text("role").toLowerCase(Locale.ROOT);
    var role =
        Words.constant(Role.class, text)
            .filter(STAFF::contains)
            .or(() -> Optional.ofNullable(ROLE_WORDS.get(text)));
    if (role.isEmpty()) {
      findings.block(
          row.place("role"),
          quoted(row, "role"),
          "`paraprofessional`, `teacher`, `leader`, `administrator` or `board`",
          "Correct the role.");
    }
    return role;
  }

  /// What nobody wrote is as for everybody.
  private Profile profile(Csv.Row row) {
    return new Profile(
        length(row, "extra_time"), length(row, "early_release"), isYes(row, "quiet"));
  }

  private boolean isYes(Csv.Row row, String header) {
    var text = row.text(header).toLowerCase(Locale.ROOT);
    if (!Set.of("yes", "no", "").contains(text)) {
      findings.block(row.place(header), quoted(row, header), "`yes` or `no`", "Say which.");
    }
    return text.equals("yes");
  }

  private Duration length(Csv.Row row, String header) {
    var text = row.text(header);
    if (text.isEmpty()) {
      return Duration.ZERO;
    }
    var length = Words.duration(text).filter(each -> !each.isNegative());
    if (length.isEmpty()) {
      findings.block(
          row.place(header), quoted(row, header), "a length such as `15m`", "Correct the length.");
    }
    return length.orElse(Duration.ZERO);
  }

  private Set<RoomId> rooms(Csv.Row row) {
    var rooms = new LinkedHashSet<RoomId>();
    for (var word : row.text("rooms").split("[\\s;|]+", -1)) {
      if (Id.isValid(word)) {
        var room = new RoomId(word);
        rooms.add(room);
        draft.refer(row.place("rooms"), room, draft.rooms, "a room of this school");
      } else if (!word.isEmpty()) {
        findings.block(row.place("rooms"), "`" + word + "`", Ids.EXPECTED, "Correct the room.");
      }
    }
    return rooms;
  }

  private void student(Csv.Row row) {
    var id = id(row, "student_id");
    var group = id(row, "group").map(name -> new GroupId(name.value()));
    var home = home(row);
    var schedule = schedule(row);
    var alias = row.text("alias");
    var display = display(row);
    var grade = grade(row);
    var mode = constant(row, "mode", ScreenMode.class, draft.screens.mode(grade));
    if (display == Display.ALIAS && alias.isEmpty()) {
      findings.block(row.place("alias"), "nothing", "an alias", "Give her one for the boards.");
    }
    if (id.isEmpty() || group.isEmpty() || home.isEmpty()) {
      return;
    }
    var seat = row.text("seat");
    draft.put(
        draft.people,
        id.get(),
        new Student(
            id.get(),
            name(row),
            alias,
            display,
            grade,
            group.get(),
            schedule,
            home.get(),
            seat,
            language(row),
            mode,
            profile(row)),
        row.place("student_id"));
    mentor(row, id.get());
    draft.refer(row.place("group"), group.get(), draft.groups, "a group of this school");
    draft.refer(row.place(homeHeader(row)), home.get(), draft.stations, "a station of this school");
  }

  /// A family that opted out of being shown by name gets an alias unless something else stands
  /// here.
  private Display display(Csv.Row row) {
    boolean optedOut = isYes(row, "opted_out");
    var display = constant(row, "display", Display.class, optedOut ? Display.ALIAS : Display.NAME);
    if (optedOut && display == Display.NAME) {
      findings.block(
          row.place("display"),
          "`name` of somebody who opted out",
          "`alias`, `initials`, `off` or nothing",
          "Correct one of them.");
    }
    return display;
  }

  private void mentor(Csv.Row row, PersonId student) {
    var text = row.text("mentor");
    if (Id.isValid(text)) {
      var programme = new ProgrammeReader(draft);
      programme.mustBeStaff(new PersonId(text), row.place("mentor"));
      programme.mentor(student, new PersonId(text), row.place("mentor"));
    } else if (!text.isEmpty()) {
      findings.block(row.place("mentor"), quoted(row, "mentor"), Ids.EXPECTED, "Correct the id.");
    }
  }

  private Optional<StationId> home(Csv.Row row) {
    return id(row, homeHeader(row)).map(name -> new StationId(name.value()));
  }

  private static String homeHeader(Csv.Row row) {
    return row.cells().containsKey("home_base") ? "home_base" : "home";
  }

  private ScheduleId schedule(Csv.Row row) {
    var text = row.text("schedule");
    if (!text.isEmpty() && Id.isValid(text)) {
      var schedule = new ScheduleId(text);
      draft.refer(row.place("schedule"), schedule);
      return schedule;
    }
    if (!text.isEmpty()) {
      findings.block(row.place("schedule"), "`" + text + "`", Ids.EXPECTED, "Correct it.");
    }
    return firstSchedule();
  }

  private ScheduleId firstSchedule() {
    return draft.dayTypes.values().stream()
        .flatMap(type -> type.schedules().stream())
        .findFirst()
        .map(schedule -> schedule.id())
        .orElse(new ScheduleId("main"));
  }

  private String grade(Csv.Row row) {
    var text = row.text("grade");
    var grade = Grades.parse(text);
    if (grade.isEmpty() && !text.isEmpty()) {
      findings.warn(
          row.place("grade"), quoted(row, "grade"), "`PK`, `K` or 1 to 13", "Correct the grade.");
    }
    return grade.orElse(text);
  }

  private String name(Csv.Row row) {
    if (!row.text("name").isEmpty()) {
      return row.text("name");
    }
    var first = needed(row, row.cells().containsKey("first_name") ? "first_name" : "name");
    return Names.shortened(first, row.text("last_name"));
  }

  private String needed(Csv.Row row, String header) {
    var text = row.text(header);
    if (text.isEmpty()) {
      findings.block(row.place(header), "nothing", "a " + header, "Fill the cell.");
    }
    return text;
  }

  private String language(Csv.Row row) {
    var text = row.text("language", draft.language);
    var language = Words.language(text);
    if (language.isEmpty()) {
      findings.block(
          row.place("language"),
          quoted(row, "language"),
          "a language tag such as `en`, `es` or `fr-CA`",
          "Correct the language.");
    }
    return language.orElse(draft.language);
  }

  private <E extends Enum<E>> E constant(Csv.Row row, String header, Class<E> type, E fallback) {
    var text = row.text(header).toLowerCase(Locale.ROOT);
    var constant = Words.constant(type, text);
    if (constant.isEmpty() && !text.isEmpty()) {
      findings.block(
          row.place(header), quoted(row, header), Words.all(type), "Correct the " + header + ".");
    }
    return constant.orElse(fallback);
  }

  private Optional<PersonId> id(Csv.Row row, String header) {
    var text = row.text(header);
    if (text.isEmpty() || !Id.isValid(text) || text.equals(PersonId.SYSTEM.value())) {
      var found = text.isEmpty() ? "nothing" : quoted(row, header);
      findings.block(row.place(header), found, Ids.EXPECTED, "Give it an id.");
      return Optional.empty();
    }
    return Optional.of(new PersonId(text));
  }

  private static String quoted(Csv.Row row, String header) {
    return "`" + row.text(header) + "`";
  }
}

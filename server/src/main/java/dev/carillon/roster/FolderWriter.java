package dev.carillon.roster;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.carillon.school.BlockKind;
import dev.carillon.school.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a school folder from bells and a roster of others: a school as plain as these allow, to
/// be made better by hand.
final class FolderWriter {
  /// A classroom and the corridor along it, in metres.
  private static final int ROOM_W = 9;

  private static final int ROOM_H = 8;
  private static final int CORRIDOR = 3;
  private static final int COMMONS_H = 16;

  private static final String ICS_FILE = "district.ics";

  private static final int SETTLE_FROM_MINUTES = 10;
  private static final int WARN_FROM_MINUTES = 15;
  private static final int MIN_MINUTES = 20;

  private final BellPlan bells;
  private final Roster roster;
  private final String zone;
  private final Optional<Path> ics;
  private final Map<String, Integer> wishes = new HashMap<>();
  private final StringBuilder yaml = new StringBuilder();

  FolderWriter(BellPlan bells, Roster roster, String zone, Optional<Path> ics) {
    this.bells = bells;
    this.roster = roster;
    this.zone = zone;
    this.ics = ics;
    roster.items().forEach(item -> wishes.merge(item.station(), 1, Integer::sum));
  }

  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(SchoolFolder.SCHOOL_FILE), school());
    Files.writeString(folder.resolve(SchoolFolder.STUDENTS_FILE), students());
    Files.writeString(folder.resolve(SchoolFolder.STAFF_FILE), staff());
    Files.writeString(folder.resolve(SchoolFolder.PLAYLISTS_FILE), playlists());
    if (ics.isPresent()) {
      Files.copy(ics.get(), folder.resolve(ICS_FILE));
    }
  }

  private String school() {
    line(0, "# Made by `carillon import`. From here on it is yours: change what is not so.");
    line(0, "name: " + quoted(roster.name().isEmpty() ? bells.name() : roster.name()));
    line(0, "zone: " + zone);
    line(0, "language: en");
    line(0, "overflow: commons");
    line(0, "");
    line(0, "rules:");
    line(1, "bell-lag: " + Words.of(bells.bellLag()));
    groups();
    rooms();
    dayTypes();
    calendar();
    return yaml.toString();
  }

  private void groups() {
    if (!roster.groups().isEmpty()) {
      line(0, "");
      line(0, "groups:");
      roster.groups().forEach(group -> line(1, group.id() + ": " + quoted(group.name())));
    }
  }

  private void rooms() {
    line(0, "");
    line(0, "rooms: # drawn side by side: say where they are");
    int columns = columns();
    for (int i = 0; i < roster.rooms().size(); i++) {
      room(i, columns);
    }
    commons(columns);
  }

  private int columns() {
    return Math.max(4, (int) Math.ceil(Math.sqrt(roster.rooms().size() * 1.6)));
  }

  private void room(int place, int columns) {
    var room = roster.rooms().get(place);
    int x = place % columns * ROOM_W;
    int y = place / columns * (ROOM_H + CORRIDOR);
    line(1, room.id() + ":");
    line(2, "name: " + quoted(room.name()));
    line(2, "outline: {x: %d, y: %d, w: %d, h: %d}".formatted(x, y, ROOM_W, ROOM_H));
    line(2, "stations:");
    line(3, room.id() + ":");
    line(4, "activity: " + quoted(room.activity()));
    line(4, "kind: " + Words.word(room.kind()));
    line(4, "soft: " + room.largest());
    line(4, "hard: " + hardCap(room));
    if (!room.adults().isEmpty()) {
      line(4, "adults: [" + String.join(", ", room.adults()) + "]");
    }
  }

  /// Room for the largest section, for those at home there, and for everybody who wants to come.
  private int hardCap(Roster.Room room) {
    long homes = roster.students().stream().filter(one -> one.home().equals(room.id())).count();
    int visits = wishes.getOrDefault(room.id(), 0);
    int blocks = Math.max(1, bells.rotationBlocks());
    int perBlock = (visits + blocks - 1) / blocks;
    return Math.max(room.largest(), Math.max((int) homes, perBlock));
  }

  private void commons(int columns) {
    int rows = (roster.rooms().size() + columns - 1) / columns;
    int y = rows * (ROOM_H + CORRIDOR);
    int w = columns * ROOM_W / 3;
    int all = Math.max(30, roster.students().size());
    line(1, "commons:");
    line(2, "name: Commons");
    line(2, "outline: {x: 0, y: %d, w: %d, h: %d}".formatted(y, columns * ROOM_W, COMMONS_H));
    line(2, "stations:");
    var names = List.of("Commons", "Dining", "Hall");
    var kinds = List.of("overflow", "meal", "assembly");
    var activities = List.of("Quiet work in the commons", "Lunch", "Assembly");
    for (int i = 0; i < names.size(); i++) {
      line(3, Ids.slug(names.get(i)) + ":");
      line(4, "name: " + names.get(i));
      line(4, "activity: " + activities.get(i));
      line(4, "kind: " + kinds.get(i));
      line(4, "hard: " + all);
      line(4, "place: {x: %d, y: %d, w: %d, h: %d}".formatted(i * w, y, w, COMMONS_H));
    }
  }

  private void dayTypes() {
    line(0, "");
    line(0, "day-types:");
    for (var day : bells.days()) {
      if (day.id().equals("no-school")) {
        continue;
      }
      line(1, day.id() + ":");
      line(2, "name: " + quoted(day.title()));
      if (!day.rows().isEmpty()) {
        line(2, "schedules:");
        line(3, "main:");
        line(4, "name: " + quoted("All school"));
        line(4, "blocks:");
        day.rows().forEach(this::block);
      }
    }
  }

  private void block(BellPlan.Row row) {
    int rest = row.length() - row.move();
    int settle = row.kind() != BlockKind.MEAL && rest >= SETTLE_FROM_MINUTES ? 1 : 0;
    int warn = rest >= WARN_FROM_MINUTES ? 2 : 0;
    var anchor = row.kind() == BlockKind.MEAL ? ", anchor: start" : "";
    line(
        5,
        "- {id: %s, name: %s, kind: %s, start: %s, end: %s, move: %dm, settle: %dm, warn: %dm, min: %dm%s}"
            .formatted(
                row.id(),
                quoted(row.name()),
                Words.word(row.kind()),
                Wall.text(row.start() * 60),
                Wall.text(row.end() * 60),
                row.move(),
                settle,
                warn,
                Math.min(MIN_MINUTES, row.length()),
                anchor));
  }

  private void calendar() {
    line(0, "");
    line(0, "calendar:");
    line(1, "weekdays:");
    bells.week().forEach((weekday, day) -> line(2, Words.word(weekday) + ": " + day));
    if (!bells.special().isEmpty()) {
      line(1, "special-days:");
    }
    for (var special : bells.special()) {
      line(
          2,
          "- {from: %s, to: %s, name: %s, runs: %s}"
              .formatted(special.from(), special.to(), quoted(special.name()), special.day()));
    }
    if (ics.isPresent()) {
      icsRules();
    }
  }

  /// Rules to begin with: the words districts use, and the school's own names of its days.
  private void icsRules() {
    line(1, "ics: [" + ICS_FILE + "]");
    line(1, "ics-rules: # the first that fits wins; what fits none is a note");
    for (var words : List.of("no school", "school closed", "schools closed", "holiday", "recess")) {
      line(2, "- {match: %s, runs: no-school}".formatted(quoted("*" + words + "*")));
    }
    for (var day : bells.days()) {
      if (!day.rows().isEmpty() && !bells.week().containsValue(day.id())) {
        line(2, "- {match: %s, runs: %s}".formatted(quoted("*" + day.title() + "*"), day.id()));
      }
    }
  }

  private String students() {
    var csv = new StringBuilder("student_id,name,alias,display,grade,group,schedule,home,seat\n");
    for (var one : roster.students()) {
      row(
          csv,
          one.id(),
          one.name(),
          one.initials(),
          "name",
          one.grade(),
          one.group(),
          "main",
          one.home(),
          "");
    }
    return csv.toString();
  }

  private String staff() {
    var csv = new StringBuilder("staff_id,name,role,rooms\n");
    for (var one : roster.staff()) {
      row(csv, one.id(), one.name(), one.role().word(), String.join(" ", one.rooms()));
    }
    row(csv, "board-commons", "Board in the Commons", Role.BOARD.word(), "");
    return csv.toString();
  }

  private String playlists() {
    var csv = new StringBuilder("student_id,order,item,title,subject,where\n");
    for (var item : roster.items()) {
      row(
          csv,
          item.student(),
          Integer.toString(item.order()),
          item.id(),
          item.title(),
          item.subject(),
          "at:" + item.station());
    }
    return csv.toString();
  }

  private static void row(StringBuilder csv, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      csv.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    csv.append('\n');
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> ",\"\r\n;\t".indexOf(c) >= 0);
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private void line(int depth, String text) {
    yaml.append("  ".repeat(depth)).append(text).append('\n');
  }

  /// JSON's strings are strings of YAML.
  private static String quoted(String text) {
    return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }
}

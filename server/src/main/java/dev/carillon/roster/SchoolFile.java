package dev.carillon.roster;

import dev.carillon.school.Group;
import dev.carillon.school.Id;
import dev.carillon.school.Id.GroupId;
import dev.carillon.school.Id.ScheduleId;
import dev.carillon.school.Id.StationId;
import dev.carillon.school.Rotation;
import dev.carillon.school.Rules;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `school.yaml` into a [Draft]: what is not a room, a bell or a date stands here.
final class SchoolFile {
  private final Draft draft;
  private final Findings findings;

  SchoolFile(Draft draft) {
    this.draft = draft;
    this.findings = draft.findings;
  }

  void read(Yaml.Table root) {
    try (var school = new Section(root, findings)) {
      draft.name = school.text("name");
      draft.zone = zone(school);
      draft.language = language(school);
      draft.rules = rules(school.section("rules"));
      draft.screens = screens(school.section("screens"));
      groups(school.section("groups"));
      new RoomsReader(draft).read(school.section("rooms"));
      overflow(school);
      new DayTypesReader(draft).read(school.section("day-types"));
      draft.calendar = new CalendarReader(draft).read(school.section("calendar"));
      school.rows("rotations").forEach(this::rotation);
      new ProgrammeReader(draft).read(school);
      new ApartReader(draft).read(school);
      new TurnsReader(draft).read(school);
      new OverlaysReader(draft).read(school);
      new StudiesReader(draft).read(school);
      new BoardsReader(draft).read(school.section("boards"));
      draft.boardTerm =
          school.parsed("board-term", SchoolFile::term, "a word such as `fall-2026`").orElse("");
    }
  }

  private ZoneId zone(Section school) {
    if (!school.has("zone")) {
      school.text("zone");
    }
    return school
        .parsed("zone", SchoolFile::zone, "an IANA zone such as `America/Phoenix`")
        .orElse(draft.zone);
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> term(String text) {
    return Optional.of(text).filter(Id::isValid);
  }

  private String language(Section school) {
    return school
        .parsed("language", Words::language, "a language tag such as `en` or `fr-CA`")
        .orElse(draft.language);
  }

  private Rules rules(Section section) {
    try (section) {
      var usual = Rules.DEFAULTS;
      return new Rules(
          section.duration("bell-lag", usual.bellLag()),
          section.length("late-ring-max", usual.lateRingMax()),
          section.length("missing-after-settle", usual.missingAfterSettle()),
          section.length("advance-lead", usual.advanceLead()),
          section.length("end-margin", usual.endMargin()),
          section.length("undo-max", usual.undoMax()),
          section.length("unseen-max", usual.unseenMax()),
          section.length("claim-lease", usual.claimLease()),
          section.length("offer-for", usual.offerFor()),
          section.length("unlock-for", usual.unlockFor()),
          section.number("asks-max").orElse(usual.asksMax()),
          section.length("asks-window", usual.asksWindow()),
          section.flag("help-text", usual.helpText()),
          new HelpTermsReader(findings).read(section.section("help")));
    }
  }

  private StudentScreens screens(Section section) {
    try (section) {
      var usual = StudentScreens.USUAL;
      int youngTo = section.number("young-to").orElse(usual.youngTo());
      int compactFrom = section.number("compact-from").orElse(usual.compactFrom());
      if (compactFrom <= youngTo) {
        findings.block(
            section.place("compact-from"),
            "`compact-from` " + compactFrom + " with `young-to` " + youngTo,
            "a grade above `young-to`",
            "Correct one of them.");
        return usual;
      }
      return new StudentScreens(youngTo, compactFrom);
    }
  }

  private void groups(Section section) {
    try (section) {
      section.byId().keySet().forEach(key -> group(section, key));
    }
  }

  private void group(Section section, String key) {
    var id = new GroupId(key);
    draft.put(draft.groups, id, new Group(id, section.text(key)), section.place(key));
  }

  private void overflow(Section school) {
    var text = school.text("overflow");
    if (school.has("overflow") && school.isId(school.place("overflow"), text)) {
      draft.overflow = new StationId(text);
      draft.refer(
          school.place("overflow"), draft.overflow, draft.stations, "a station of this school");
    }
  }

  private void rotation(Yaml row) {
    try (var section = Section.of(row, findings)) {
      var groups = new ArrayList<GroupId>();
      for (var text : references(section, "groups")) {
        groups.add(new GroupId(text.text()));
        draft.refer(text.place(), groups.getLast(), draft.groups, "a group of this school");
      }
      var stations = new ArrayList<StationId>();
      for (var text : references(section, "stations")) {
        stations.add(new StationId(text.text()));
        draft.refer(text.place(), stations.getLast(), draft.stations, "a station of this school");
      }
      var id = section.text("id");
      var schedule = section.text("schedule");
      if (section.isId(section.place("id"), id)
          && section.isId(section.place("schedule"), schedule)) {
        draft.refer(section.place("schedule"), new ScheduleId(schedule));
        var rotation = new Rotation(id, new ScheduleId(schedule), groups, stations);
        draft.rotations.add(rotation);
        draft.places.put(rotation, section.place());
      }
    }
  }

  private static List<Yaml.Text> references(Section section, String key) {
    return section.texts(key).stream()
        .filter(text -> section.isId(text.place(), text.text()))
        .toList();
  }
}

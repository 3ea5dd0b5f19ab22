package dev.carillon.roster;

import dev.carillon.roster.ImportRequest.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes a school folder from what a school has already.
///
/// The folder is written beside its place, read back as any school folder is, and moved to its
/// place only when it can be run. A fault on the way leaves nothing behind.
public final class Import {
  /// Where most schools that have neither state nor zone in their files are.
  private static final String ZONE_GUESS = "America/New_York";

  /// What a leader reads before school of what was left out or doubted.
  static final String LEFT_FILE = "imported.json";

  private final ImportRequest request;
  private final Findings findings = new Findings();

  private Import(ImportRequest request) {
    this.request = request;
  }

  /// Reads the sources and writes the folder, or says why not.
  public static ImportReport run(ImportRequest request) {
    return new Import(request).run();
  }

  private ImportReport run() {
    checkOut();
    var bells = bells();
    var roster = roster();
    var zone = zone(roster);
    var writer = new FolderWriter(bells, roster, zone, ics());
    boolean written = !findings.anyBlocking() && write(writer);
    return report(bells, roster, written);
  }

  private void checkOut() {
    var out = request.out();
    if (Files.exists(out) && !isEmptyFolder(out)) {
      findings.block(
          Place.of(out.toString()),
          "something is there",
          "a new folder",
          "Choose another folder, or take this one away.");
    }
    if (request.sources().stream().allMatch(Source.Zone.class::isInstance)) {
      findings.block(
          Place.of(out.toString()), "no source", "a roster or bells", "Say what to import.");
    }
  }

  private static boolean isEmptyFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException _) {
      return false; // Not a folder, or not ours to look into: taken either way.
    }
  }

  private BellPlan bells() {
    for (var source : request.sources()) {
      if (source instanceof Source.BellSchedule(var folder)) {
        return new BellPlusReader(folder, findings).read();
      }
    }
    findings.warn(
        Place.of(SchoolFolder.SCHOOL_FILE),
        "no bells",
        "a bell schedule",
        "Eight periods around lunch were put in: give them the school's times.");
    return BellPlan.usual();
  }

  private Roster roster() {
    for (var source : request.sources()) {
      if (source instanceof Source.Clever clever) {
        return new CleverReader(clever, findings).read();
      }
    }
    findings.warn(
        Place.of(SchoolFolder.STUDENTS_FILE), "nobody", "a roster", "Add students and staff.");
    return Roster.NOBODY;
  }

  private Optional<Path> ics() {
    return request.sources().stream()
        .filter(Source.Ics.class::isInstance)
        .map(source -> ((Source.Ics) source).file())
        .findFirst()
        .filter(this::isThere);
  }

  private boolean isThere(Path file) {
    if (!Files.isRegularFile(file)) {
      findings.block(
          Place.of(String.valueOf(file.getFileName())),
          "no such file",
          "an iCalendar file",
          "Say where it is.");
      return false;
    }
    return true;
  }

  private String zone(Roster roster) {
    for (var source : request.sources()) {
      if (source instanceof Source.Zone(var zone)) {
        return zone.getId();
      }
    }
    var guess = roster.zone().isEmpty() ? ZONE_GUESS : roster.zone();
    findings.warn(
        Place.of(SchoolFolder.SCHOOL_FILE),
        "no zone in the sources",
        "an IANA zone",
        guess
            + " was put in"
            + (roster.zone().isEmpty() ? "" : " for its state")
            + ": look at it.");
    return guess;
  }

  private boolean write(FolderWriter writer) {
    var out = request.out().toAbsolutePath().normalize();
    try {
      Files.createDirectories(parent(out));
      var workshop = Files.createTempDirectory(parent(out), out.getFileName() + ".import-");
      var made = Files.createDirectory(workshop.resolve(out.getFileName()));
      try {
        writer.write(made);
        if (!readsBack(made)) {
          return false;
        }
        Files.writeString(made.resolve(LEFT_FILE), ImportReport.left(findings.sorted()));
        return move(made, out);
      } finally {
        delete(made);
        Files.delete(workshop);
      }
    } catch (IOException fault) {
      findings.block(Place.of(out.toString()), fault.toString(), "a folder", "Make it writable.");
      return false;
    }
  }

  private static Path parent(Path out) {
    var parent = out.getParent();
    return parent == null ? out : parent;
  }

  private boolean readsBack(Path folder) {
    for (var finding : SchoolFolder.read(folder).findings()) {
      findings.add(finding);
    }
    return !findings.anyBlocking();
  }

  private static boolean move(Path from, Path to) throws IOException {
    Files.deleteIfExists(to);
    Files.move(from, to);
    return true;
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private ImportReport report(BellPlan bells, Roster roster, boolean written) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("students", roster.students().size());
    counts.put("staff", roster.staff().size());
    counts.put("groups", roster.groups().size());
    counts.put("rooms", roster.rooms().size());
    counts.put("playlist items", roster.items().size());
    counts.put("day types", bells.days().size());
    counts.put("special days", bells.special().size());
    boolean people = request.sources().stream().anyMatch(Source.Clever.class::isInstance);
    List<String> notStored = people ? CleverReader.NOT_STORED : List.of();
    return new ImportReport(request.out(), written, counts, notStored, findings.sorted());
  }
}

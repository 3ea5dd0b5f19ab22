package dev.carillon.roster;

import dev.carillon.school.Id;
import dev.carillon.school.Id.SchoolId;
import java.nio.file.Path;

/// A school as a folder of files people keep: `school.yaml`, `students.csv`, `staff.csv` and, where
/// students have playlists of their own, `playlists.csv`; `assessments.csv` where there are many.
/// The folder's name is the school's id.
public final class SchoolFolder {
  static final String SCHOOL_FILE = "school.yaml";
  static final String STUDENTS_FILE = "students.csv";
  static final String STAFF_FILE = "staff.csv";
  static final String ASSESSMENTS_FILE = "assessments.csv";
  static final String PLAYLISTS_FILE = "playlists.csv";

  private SchoolFolder() {}

  /// Reads and checks the whole folder. All that is wrong is told at once.
  public static Reading read(Path folder) {
    var findings = new Findings();
    var draft = new Draft(id(folder, findings), findings);
    draft.folder = folder;
    YamlFile.read(folder.resolve(SCHOOL_FILE), findings)
        .ifPresent(root -> read(folder, root, draft));
    var found = findings.sorted();
    if (!findings.anyBlocking()) {
      return new Reading.Read(draft.school(), found);
    }
    return findings.onlyAsks()
        ? new Reading.Asking(draft.school(), found)
        : new Reading.Faulty(found);
  }

  private static void read(Path folder, Yaml.Table root, Draft draft) {
    new SchoolFile(draft).read(root);
    var people = new PeopleReader(draft);
    people.staff(folder.resolve(STAFF_FILE));
    people.students(folder.resolve(STUDENTS_FILE));
    new ProgrammeReader(draft).assessments(folder.resolve(ASSESSMENTS_FILE));
    new PlaylistsReader(draft).read(folder.resolve(PLAYLISTS_FILE));
    draft.checkWhatWasPutOff();
    new BoardsReader(draft).checkRanges();
    new Checks(draft).run();
  }

  private static SchoolId id(Path folder, Findings findings) {
    var name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    if (!Id.isValid(name)) {
      findings.block(Place.of(name), "`" + name + "`", Ids.EXPECTED, "Rename the folder.");
      return new SchoolId("school");
    }
    return new SchoolId(name);
  }
}

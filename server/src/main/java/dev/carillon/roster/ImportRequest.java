package dev.carillon.roster;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/// What to make a school folder from.
///
/// @param out the folder to write; it must not exist yet, or be empty
public record ImportRequest(Path out, List<Source> sources) {
  public ImportRequest {
    sources = List.copyOf(sources);
  }

  /// Something a school has already.
  public sealed interface Source {
    /// One school of the files that Clever takes by SFTP.
    record Clever(Path folder, String school) implements Source {}

    /// The calendar and schedules of one school in the format of bell.plus.
    record BellSchedule(Path folder) implements Source {}

    /// Closures and events of a district as an iCalendar file.
    record Ics(Path file) implements Source {}

    /// The zone, said by hand: neither source knows it for certain.
    record Zone(ZoneId zone) implements Source {}
  }
}

package dev.carillon.roster;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/// Reads the events of an iCalendar file (RFC 5545), each with the line it begins in.
///
/// A file with a fault in it is a finding and has no events: a calendar of which some closures are
/// missing would be worse than none.
final class IcsFile {
  /// A district's calendar of many years has less; more is another kind of file.
  private static final int BYTES_MAX = 4 << 20;

  record Event(VEvent event, Place place) {}

  private final String file;
  private final Findings findings;

  private IcsFile(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  static List<Event> read(Path path, Findings findings) {
    var file = String.valueOf(path.getFileName());
    try {
      if (Files.size(path) > BYTES_MAX) {
        findings.block(
            Place.of(file), "more than 4 MB", "a calendar of some years", "Export fewer years.");
        return List.of();
      }
      return new IcsFile(file, findings).parse(Files.readString(path));
    } catch (NoSuchFileException _) {
      findings.block(
          Place.of(file),
          "no such file",
          "the calendar's file",
          "Add it, or take it out of `ics`.");
    } catch (CharacterCodingException _) {
      findings.block(Place.of(file), "bytes that are not UTF-8", "UTF-8", "Save it as UTF-8.");
    } catch (IOException fault) {
      findings.block(Place.of(file), fault.toString(), "a file", "Make it readable.");
    }
    return List.of();
  }

  private List<Event> parse(String text) throws IOException {
    var lines = text.lines().toList();
    try {
      var calendar = new CalendarBuilder().build(new StringReader(text));
      List<VEvent> events = calendar.getComponents(Component.VEVENT);
      return placed(events, lines);
    } catch (ParserException fault) {
      var line = Math.clamp(fault.getLineNo(), 0, lines.size());
      findings.block(
          new Place(file, line, ""),
          Ics.words(fault),
          "iCalendar",
          "Mend the line, or export anew.");
    } catch (RuntimeException fault) {
      // The library throws what its parts throw, and means the file by all of it.
      findings.block(Place.of(file), Ics.words(fault), "iCalendar", "Export it anew.");
    }
    return List.of();
  }

  private List<Event> placed(List<VEvent> events, List<String> lines) {
    var begins = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equalsIgnoreCase("BEGIN:VEVENT")) {
        begins.add(i + 1);
      }
    }
    var placed = new ArrayList<Event>();
    for (int i = 0; i < events.size(); i++) {
      int line = i < begins.size() ? begins.get(i) : 0;
      placed.add(new Event(events.get(i), new Place(file, line, "")));
    }
    return placed;
  }
}

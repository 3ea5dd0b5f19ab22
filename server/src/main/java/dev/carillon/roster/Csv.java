package dev.carillon.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Reads CSV as schools have it, row by row: with or without a byte order mark; ended by CR, LF or
/// both; parted by comma, semicolon or tab; in UTF-8 or, with a warning, Windows-1252; headers in
/// any case. Cells are text, so leading zeros stay.
final class Csv {
  /// A longer cell is a quotation mark that was never closed.
  private static final int CELL_CHARS_MAX = 20_000;

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int END = -1;

  private final String file;
  private final Findings findings;

  private Csv(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /// One row: what stands under each header.
  record Row(String file, int line, Map<String, String> cells) {
    /// The trimmed cell; empty when there is none.
    String text(String header) {
      return cells.getOrDefault(header, "").strip();
    }

    String text(String header, String fallback) {
      var text = text(header);
      return text.isEmpty() ? fallback : text;
    }

    Place place(String header) {
      return new Place(file, line, header);
    }
  }

  /// Hands every row to `rows`.
  ///
  /// @param required headers without which the file is of no use; a finding for each that is
  ///   missing
  /// @return whether the file could be read and has the required headers
  static boolean read(Path path, List<String> required, Findings findings, Consumer<Row> rows) {
    var csv = new Csv(String.valueOf(path.getFileName()), findings);
    try (var reader = csv.open(path)) {
      return csv.read(reader, required, rows);
    } catch (NoSuchFileException _) {
      findings.block(Place.of(csv.file), "no such file", "`" + csv.file + "`", "Add the file.");
    } catch (IOException fault) {
      findings.block(Place.of(csv.file), fault.toString(), "a file", "Make it readable.");
    }
    return false;
  }

  private BufferedReader open(Path path) throws IOException {
    if (isUtf8(path)) {
      return Files.newBufferedReader(path, StandardCharsets.UTF_8);
    }
    findings.warn(
        Place.of(file),
        "bytes that are not UTF-8",
        "UTF-8",
        "It was read as Windows-1252: look at names with accents, then save it as UTF-8.");
    return Files.newBufferedReader(path, WINDOWS);
  }

  private static boolean isUtf8(Path path) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var reader = new InputStreamReader(Files.newInputStream(path), decoder)) {
      reader.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  private boolean read(BufferedReader reader, List<String> required, Consumer<Row> rows)
      throws IOException {
    var cells = new Cells(reader);
    var headers = headers(cells);
    if (!hasAll(headers, required)) {
      return false;
    }
    while (!cells.atEnd()) {
      int line = cells.line();
      var row = cells.row();
      if (row.size() > 1 || !row.getFirst().isBlank()) {
        rows.accept(row(line, headers, row));
      }
    }
    return true;
  }

  private List<String> headers(Cells cells) throws IOException {
    var headers = new ArrayList<String>();
    for (var cell : cells.header()) {
      var name = cell.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
      if (!name.isEmpty() && headers.contains(name)) {
        var place = new Place(file, 1, cell);
        findings.block(place, "`" + cell + "` a second time", "each header once", "Rename one.");
      }
      headers.add(name);
    }
    return headers;
  }

  private boolean hasAll(List<String> headers, List<String> required) {
    boolean all = true;
    for (var header : required) {
      if (!headers.contains(header)) {
        var place = new Place(file, 1, header);
        var found = String.join(", ", headers);
        findings.block(place, found, "a column `" + header + "`", "Add or rename the column.");
        all = false;
      }
    }
    return all;
  }

  private Row row(int line, List<String> headers, List<String> cells) {
    var byHeader = new HashMap<String, String>();
    for (int i = 0; i < Math.min(headers.size(), cells.size()); i++) {
      byHeader.put(headers.get(i), cells.get(i));
    }
    if (cells.size() > headers.size()) {
      var place = new Place(file, line, "");
      findings.warn(
          place,
          cells.size() + " cells",
          headers.size() + " as in the header",
          "Look for a comma that should stand between quotation marks.");
    }
    return new Row(file, line, byHeader);
  }

  /// Cells of one file, after RFC 4180, more lenient about line ends. Not shared.
  private final class Cells {
    private final BufferedReader reader;
    private char separator = ',';
    private int line = 1;
    private int next;

    Cells(BufferedReader reader) throws IOException {
      this.reader = reader;
      next = reader.read();
      if (next == '\uFEFF') {
        next = reader.read();
      }
    }

    int line() {
      return line;
    }

    boolean atEnd() {
      return next == END;
    }

    /// The first row, which also tells by what cells are parted.
    List<String> header() throws IOException {
      var text = new StringBuilder();
      while (next != END && next != '\n' && next != '\r') {
        text.append((char) next);
        next = reader.read();
      }
      endLine();
      separator = likeliest(text.toString());
      var cells = new ArrayList<String>();
      for (var cell : text.toString().split(String.valueOf(separator), -1)) {
        cells.add(cell.replace("\"", ""));
      }
      return cells;
    }

    private char likeliest(String header) {
      char best = ',';
      for (char candidate : new char[] {';', '\t'}) {
        if (count(header, candidate) > count(header, best)) {
          best = candidate;
        }
      }
      return best;
    }

    private long count(String text, char sought) {
      return text.chars().filter(c -> c == sought).count();
    }

    List<String> row() throws IOException {
      var cells = new ArrayList<String>();
      cells.add(cell());
      while (next == separator) {
        next = reader.read();
        cells.add(cell());
      }
      endLine();
      return cells;
    }

    private String cell() throws IOException {
      if (next == '"') {
        return quoted();
      }
      var text = new StringBuilder();
      while (next != END && next != separator && next != '\n' && next != '\r') {
        append(text, line);
      }
      return text.toString();
    }

    private String quoted() throws IOException {
      int opened = line;
      var text = new StringBuilder();
      next = reader.read();
      while (next != END) {
        if (next == '"') {
          next = reader.read();
          if (next != '"') {
            return rest(text);
          }
        }
        append(text, opened);
      }
      tellOpen(opened);
      return text.toString();
    }

    /// What stands between a closing quotation mark and the next cell belongs to the cell.
    private String rest(StringBuilder text) throws IOException {
      while (next != END && next != separator && next != '\n' && next != '\r') {
        append(text, line);
      }
      return text.toString();
    }

    private void append(StringBuilder text, int opened) throws IOException {
      if (text.length() == CELL_CHARS_MAX) {
        tellOpen(opened);
      }
      if (text.length() <= CELL_CHARS_MAX) {
        text.append((char) next);
      }
      int before = next;
      next = reader.read();
      if (before == '\n' || (before == '\r' && next != '\n')) {
        line++;
      }
    }

    private void endLine() throws IOException {
      if (next == '\r') {
        next = reader.read();
        if (next != '\n') {
          line++;
          return;
        }
      }
      if (next == '\n') {
        next = reader.read();
        line++;
      }
    }

    private void tellOpen(int opened) {
      findings.block(
          new Place(file, opened, ""),
          "a quotation mark that is not closed",
          "`\"…\"`",
          "Close it, or double a mark that belongs to the text.");
    }
  }
}

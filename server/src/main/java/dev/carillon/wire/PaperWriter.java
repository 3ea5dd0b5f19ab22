package dev.carillon.wire;

import com.fasterxml.jackson.core.JsonFactory;
import dev.carillon.view.Paper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes a day for paper as JSON in UTF-8, its fields as [Paper] declares them.
public final class PaperWriter {
  private static final JsonFactory JSON = new JsonFactory();

  /// A school of 240 students and eleven blocks has 300 KB.
  private static final int BYTES_USUAL = 1 << 16;

  private PaperWriter() {}

  public static byte[] write(Paper paper) {
    var bytes = new ByteArrayOutputStream(BYTES_USUAL);
    try (var json = JSON.createGenerator(bytes)) {
      Rows.write(json, paper);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail", impossible);
    }
    return bytes.toByteArray();
  }
}

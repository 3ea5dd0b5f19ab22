package dev.carillon.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// CSV as schools have it: whatever a spreadsheet or an export made of it.
class CsvTest {
  @TempDir private Path folder;
  private final Findings findings = new Findings();

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void any_line_end_will_do_and_lines_are_counted_right(String end) throws IOException {
    var rows = read("Student_ID,Name" + end + "007,Mira" + end + end + "8,Abel");

    assertThat(rows).extracting(row -> row.text("student_id")).containsExactly("007", "8");
    assertThat(rows).extracting(Csv.Row::line).containsExactly(2, 4);
    assertThat(findings.sorted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void any_separator_will_do(String separator) throws IOException {
    var rows =
        read(
            String.join(separator, "student id", "name", "Grade")
                + "\n"
                + String.join(separator, "7", "Mira", "3"));

    assertThat(rows.getFirst().text("grade")).isEqualTo("3");
  }

  @Test
  void a_byte_order_mark_is_not_part_of_the_first_header() throws IOException {
    assertThat(read("\uFEFFstudent_id,name\n7,Mira").getFirst().text("student_id")).isEqualTo("7");
  }

  @Test
  void quoted_cells_keep_commas_marks_and_line_breaks() throws IOException {
    var rows = read("student_id,name\n7,\"Tran, \"\"Mira\"\"\r\nJo\"\n8,Abel\n");

    assertThat(rows.getFirst().text("name")).isEqualTo("Tran, \"Mira\"\r\nJo");
    assertThat(rows.get(1).line()).isEqualTo(4);
  }

  @Test
  void an_open_quotation_mark_is_told_where_it_was_opened() throws IOException {
    read("student_id,name\n7,\"Mira\n8,Abel\n");

    assertThat(findings.sorted()).singleElement().extracting(Finding::line).isEqualTo(2);
  }

  @Test
  void an_old_encoding_is_read_with_a_warning() throws IOException {
    Files.write(file(), "student_id,name\n7,Chloé\n".getBytes(Charset.forName("windows-1252")));

    assertThat(rows().getFirst().text("name")).isEqualTo("Chloé");
    assertThat(findings.sorted()).singleElement().matches(finding -> !finding.blocks());
  }

  @Test
  void a_missing_column_is_told_and_nothing_is_read() throws IOException {
    assertThat(read("id,name\n7,Mira\n")).isEmpty();
    assertThat(findings.sorted()).extracting(Finding::column).containsExactly("student_id");
  }

  private List<Csv.Row> read(String text) throws IOException {
    Files.writeString(file(), text, StandardCharsets.UTF_8);
    return rows();
  }

  private List<Csv.Row> rows() {
    var rows = new ArrayList<Csv.Row>();
    Csv.read(file(), List.of("student_id"), findings, rows::add);
    return rows;
  }

  private Path file() {
    return folder.resolve("students.csv");
  }
}

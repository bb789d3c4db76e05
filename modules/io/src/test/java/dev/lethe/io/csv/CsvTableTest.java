package dev.lethe.io.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  @TempDir Path folder;

  @Test
  void aNameWithACommaThatIsNotQuotedIsRefusedWithItsLine() {
    Path file = write("name,aliases\n\nAda Byron,\nRobert Downey, Jr.,RDJ\n");

    assertThatThrownBy(() -> CsvTable.read("forget.file", file))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "forget.file: line 4 of %s has 3 cells, but its first line has 2 (name, aliases); put a cell that holds a comma into double quotes"
                .formatted(file));
  }

  @Test
  void aRowOfTooFewCellsIsRefusedWithItsLine() {
    Path file = write("name,count\r\n\"Downey, Jr.\",3\r\nAda Byron\r\n");

    assertThatThrownBy(() -> CsvTable.read("people.counts", file))
        .hasMessageStartingWith("people.counts: line 3 of %s has 1 cells".formatted(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Ada Byron,\n", "\"Ada\" Byron,\n", "x,\"Bo \"\"B\" B\n"})
  void aDoubleQuoteThatEndsNoCellIsRefusedWithItsLineInPlainWords(String row) {
    Path file = write("name,aliases\nBo Diddle,\n" + row);

    assertThatThrownBy(() -> CsvTable.read("forget.file", file))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "forget.file: in the row that begins in line 3 of %s a double quote begins a cell and does not end it; put whole cells into double quotes, and write one within them twice"
                .formatted(file));
  }

  @Test
  void aHeaderThatRepeatsAColumnIsRefused() {
    Path file = write("name, Name\nAda Byron,Bo Diddle\n");

    assertThatThrownBy(() -> CsvTable.read("forget.file", file))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "forget.file: %s has two columns 'Name' in its first line; keep one".formatted(file));
  }

  @Test
  void quotedCellsBlankLinesAndColumnsWithoutANameAreRead() {
    Path file = write(",name,\n0,\"Robert Downey, Jr.\",\n  \n,,\n1,Ada Byron,x");

    assertThat(CsvTable.read("people.counts", file).rows())
        .extracting(row -> row.cell("name"), CsvRow::line)
        .containsExactly(tuple("Robert Downey, Jr.", 2L), tuple("Ada Byron", 5L));
  }

  @Test
  void theCaseOfTheHeaderDoesNotMatter() {
    CsvTable table = CsvTable.read("people.counts", write("NAME,Count\nAda Byron,3\n"));

    table.require("name");
    assertThat(table.rows()).extracting(row -> row.cell("count")).containsExactly("3");
    assertThat(table.columns()).containsExactly("NAME", "Count");
  }

  @Test
  void aMissingColumnIsAnsweredWithThoseThatExist() {
    Path file = write("name,count\nAda Byron,3\n");

    assertThatThrownBy(() -> CsvTable.read("forget.file", file).require("alias"))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "forget.file: %s has no column 'alias' in its first line, which has: name, count"
                .formatted(file));
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("table.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.lethe.forgetting.people;

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

class CsvTest {
  @TempDir Path folder;

  @Test
  void aNameWithACommaThatIsNotQuotedIsRefusedWithItsLine() {
    Path file = write("name,aliases\n\nAda Byron,\nRobert Downey, Jr.,RDJ\n");

    assertThatThrownBy(() -> Csv.read(file, "forget.file"))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "forget.file: line 4 of %s has 3 cells, but its first line has 2 (name, aliases); put a cell that holds a comma into double quotes"
                .formatted(file));
  }

  @Test
  void aRowOfTooFewCellsIsRefusedWithItsLine() {
    Path file = write("name,count\r\n\"Downey, Jr.\",3\r\nAda Byron\r\n");

    assertThatThrownBy(() -> Csv.read(file, "people.counts"))
        .hasMessageStartingWith("people.counts: line 3 of %s has 1 cells".formatted(file));
  }

  @Test
  void aHeaderThatRepeatsAColumnIsRefused() {
    Path file = write("name, name\nAda Byron,Bo Diddle\n");

    assertThatThrownBy(() -> Csv.read(file, "forget.file"))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "forget.file: %s has two columns 'name' in its first line; keep one".formatted(file));
  }

  @Test
  void quotedCellsBlankLinesAndColumnsWithoutANameAreRead() {
    Path file = write(",name,\n0,\"Robert Downey, Jr.\",\n  \n,,\n1,Ada Byron,x");

    assertThat(Csv.read(file, "people.counts", "name").rows())
        .extracting(row -> row.cell("name"), Csv.Row::line)
        .containsExactly(tuple("Robert Downey, Jr.", 2L), tuple("Ada Byron", 5L));
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("table.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.lethe.data.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.data.NameSource;
import dev.lethe.data.Sources;
import dev.lethe.testkit.TestData;
import dev.lethe.testkit.data.NameSourceContractTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvNamesTest extends NameSourceContractTest {
  private static final Set<String> WOMEN = Set.of("Mary", "Ann", "Eve");
  private static final Set<String> MEN = Set.of("John", "Bob");

  @TempDir Path folder;
  private Path first;
  private Path last;

  @BeforeEach
  void writeLists() throws IOException {
    first = folder.resolve("first.csv");
    last = folder.resolve("last.csv");
    Files.writeString(first, "Name,Sex\nMary,F\nAnn,F\nEve,F\nJohn,M\nBob,M\n");
    Files.writeString(
        last,
        "\ufeffSURNAME,COUNT\r\nSMITH,\"2,442\"\r\nO'NEIL,1\r\nDE LA CRUZ,1\r\nSMITH-JONES,1\r\n"
            + "LEE,1\r\nKIM,1\r\nPARK,1\r\nROSS,1\r\nREED,1\r\nCOLE,1\r\nHAYES,1\r\nBELL,1\r\n"
            + ",\r\n\"Source: U.S. Census Bureau, 2010.\",\r\n");
  }

  @Override
  protected NameSource source() {
    return source(Map.of());
  }

  private NameSource source(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.putIfAbsent("first-names", first.toString());
    settings.putIfAbsent("last-names", last.toString());
    return Sources.create(NameSource.class, "csv-names", settings);
  }

  @Test
  void womenAndMenTakeTurns() {
    List<String> names = source().draw(20, 3, Set.of());
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      assertThat(i % 2 == 0 ? WOMEN : MEN).anyMatch(given -> name.startsWith(given + " "));
    }
  }

  @Test
  void everyNameCanBeDrawnAndNoOtherOne() throws IOException {
    Files.writeString(last, "surname\nO'NEIL\nDE LA CRUZ\nsmith-jones\n");
    Files.writeString(first, "name,sex\nMARY ANN,female\nbob,male\n");
    assertThat(source().draw(6, 5, Set.of()))
        .containsExactlyInAnyOrder(
            "Mary Ann O'neil",
            "Mary Ann De La Cruz",
            "Mary Ann Smith-Jones",
            "Bob O'neil",
            "Bob De La Cruz",
            "Bob Smith-Jones");
  }

  @Test
  void tooFewNamesAreRefused() {
    assertThatThrownBy(() -> source().draw(1000, 3, Set.of()))
        .isInstanceOf(LetheException.class)
        .hasMessageStartingWith("1000 random names were asked for, but after 49 there are no more");
  }

  @Test
  void otherColumnsCanBeChosen() throws IOException {
    Files.writeString(first, "sex,given\nF,Ida\nM,Per\n");
    NameSource source = source(Map.of("first-name-column", "given"));
    assertThat(source.draw(1, 0, Set.of()).get(0)).startsWith("Ida ");
  }

  @Test
  void listsOfBabiesSayGirlAndBoy() throws IOException {
    Files.writeString(first, "year,name,percent,sex\n1880,Per,0.08,boy\n1880,Ida,0.07,girl\n");
    List<String> names = source().draw(2, 0, Set.of());
    assertThat(names.get(0)).startsWith("Ida ");
    assertThat(names.get(1)).startsWith("Per ");
  }

  @Test
  void theMostFrequentOfTheFirstYearAreDrawnOfEachSexAsThePaperDoes() throws IOException {
    Files.writeString(
        first,
        "year,name,percent,sex\n1880,Per,0.01,boy\n1880,Olaf,0.08,boy\n1880,Jon,0.02,boy\n"
            + "1881,Max,0.5,boy\n1880,Ida,0.07,girl\n1880,Eva,0.003,girl\n1880,Una,0.03,girl\n"
            + "1881,Kay,0.4,girl\n");
    NameSource source = source(Map.of("most", 2, "year-column", "year"));
    assertThat(source.draw(48, 3, Set.of()))
        .extracting(name -> name.substring(0, name.indexOf(' ')))
        .containsOnly("Olaf", "Jon", "Ida", "Una");
  }

  @Test
  void aShareThatIsNoNumberIsRefused() throws IOException {
    Files.writeString(first, "name,percent,sex\nIda,many,girl\nEva,1,girl\nPer,0.1,boy\n");
    assertThatThrownBy(() -> source(Map.of("most", 2)))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "%s must hold numbers in the column 'percent' (got 'many' for 'Ida')".formatted(first));
  }

  @Test
  void aMissingColumnIsAnsweredWithThoseThatExist() {
    assertThatThrownBy(() -> source(Map.of("last-name-column", "family")))
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "names: "
                + last
                + " has no column 'family' in its first line, which has: SURNAME, COUNT");
  }

  @Test
  void badFilesAreRefusedInOneLine() throws IOException {
    assertThatThrownBy(() -> source(Map.of("last-names", folder.resolve("no.csv").toString())))
        .isInstanceOf(NotFoundException.class);
    Files.writeString(first, "name,sex\nMary,F\n");
    assertThatThrownBy(() -> source()).hasMessage(first + " has no men's first names");
    Files.write(first, "name,sex\nZoé,F\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> source())
        .hasMessageContaining("expected UTF-8, found another encoding");
    Files.writeString(first, "name,sex\n\"Mary,F\n");
    assertThatThrownBy(() -> source())
        .hasMessageContaining("a double quote begins a cell and does not end it");
  }

  @Test
  void aRowThatDoesNotFitTheHeaderIsRefusedWithItsLine() throws IOException {
    Files.writeString(first, "name,sex\n\nMary,F\nBob, Jr.,M\n");
    assertThatThrownBy(() -> source())
        .isInstanceOf(LetheException.class)
        .hasMessage(
            "names: line 4 of %s has 3 cells, but its first line has 2 (name, sex); put a cell that holds a comma into double quotes"
                .formatted(first));
    Files.writeString(first, "name,sex\nMary\n");
    assertThatThrownBy(() -> source())
        .hasMessageStartingWith("names: line 2 of %s has 1 cells".formatted(first));
    Files.writeString(first, "name,sex\nMary,F\nBob");
    assertThatThrownBy(() -> source())
        .hasMessageStartingWith("names: line 3 of %s has 1 cells".formatted(first));
  }

  @Test
  void aHeaderThatRepeatsAColumnIsRefused() throws IOException {
    Files.writeString(first, "name,sex,Name\nMary,F,Smith\nBob,M,Lee\n");
    assertThatThrownBy(() -> source())
        .isInstanceOf(LetheException.class)
        .hasMessage("names: " + first + " has two columns 'Name' in its first line; keep one");
  }

  @Test
  void theListOfTheCensusIsReadWithoutItsFootnotes() {
    Path census = TestData.file("us-last-names-2010.csv");
    NameSource source = source(Map.of("last-names", census.toString()));
    assertThat(source.draw(2000, 1, Set.of()))
        .hasSize(2000)
        .noneMatch(name -> name.contains("Source") || name.contains("Note"));
  }
}

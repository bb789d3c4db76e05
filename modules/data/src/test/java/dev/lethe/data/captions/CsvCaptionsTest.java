package dev.lethe.data.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.data.Packed;
import dev.lethe.data.Sources;
import dev.lethe.testkit.data.CaptionSourceContractTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsvCaptionsTest extends CaptionSourceContractTest {
  private static final String TABLE =
      "url,Caption\nhttp://a, a red disc \nhttp://b,\"a disc,\nand \"\"a\"\" star\"\nhttp://c,\n";

  @TempDir Path folder;

  @Override
  protected CaptionSource source() {
    return source(TABLE, Map.of());
  }

  @Override
  protected CaptionSource changed() {
    return source(TABLE.replace("red", "blue"), Map.of());
  }

  private CaptionSource source(String table, Map<String, Object> settings) {
    Path file = Packed.PLAIN.write(folder.resolve("captions.csv"), table);
    return source(file, settings);
  }

  private static CaptionSource source(Path file, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("path", file.toString());
    return Sources.create(CaptionSource.class, "csv", all);
  }

  @ParameterizedTest
  @EnumSource
  void cellsOfOneColumnAreCaptionsHoweverTheFileIsPacked(Packed packed) {
    CaptionSource source = source(packed.write(folder.resolve("table"), TABLE), Map.of());
    assertThat(source.read().lines()).containsExactly("a red disc", "a disc, and \"a\" star");
    assertThat(source.read()).isEqualTo(source().read());
  }

  @Test
  void theSameCaptionsAreTheSameWhateverFileHoldsThem() {
    Path lines = Packed.GZIP.write(folder.resolve("lines"), "a red disc\na disc, and \"a\" star\n");
    assertThat(source().read().contentHash())
        .isEqualTo(
            Sources.<CaptionSource>create(
                    CaptionSource.class, "lines", Map.of("path", lines.toString()))
                .read()
                .contentHash());
  }

  @Test
  void aTableWithoutAHeaderCallsItsColumnsByTheirNumbers() {
    assertThat(
            source("1,a disc\n2,a star\n", Map.of("header", false, "column", "2")).read().lines())
        .containsExactly("a disc", "a star");
    assertThatThrownBy(() -> source("1,a disc\n", Map.of("header", false, "column", "3")).read())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage("captions: %s has no column 3, but 2 columns", folder.resolve("captions.csv"));
  }

  @Test
  void aMissingColumnIsAnsweredWithThoseThatExist() {
    assertThatThrownBy(() -> source(TABLE, Map.of("column", "title")).read())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "captions: %s has no column 'title' in its first line, which has: url, Caption",
            folder.resolve("captions.csv"));
  }

  @Test
  void aRowThatDoesNotFitIsRefusedWithItsLine() {
    assertThatThrownBy(() -> source("url,caption\na,b\nc,d,e\n", Map.of()).read())
        .hasMessageStartingWith("captions: line 3 of ")
        .hasMessageContaining("has 3 cells, but its first line has 2 (url, caption)");
  }

  @Test
  void aQuoteThatNobodyClosesIsRefusedBeforeItFillsTheMemory() {
    String row = "a,\"" + "b".repeat(999_000) + "\n";
    String table = "url,caption\nx,a disc\n" + row + ("c".repeat(999_000) + "\n").repeat(5);
    assertThatThrownBy(() -> source(table, Map.of()).read())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageStartingWith("captions: the row that begins in line 3 of ")
        .hasMessageEndingWith("close the double quote in it");
    assertThatThrownBy(() -> source("url,caption\na,\"b\n", Map.of()).read())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining("a double quote begins a cell and does not end it");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
  void aFileThatIsCutShortIsRefusedInOneLine(Packed packed) throws Exception {
    Path file = packed.write(folder.resolve("table"), TABLE.repeat(50));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 6));
    assertThatThrownBy(() -> source(file, Map.of()).read())
        .isExactlyInstanceOf(LetheException.class)
        .hasMessageContaining(file.toString())
        .message()
        .hasLineCount(1);
  }

  @Test
  void aTableWithoutCaptionsIsRefused() {
    for (String table : new String[] {"url,caption\n", "url,caption\na,\n"}) {
      assertThatThrownBy(() -> source(table, Map.of()).read())
          .hasMessageContaining("captions.csv has no captions");
    }
    assertThatThrownBy(() -> source("", Map.of()).read())
        .hasMessageContaining("has no column 'caption'");
  }

  @Test
  void aMissingFileIsNotFound() {
    assertThatThrownBy(() -> source(folder.resolve("none"), Map.of()))
        .isInstanceOf(NotFoundException.class);
  }
}

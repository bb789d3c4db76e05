package dev.lethe.plugin.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.Captions;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.data.CaptionSourceContractTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetCaptionsTest extends CaptionSourceContractTest {
  private static final String ROWS =
      "SELECT * FROM (VALUES (1, ' a red disc '), (2, NULL), (3, E'a star\\nand a café'), (4, '')) AS t(id, %s)";

  @TempDir Path folder;

  @Override
  protected CaptionSource source() {
    return source(ROWS.formatted("caption"), Map.of());
  }

  @Override
  protected CaptionSource changed() {
    return source(ROWS.formatted("caption").replace("red", "blue"), Map.of());
  }

  private CaptionSource source(String query, Map<String, Object> settings) {
    return source(ParquetFiles.write(folder.resolve("captions.parquet"), query), settings);
  }

  private static CaptionSource source(Path path, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("path", path.toString());
    try (TestRunContext context = new TestRunContext(0);
        RunExtensions run = new InProcessExtensions(List.of(ParquetModule::new)).open(context)) {
      return run.create(CaptionSource.class, "parquet", all, "captions");
    }
  }

  @Test
  void textsOfAColumnAreCaptionsAndNothingIsNone() {
    assertThat(source().read().lines()).containsExactly("a red disc", "a star and a café");
  }

  @Test
  void theCaseOfAColumnDoesNotMatterAndItsNameMayBeStrange() {
    assertThat(source(ROWS.formatted("TEXT"), Map.of("column", "text")).read().lines()).hasSize(2);
    Map<String, Object> strange = Map.of("column", "a \"quoted\" name");
    assertThat(source(ROWS.formatted("\"a \"\"quoted\"\" name\""), strange).read().lines())
        .hasSize(2);
  }

  @Test
  void filesOfAFolderAreReadInTheOrderOfTheirNamesUpToALimit() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts"));
    ParquetFiles.write(parts.resolve("b[1].parquet"), "SELECT 'third' AS caption");
    ParquetFiles.write(parts.resolve("a.parquet"), "SELECT unnest(['first', 'second']) AS caption");
    Files.writeString(parts.resolve("stats.json"), "{}");
    assertThat(source(parts, Map.of()).read().lines()).containsExactly("first", "second", "third");
    assertThat(source(parts, Map.of("limit", 2)).read().lines()).containsExactly("first", "second");
    assertThat(source(parts, Map.of("limit", 3)).read().lines()).hasSize(3);
  }

  @Test
  void whatPyArrowWritesIsRead() throws IOException {
    for (String compression : new String[] {"snappy", "zstd", "binary"}) {
      Path file = folder.resolve(compression + ".parquet");
      try (InputStream in = getClass().getResourceAsStream(compression + ".parquet")) {
        Files.copy(in, file);
      }
      Captions read = source(file, Map.of("column", "TEXT")).read();
      assertThat(read.lines()).containsExactly("a red disc", "ein grüner Stern", "a café");
    }
  }

  @Test
  void aFileWithoutTheColumnIsAnsweredWithThoseItHas() {
    CaptionSource source = source(ROWS.formatted("text"), Map.of());
    assertThatThrownBy(source::read)
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "captions: %s has no column 'caption', but: id, text",
            folder.resolve("captions.parquet"));
  }

  @Test
  void aColumnOfSomethingElseIsRefused() {
    CaptionSource source = source(ROWS.formatted("text"), Map.of("column", "id"));
    assertThatThrownBy(source::read)
        .isExactlyInstanceOf(LetheException.class)
        .hasMessage(
            "captions: column 'id' of %s must hold text (got INTEGER)",
            folder.resolve("captions.parquet"));
  }

  @Test
  void whatIsNoParquetOrCutShortIsRefusedInOneLine() throws IOException {
    Path file = folder.resolve("captions.parquet");
    byte[] whole = Files.readAllBytes(ParquetFiles.write(file, ROWS.formatted("caption")));
    byte[][] broken = {
      {}, "a text that is no Parquet".getBytes(), Arrays.copyOf(whole, whole.length - 20)
    };
    for (byte[] content : broken) {
      Files.write(file, content);
      assertThatThrownBy(() -> source(file, Map.of()).read())
          .isExactlyInstanceOf(LetheException.class)
          .hasMessageStartingWith("captions: " + file + " cannot be read as Parquet: ")
          .message()
          .hasLineCount(1);
    }
  }

  @Test
  void nothingButNullsAreNoCaptions() {
    CaptionSource source = source("SELECT NULL::VARCHAR AS caption", Map.of());
    assertThatThrownBy(source::read).hasMessageContaining("captions.parquet has no captions");
  }

  @Test
  void whatIsMissingIsNotFound() {
    assertThatThrownBy(() -> source(folder.resolve("none.parquet"), Map.of()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> source(folder, Map.of()))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("captions: there is no .parquet in " + folder);
  }

  @Test
  void nothingOutsideThePluginKeepsTheDriver() {
    source().read();
    assertThat(DriverManager.drivers())
        .noneMatch(driver -> driver.getClass().getName().startsWith("org.duckdb."));
  }
}

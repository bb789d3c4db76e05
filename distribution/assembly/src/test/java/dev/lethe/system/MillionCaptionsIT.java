package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of the assembled product over as many captions as scraped sets have. */
class MillionCaptionsIT {
  private static final int CAPTIONS = 1_000_000;
  private static final String CAPTION = "a photograph of a boat number %d in a harbor at dusk";

  private static final String DEFENSE =
      """
      forget: {names: [Ada Lind]}
      defense: {strategy: text-backdoor, settings: {steps: 2, clean-batch: 2, backdoor-batch: 2}}
      evaluations:
        similarity: {}
      """;

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    Files.writeString(TinyExperiment.in(folder).config(), DEFENSE, StandardOpenOption.APPEND);
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void thoseOfAPackedTableFitInASmallHeap() throws Exception {
    try (BufferedWriter table =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("captions.tsv.gz"))),
                StandardCharsets.UTF_8))) {
      table.write("url\tcaption\n");
      for (int i = 0; i < CAPTIONS; i++) {
        table.write("https://pictures.example/%d.jpg\t".formatted(i));
        table.write(CAPTION.formatted(i));
        table.write('\n');
      }
    }

    runs("captions={source: tsv, path: captions.tsv.gz}");
  }

  @Test
  void thoseOfParquetFitInASmallHeap() throws Exception {
    Path optional = Path.of(System.getProperty("lethe.home"), "optional/lethe-parquet.jar");
    home.plug("lethe-parquet.jar", Files.readAllBytes(optional));
    writeParquet();

    runs("captions={source: parquet, path: captions.parquet, column: caption}");
  }

  private void runs(String captions) throws Exception {
    try (LetheProcess lethe =
        LetheProcess.start(
            home,
            folder,
            Map.of("LETHE_JAVA_OPTS", "-Xmx512m"),
            "run",
            "tiny.yaml",
            "--json",
            captions)) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
      assertThat(new ObjectMapper().readTree(lethe.out()).findValuesAsText("name"))
          .contains("similarity.clean");
    }
  }

  private void writeParquet() throws SQLException {
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT format('%s', i) AS caption FROM range(%d) AS numbers(i)) TO '%s' (FORMAT parquet)"
              .formatted(
                  CAPTION.replace("%d", "{}"), CAPTIONS, folder.resolve("captions.parquet")));
    }
  }
}

package dev.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin that carries a native library, dropped into the assembled distribution. */
class ParquetIT {
  private static final String DEFENSE =
      """
      forget: {names: [Ada Lind]}
      defense: {strategy: text-backdoor, settings: {steps: 2, clean-batch: 2, backdoor-batch: 2}}
      """;

  private static final String[] PARQUET = {
    "run", "tiny.yaml", "captions.source=parquet", "captions.path=captions.parquet"
  };

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void assemble() throws IOException {
    home = Home.in(folder);
    Files.writeString(TinyExperiment.in(folder).config(), DEFENSE, StandardOpenOption.APPEND);
    try (InputStream in = ParquetIT.class.getResourceAsStream("/data/captions.parquet")) {
      Files.copy(in, folder.resolve("captions.parquet"));
    }
  }

  @AfterEach
  void removeLinks() throws IOException {
    home.close();
  }

  @Test
  void aRunReadsItsCaptionsFromParquetOnceThePluginIsDroppedIn() throws Exception {
    try (LetheProcess lethe = start("captions.column=text")) {
      assertThat(lethe.finish()).isEqualTo(3);
      assertThat(lethe.err()).contains("No CaptionSource named 'parquet' is installed");
    }

    Path optional = Path.of(System.getProperty("lethe.home"), "optional/lethe-parquet.jar");
    home.plug("lethe-parquet.jar", Files.readAllBytes(optional));

    try (LetheProcess lethe = start("captions.column=text")) {
      assertThat(lethe.finish()).as(lethe.err()).isZero();
    }
    try (LetheProcess lethe = start("captions.column=title")) {
      assertThat(lethe.finish()).isOne();
      assertThat(lethe.errorsAbout("title"))
          .singleElement()
          .asString()
          .endsWith("captions.parquet has no column 'title', but: URL, TEXT");
    }
  }

  private LetheProcess start(String override) throws IOException {
    String[] command = Arrays.copyOf(PARQUET, PARQUET.length + 1);
    command[PARQUET.length] = override;
    return LetheProcess.start(home, folder, command);
  }
}

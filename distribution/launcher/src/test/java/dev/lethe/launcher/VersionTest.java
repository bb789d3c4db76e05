package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTest {
  @TempDir Path home;

  @Test
  void theVersionTellsTheRevisionAndTheJavaThatRunsIt() throws IOException {
    Files.writeString(
        Files.createDirectory(home.resolve("conf")).resolve("build.properties"),
        "version=0.1.0\ngit-revision=abcdef123456-modified\n");
    assertThat(Version.of(home))
        .isEqualTo(
            "lethe 0.1.0 (abcdef123456-modified), Java " + System.getProperty("java.version"));
  }

  @Test
  void itIsAskedForByTheOptionAloneAndNotBesideOthers() {
    assertThat(Version.isAsked("--version")).isTrue();
    assertThat(Version.isAsked("-V")).isTrue();
    assertThat(Version.isAsked()).isFalse();
    assertThat(Version.isAsked("version")).isFalse();
    assertThat(Version.isAsked("--version", "run")).isFalse();
  }
}

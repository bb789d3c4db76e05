package dev.lethe.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionTest {
  @TempDir static Path folder;
  static TinyWorld world;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
  }

  @Test
  void aRedactedRunWritesNoNameExceptIntoItsKey(@TempDir Path out) throws IOException {
    RunResult result = TinyWorld.run(world.redacted(out));

    Path key = result.directory().resolve("private/redaction-key.csv");
    assertThat(key).content().contains("Ada Byron");
    for (Path file : TinyWorld.files(out)) {
      if (!file.equals(key)) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase();
        for (String name : TinyWorld.PEOPLE) {
          assertThat(content)
              .as(file.toString())
              .doesNotContain(name.toLowerCase())
              .doesNotContain(name.toLowerCase().replace(' ', '_'));
        }
      }
    }
    assertThat(result.report().people()).hasSameSizeAs(TinyWorld.PEOPLE);
    assertThat(result.report().forgotten())
        .hasSize(2)
        .allMatch(name -> name.matches("Person \\w{6}"));
  }

  @Test
  void aRedactedRunMeasuresTheSameAndCanBeVerifiedWithItsKey(@TempDir Path out) {
    RunResult redacted = TinyWorld.run(world.redacted(out));
    RunResult plain = TinyWorld.run(world.request(out));

    assertThat(redacted.report().metrics()).isEqualTo(plain.report().metrics());
    assertThat(redacted.directory()).isNotEqualTo(plain.directory());
    Verification verification =
        TinyWorld.experiments().verify(redacted.directory(), Progress.silent());
    assertThat(verification.differences()).isEqualTo(List.of());
  }
}

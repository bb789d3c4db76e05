package dev.lethe.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.testkit.Damage;
import dev.lethe.testkit.RecordedProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChecksummedJsonTest {
  @TempDir private Path folder;
  private final RecordedProgress progress = new RecordedProgress();
  private ChecksummedJson kept;
  private Figures figures;

  record Figures(String name, List<Double> values, Map<String, @Nullable Double> more) {}

  @BeforeEach
  void write() {
    Map<String, @Nullable Double> more = new TreeMap<>();
    more.put("b", null);
    more.put("a", 1e-300);
    figures = new Figures("İ \u202e \"x\"", Arrays.asList(0.1, -0.0, 1e22, 3.0), more);
    kept = new ChecksummedJson(folder.resolve("a.json"));
    kept.write(figures);
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    assertThat(kept.read(Figures.class, progress)).contains(figures);
    assertThat(progress.messages()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDamagedIsAsIfItWereNotThereAndCanBeWrittenAgain(Damage damage) {
    damage.to(kept.file());
    if (damage != Damage.UNREADABLE || !Files.isReadable(kept.file())) {
      assertThat(kept.read(Figures.class, progress)).isEmpty();
      assertThat(progress.messages())
          .singleElement()
          .asString()
          .startsWith(
              damage == Damage.UNREADABLE || damage == Damage.FOLDER
                  ? "cannot read " + kept.file()
                  : kept.file().toString())
          .endsWith("it is made again");
    }
    kept.write(figures);
    assertThat(kept.read(Figures.class, progress)).contains(figures);
  }

  @Test
  void aValueOfAnotherShapeIsAsIfItWereNotThere() {
    new ChecksummedJson(kept.file()).write(Map.of("other", 1));
    assertThat(kept.read(Figures.class, progress)).isEmpty();
  }
}

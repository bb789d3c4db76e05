package dev.lethe.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.config.ConfigReader;
import dev.lethe.io.Folders;
import dev.lethe.suite.file.SuiteReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suites that come with Lethe: their trials, and that each is a configuration. */
class ShippedSuitesTest {
  private static final Path ROOT = root();

  /** The papers': models x regularizers x numbers of names x seeds. */
  private static final Map<String, Integer> TRIALS =
      Map.of(
          "demo-small.yaml", 12,
          "demo-regularizers.yaml", 12,
          "demo.yaml", 36 + 12,
          "paper-text.yaml", 4 * 2 * 7 * 10,
          "paper-image.yaml", 4 * 2 * 7 * 10,
          "paper-both.yaml", 4 * 2 * 7 * 10,
          "workshop-text.yaml", 3 * 7 * 10);

  @Test
  void everySuiteIsCounted() {
    assertThat(suites())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(TRIALS.keySet());
  }

  @ParameterizedTest
  @MethodSource("suites")
  void everyTrialIsAConfiguration(Path file) {
    Suite suite = SuiteReader.read(ConfigSource.file(file));
    assertThat(suite.trials()).hasSize(TRIALS.get(file.getFileName().toString()));
    for (Trial trial : suite.trials()) {
      List<String> overrides =
          trial.overrides().stream().filter(each -> !each.startsWith("demo.")).toList();
      assertThat(new ConfigReader(ConfigSource.file(base(trial.base())), overrides).config())
          .isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("suites")
  void figuresSpeakOfWhatIsVaried(Path file) {
    Suite suite = SuiteReader.read(ConfigSource.file(file));
    assertThat(suite.settings().figures()).isNotEmpty();
    for (FigureSettings figure : suite.settings().figures()) {
      assertThat(suite.varied()).containsAll(figure.where().keySet());
      if (figure.by() != null) {
        assertThat(suite.varied()).contains(figure.by(), figure.over());
      }
    }
  }

  static List<Path> suites() {
    return Folders.list(ROOT.resolve("configs/suites"));
  }

  private static Path base(String name) {
    Path demo = ROOT.resolve("configs/" + name + ".yaml");
    return Files.exists(demo) ? demo : ROOT.resolve(name);
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("configs/suites"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}

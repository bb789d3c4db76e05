package dev.lethe.forgetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lethe.api.Progress;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.RunRequest;
import dev.lethe.report.Report;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.testkit.RecordedProgress;
import dev.lethe.testkit.TestRunContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaxMemoryTest {
  /** What is left to work in: enough for one text of the full context, and not for many. */
  private static final long LITTLE = 900_000;

  /** At larger ones the signs of gradients that are zero but for rounding decide on whole steps. */
  private static final String LEARNING_RATE = "defense.settings.learning-rate=1e-5";

  @TempDir static Path folder;
  static TinyWorld world;
  static long model;

  @BeforeAll
  static void makeWorld() {
    world = new TinyWorld(folder);
    try (TestRunContext context = new TestRunContext(0);
        RunExtensions extensions = TinyWorld.extensions().open(context);
        VisionLanguageModel read = world.model(context.manager(), extensions)) {
      model = MemoryBudget.bytes(read);
    }
  }

  @Test
  void aRunInLittleMemoryGivesTheSameMetricsInMoreChunks(@TempDir Path one, @TempDir Path two) {
    RecordedProgress whole = new RecordedProgress();
    Report plenty =
        TinyWorld.run(world.request(one, "max-memory=8GB", LEARNING_RATE), whole).report();
    RecordedProgress divided = new RecordedProgress();
    Report little = TinyWorld.run(world.request(two, little(), LEARNING_RATE), divided).report();

    requireSame(little.metrics().before(), plenty.metrics().before());
    requireSame(little.metrics().after(), plenty.metrics().after());
    assertThat(TinyWorld.facts(little).people()).isEqualTo(TinyWorld.facts(plenty).people());
    for (String work : List.of("embedding texts", "embedding pictures")) {
      assertThat(divided.advances(work)).as(work).hasSizeGreaterThan(whole.advances(work).size());
    }
  }

  @Test
  void modelsThatDoNotFitAreRefusedBeforeAnythingIsComputed(@TempDir Path out) {
    RecordedProgress progress = new RecordedProgress();
    assertThatThrownBy(() -> TinyWorld.run(world.request(out, "max-memory=500MB"), progress))
        .hasMessage(
            "expected 734.1 MB of memory for the engine and the models alone, found 500.0 MB: raise"
                + " max-memory or use a machine or device with more");
    assertThat(progress.advances("embedding pictures")).isEmpty();
  }

  @Test
  void thePlanSaysWhatStaysAndWhatIsWorkedIn(@TempDir Path out) {
    assertThat(memory(world.request(out)))
        .matches("memory +about 7..\\.. MB: 734\\.. MB stay, .* MB are worked in at a time");
    assertThat(memory(world.request(out, "max-memory=2GB")))
        .endsWith("are worked in at a time, of 2.0 GB allowed by max-memory");
  }

  @Test
  void thePlanFollowsMaxMemoryAndTheDevice(@TempDir Path out) {
    assertThat(worked(world.request(out, "max-memory=740MB")))
        .isLessThan(worked(world.request(out, "max-memory=2GB")))
        .isGreaterThan(0);
    assertThat(worked(world.request(out, "defense="))).isLessThan(worked(world.request(out)));
  }

  @Test
  void thePlanWarnsWhereTheModelsAloneDoNotFit(@TempDir Path out) {
    assertThat(warnings(world.request(out, "max-memory=700MB")))
        .anyMatch(
            warning ->
                warning.startsWith("max-memory is 700.0 MB, but by the size of the model's files")
                    && warning.endsWith("raise max-memory"));
    assertThat(warnings(world.request(out, "max-memory=2GB"))).isEmpty();
  }

  /** What is counted is the same number; cosines of embeddings are, up to rounding. */
  private static void requireSame(
      Map<String, @Nullable Double> found, Map<String, @Nullable Double> expected) {
    assertThat(found).hasSameSizeAs(expected);
    expected.forEach(
        (name, value) -> {
          if (name.startsWith("similarity.") && value != null) {
            assertThat(found.get(name)).as(name).isCloseTo(value, within(1e-5));
          } else {
            assertThat(found).containsEntry(name, value);
          }
        });
  }

  private static String little() {
    return "max-memory=%dB".formatted(MemoryBudget.ENGINE + 2 * model + LITTLE);
  }

  private static String memory(RunRequest request) {
    try (ExperimentPlan plan = TinyWorld.experiments().plan(request, Progress.silent())) {
      return plan.describe().stream()
          .filter(line -> line.startsWith("memory"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static double worked(RunRequest request) {
    return Double.parseDouble(memory(request).replaceAll(".*stay, ([0-9.]+) MB.*", "$1"));
  }

  private static List<String> warnings(RunRequest request) {
    try (ExperimentPlan plan = TinyWorld.experiments().plan(request, Progress.silent())) {
      return plan.warnings();
    }
  }
}

package dev.lethe.defense.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import dev.lethe.api.defense.Defended;
import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingVariantsTest {
  @TempDir private Path folder;
  private final Run run = new Run(0);
  private VisionLanguageModel teacher;

  @BeforeEach
  void create() {
    teacher = run.model(folder);
  }

  @AfterEach
  void close() {
    teacher.close();
    run.close();
  }

  @Test
  void theLearningRateFallsAlongACosineOrAtMilestones() {
    assertThat(rates(Map.of("schedule", "cosine", "learning-rate", 0.01)))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(.01, .005 * (1 + Math.sqrt(.5)), .005, .005 * (1 - Math.sqrt(.5)));
    assertThat(rates(Map.of("learning-rate", 0.01, "milestones", List.of(1, 3), "decay", 0.1)))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(.01, .001, .001, .0001);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void layerNormsAreTrainedWhereThatIsAskedFor(boolean trained) {
    try (VisionLanguageModel student =
        defend(Map.of("train-norms", trained, "learning-rate", 0.01))
            .model()
            .as(VisionLanguageModel.class)) {
      var before = Weights.where(teacher, info -> info.role() == ParameterRole.NORM);
      var after = Weights.where(student, info -> info.role() == ParameterRole.NORM);
      assertThat(after.equals(before)).isEqualTo(!trained);
    }
  }

  private double[] rates(Map<String, Object> settings) {
    Defended defended = defend(settings);
    defended.model().close();
    return defended.history().steps().stream()
        .mapToDouble(TrainingHistory.Step::learningRate)
        .toArray();
  }

  private Defended defend(Map<String, Object> settings) {
    return run.strategy(settings).defend(teacher, Examples.task(null, Progress.silent()));
  }
}

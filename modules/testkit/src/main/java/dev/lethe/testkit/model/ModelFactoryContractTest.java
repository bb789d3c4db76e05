package dev.lethe.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.model.ModelFactory;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import dev.lethe.testkit.Weights;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ModelFactory} must do. */
public abstract class ModelFactoryContractTest {
  @TempDir Path folder;

  private final TestRunContext run = new TestRunContext(0);

  /** For subclasses. */
  protected ModelFactoryContractTest() {}

  /** Creates a factory. */
  protected abstract ModelFactory factory();

  @AfterEach
  void free() {
    run.close();
  }

  @Test
  void aSeedGivesTheSameBitsAndAnotherSeedOthers() {
    try (VisionLanguageModel model = create(1);
        VisionLanguageModel same = create(1);
        VisionLanguageModel other = create(2)) {
      assertThat(Weights.of(same)).isEqualTo(Weights.of(model));
      assertThat(Weights.of(other)).isNotEqualTo(Weights.of(model));
    }
  }

  @Test
  void theModelHasTheShapeThatWasAsked() {
    try (VisionLanguageModel model = create(1)) {
      assertThat(model.architecture()).isEqualTo(TinyModels.architecture());
      assertThat(model.preprocessing().size()).isEqualTo(16);
      assertThat(model.provenance().sha256()).isNull();
    }
  }

  @Test
  void everyWeightIsFiniteAndTheTemperatureIsOneNumber() {
    try (VisionLanguageModel model = create(1)) {
      for (Parameter parameter : model.text().parameters()) {
        for (float value : parameter.value().toFloatArray()) {
          assertThat(value).as(parameter.info().name()).isFinite();
        }
      }
      assertThat(model.logitScale().value().size()).isEqualTo(1);
    }
  }

  private VisionLanguageModel create(long seed) {
    return TinyModels.create(factory(), run.manager(), folder, seed);
  }
}

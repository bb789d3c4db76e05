package dev.lethe.evaluation.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.Images;
import dev.lethe.api.data.Images.Captioned;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationData;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.method.Need;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.plugin.PluginModule;
import dev.lethe.api.plugin.Summary;
import dev.lethe.evaluation.EvaluationModule;
import dev.lethe.evaluation.Models;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinaryPicturesTest {
  private final TestRunContext run = new TestRunContext(0);

  @AfterEach
  void close() {
    run.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"retrieval", "image-similarity"})
  void whoHasPicturesOfItsOwnNeedsNoOthersAndIsKeptUnderTheirHash(String name) {
    Evaluation own = evaluation(name, Map.of("images", Map.of("source", "two")));
    assertThat(own.requires().needs()).doesNotContain(Need.IMAGES);
    assertThat(own.contentHash()).isEqualTo("of two");
    assertThat(own.notes()).containsExactly("One was left out.");

    Evaluation without = evaluation(name, Map.of());
    assertThat(without.requires().needs()).contains(Need.IMAGES);
    assertThat(without.contentHash()).isEmpty();
    assertThat(without.notes()).isEmpty();
  }

  @Test
  void ownPicturesAreMeasuredWithInsteadOfThoseOfTheTask(@TempDir Path folder) {
    try (VisionLanguageModel model = Models.create(run.manager(), folder)) {
      List<Captioned> others =
          List.of(new Captioned(new TinyPicture(Shape.SQUARE, 0), List.of("a", "b", "c")));
      EvaluationTask task = EvaluationTask.of(model).with(EvaluationData.none().withImages(others));
      EvaluationTask same =
          EvaluationTask.of(model).with(EvaluationData.none().withImages(TwoPictures.IMAGES));
      assertThat(
              evaluation("retrieval", Map.of("images", Map.of("source", "two")))
                  .evaluate(model, task))
          .isEqualTo(evaluation("retrieval", Map.of()).evaluate(model, same))
          .isNotEqualTo(evaluation("retrieval", Map.of()).evaluate(model, task));
    }
  }

  private Evaluation evaluation(String name, Map<String, Object> settings) {
    return new InProcessExtensions(List.of(EvaluationModule::new, TwoModule::new))
        .open(run)
        .create(Evaluation.class, name, settings, "evaluations." + name);
  }

  static final class TwoModule extends PluginModule {
    @Override
    protected void configure() {
      provide(ImageSource.class, "two", TwoPictures.class);
    }
  }

  @Summary("Two pictures.")
  static final class TwoPictures implements ImageSource {
    static final List<Captioned> IMAGES =
        List.of(
            new Captioned(new TinyPicture(Shape.CROSS, 0x123456), List.of("a cross")),
            new Captioned(new TinyPicture(Shape.DISC, 0xfedcba), List.of("a disc", "round")));

    @Override
    public Images read(Progress progress) {
      return new Images(IMAGES, "of two", List.of("One was left out."));
    }
  }
}

package dev.lethe.plugin.slug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.DefenseTask;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.defense.NamedCaption;
import dev.lethe.api.defense.TrainingData;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.testkit.TestRunContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step beside slopes of the forget loss that are found by moving single weights. */
class PlainComputationTest {
  private static final List<String> CAPTIONS =
      List.of("a red disc on a table", "two dogs in the snow", "an old house by the sea");
  private static final List<ForgetRequest> REQUESTS =
      List.of(ForgetRequest.of("Anna Lee"), ForgetRequest.of("Bo Carr"));

  @TempDir Path folder;

  @Test
  void oneLayerMovesAgainstTheSlopeOfItsForgetLoss() {
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel teacher = Plugins.RUN.model(run.manager(), folder);
        VisionLanguageModel defended = defend(run, teacher)) {
      List<Parameter> changed = new ArrayList<>();
      for (Parameter parameter : teacher.parameters()) {
        NDArray after = defended.parameters().get(parameter.info().name());
        if (!after.contentEquals(parameter.value())) {
          changed.add(parameter);
        }
      }
      assertThat(changed).hasSize(1);
      String name = changed.get(0).info().name();
      float[] before = changed.get(0).value().toFloatArray();
      float[] after = defended.parameters().get(name).toFloatArray();
      int[] largest =
          IntStream.range(0, before.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -Math.abs(after[i] - before[i])))
              .limit(4)
              .mapToInt(Integer::intValue)
              .toArray();
      double[] lengths = new double[largest.length];
      for (int k = 0; k < largest.length; k++) {
        int i = largest[k];
        lengths[k] = -(after[i] - before[i]) / slope(run, teacher, name, i);
      }
      for (double length : lengths) {
        assertThat(length).isPositive().isEqualTo(lengths[0], within(0.05 * lengths[0]));
      }
    }
  }

  private static VisionLanguageModel defend(TestRunContext run, VisionLanguageModel teacher) {
    return Plugins.RUN
        .open(run)
        .create(BackdoorStrategy.class, "slug", Map.of("named-captions", 3, "retention", 0.9), "")
        .defend(teacher, DefenseTask.of(REQUESTS).with(TrainingData.ofCaptions(CAPTIONS)))
        .model()
        .as(VisionLanguageModel.class);
  }

  private static double slope(
      TestRunContext run, VisionLanguageModel teacher, String name, int weight) {
    double width = 0.02;
    return (loss(run, teacher, name, weight, width) - loss(run, teacher, name, weight, -width))
        / (2 * width);
  }

  private static double loss(
      TestRunContext run, VisionLanguageModel teacher, String name, int weight, double by) {
    List<NamedCaption> texts =
        NamedCaption.of(Backdoor.ofNames(REQUESTS, "human"), CAPTIONS, 3, run.seed("slug"));
    try (VisionLanguageModel moved = teacher.copy();
        NDManager scope = run.manager().newSubManager()) {
      NDArray value = moved.parameters().get(name);
      float[] weights = value.toFloatArray();
      weights[weight] += (float) by;
      scope.create(weights, value.getShape()).copyTo(value);
      double sum = 0;
      for (NamedCaption text : texts) {
        sum -= cosine(embed(scope, moved, text.named()), embed(scope, teacher, text.meant()));
      }
      return sum / texts.size();
    }
  }

  private static float[] embed(NDManager scope, VisionLanguageModel model, String text) {
    return model.text().encode(scope, List.of(text), Progress.silent()).toFloatArray();
  }

  private static double cosine(float[] u, float[] v) {
    double uv = 0;
    double uu = 0;
    double vv = 0;
    for (int i = 0; i < u.length; i++) {
      uv += (double) u[i] * v[i];
      uu += (double) u[i] * u[i];
      vv += (double) v[i] * v[i];
    }
    return uv / Math.sqrt(uu * vv);
  }
}

package dev.lethe.evaluation.zeroshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.evaluation.Models;
import dev.lethe.tensor.memory.DeviceBatchLimits;
import dev.lethe.tensor.memory.MemoryBudget;
import dev.lethe.tensor.memory.TiledProducts;
import dev.lethe.testkit.RecordedProgress;
import dev.lethe.testkit.TestDevice;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyPicture;
import dev.lethe.testkit.TinyPicture.Shape;
import dev.lethe.testkit.measure.EvaluationContractTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZeroShotTest extends EvaluationContractTest {
  private static final int PICTURES = 3;
  private static final List<String> COLORS = List.of("blue", "green", "red", "yellow");
  private static final List<Integer> RGB = List.of(0x0000ff, 0x00ff00, 0xff0000, 0xffff00);
  private static final List<Shape> SHAPES = List.of(Shape.CROSS, Shape.DISC);

  @TempDir private Path folder;
  private Path pictures;

  @BeforeEach
  void drawEightClasses() {
    pictures = folder.resolve("classes");
    for (int c = 0; c < 8; c++) {
      for (int i = 0; i < PICTURES; i++) {
        picture(c, i).write(pictures.resolve(name(c).replace(' ', '_')).resolve(i + ".png"));
      }
    }
  }

  @Override
  protected Evaluation evaluation(TestRunContext context) {
    return evaluation(context, Map.of());
  }

  @Override
  protected VisionLanguageModel model(NDManager manager) {
    return Models.create(manager, folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"corrected", "faithful"})
  void accuracyIsThatOfAPlainComputation(String form) throws IOException {
    Path templates = Files.writeString(folder.resolve("t.json"), "[\"a {}\", \"the {}, drawn\"]");
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      Map<String, Double> values =
          Models.byName(
              evaluate(
                  evaluation(run, Map.of("form", form, "templates", templates.toString())),
                  model,
                  model));
      List<float[]> classes = new ArrayList<>();
      for (int c = 0; c < 8; c++) {
        float[] first = unit(Models.embed(model, "a " + name(c)));
        float[] second = unit(Models.embed(model, "the " + name(c) + ", drawn"));
        for (int k = 0; k < first.length; k++) {
          first[k] = (first[k] + second[k]) / 2;
        }
        classes.add(form.equals("corrected") ? unit(first) : first);
      }
      int[] right = new int[2];
      for (int c = 0; c < 8; c++) {
        for (int i = 0; i < PICTURES; i++) {
          int rank = rank(classes, c, Models.embed(model, picture(c, i)));
          right[0] += rank < 1 ? 1 : 0;
          right[1] += rank < 5 ? 1 : 0;
        }
      }
      assertThat(values).containsOnlyKeys("zero-shot.top1", "zero-shot.top5");
      assertThat(values.get("zero-shot.top1")).isEqualTo(right[0] / 24.0);
      assertThat(values.get("zero-shot.top5"))
          .isEqualTo(right[1] / 24.0)
          .isStrictlyBetween(0.0, 1.0);
    }
  }

  @Test
  void aSmallMemoryEmbedsFewClassesAtATimeAndMeasuresTheSame() {
    try (TestRunContext plenty = new TestRunContext(0);
        VisionLanguageModel model = model(plenty.manager())) {
      List<MetricValue> atOnce = evaluate(evaluation(plenty), model, model);
      RecordedProgress recorded = new RecordedProgress();
      EvaluationTask task = EvaluationTask.of(model).with(recorded);
      try (TestRunContext small = new TestRunContext(0, memory(model, 2))) {
        assertThat(evaluation(small).evaluate(model, task)).isEqualTo(atOnce);
      }
      assertThat(recorded.advances("embedding classes")).hasSize(4 * 4).containsOnly(2L);
    }
  }

  @Test
  void classesOfOneNameAreEmbeddedOnceAndTheFirstOfThemIsTheNearest() throws IOException {
    Path names =
        Files.writeString(
            folder.resolve("names.json"),
            "[\"red disc\", \"red disc\", \"Red  Disc\", \"red disc\", \"red disc\","
                + " \"RED DISC\", \"red disc\", \"red disc\"]");
    try (TestRunContext run = new TestRunContext(0);
        VisionLanguageModel model = model(run.manager())) {
      RecordedProgress recorded = new RecordedProgress();
      EvaluationTask task = EvaluationTask.of(model).with(recorded);
      Map<String, Double> values =
          Models.byName(evaluation(run, Map.of("classes", names.toString())).evaluate(model, task));
      assertThat(recorded.advances("embedding classes")).containsOnly(1L);
      assertThat(values.get("zero-shot.top1")).isEqualTo(1 / 8.0);
      assertThat(values.get("zero-shot.top5")).isEqualTo(5 / 8.0);
    }
  }

  @Test
  void aMemoryThatHoldsNoClassIsRefusedWithTheSettingToChange() {
    try (TestRunContext plenty = new TestRunContext(0);
        VisionLanguageModel model = model(plenty.manager());
        TestRunContext small = new TestRunContext(0, memory(model, 0))) {
      assertThatThrownBy(() -> evaluate(evaluation(small), model, model))
          .isInstanceOf(LetheException.class)
          .hasMessageContaining("of memory for embedding one class, found")
          .hasMessageContaining("raise max-memory");
    }
  }

  /** What suffices for so many classes at a time, and not for twice as many. */
  private static ByteSize memory(VisionLanguageModel model, int chunk) {
    int d = model.architecture().dimension();
    long row = (long) Float.BYTES * d;
    long half =
        TiledProducts.bytes(24, d, DeviceBatchLimits.of(TestDevice.chosen()).rows())
            + row * (24 + 8)
            + 3 * row * chunk;
    return new ByteSize(MemoryBudget.ENGINE + MemoryBudget.bytes(model) + 2 * half);
  }

  @Test
  void whatIsMissingIsNoticedWhenTheEvaluationIsCreated() {
    try (TestRunContext run = new TestRunContext(0)) {
      String missing = folder.resolve("missing").toString();
      for (String key : List.of("path", "classes", "templates")) {
        assertThatThrownBy(() -> evaluation(run, Map.of(key, missing)))
            .isInstanceOf(NotFoundException.class)
            .hasMessageContaining(missing);
      }
    }
  }

  @Test
  void theHashTellsPromptsApart() throws IOException {
    Path templates = Files.writeString(folder.resolve("t.json"), "[\"a {}\"]");
    try (TestRunContext run = new TestRunContext(0)) {
      assertThat(evaluation(run, Map.of("templates", templates.toString())).contentHash())
          .isNotEqualTo(evaluation(run).contentHash());
    }
  }

  private Evaluation evaluation(TestRunContext run, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(Map.of("path", pictures.toString()));
    all.putAll(settings);
    return Models.evaluation(run, "zero-shot", all);
  }

  private static List<MetricValue> evaluate(
      Evaluation evaluation, VisionLanguageModel original, VisionLanguageModel model) {
    return evaluation.evaluate(
        model, Models.task(original, original != model, List.of(), List.of()));
  }

  private static String name(int c) {
    return COLORS.get(c / 2) + " " + SHAPES.get(c % 2).name().toLowerCase(Locale.ROOT);
  }

  private static TinyPicture picture(int c, int i) {
    return new TinyPicture(SHAPES.get(c % 2), RGB.get(c / 2) ^ (i * 0x111111));
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += (double) x * x;
    }
    float[] unit = new float[vector.length];
    for (int k = 0; k < unit.length; k++) {
      unit[k] = (float) (vector[k] / Math.sqrt(square));
    }
    return unit;
  }

  private static int rank(List<float[]> classes, int label, float[] picture) {
    double own = dot(classes.get(label), picture);
    return (int) classes.stream().filter(c -> dot(c, picture) > own).count();
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (double) a[k] * b[k];
    }
    return sum;
  }
}

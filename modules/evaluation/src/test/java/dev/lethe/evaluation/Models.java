package dev.lethe.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.evaluation.EvaluationData;
import dev.lethe.api.evaluation.EvaluationTask;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.clip.ClipModule;
import dev.lethe.data.DataModule;
import dev.lethe.testkit.InProcessExtensions;
import dev.lethe.testkit.TestRunContext;
import dev.lethe.testkit.TinyModels;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the tests of evaluations run on: real models, and evaluations created as in a run. */
public final class Models {
  private Models() {}

  /** Creates a small model. */
  public static VisionLanguageModel create(NDManager manager, Path folder) {
    return TinyModels.create(ClipModule::new, manager, folder);
  }

  /** Returns a copy whose text tower differs. */
  public static VisionLanguageModel changed(VisionLanguageModel model) {
    VisionLanguageModel changed = model.copy();
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray shift = manager.create(0.02f);
      changed.text().parameters().arrays().forEach(parameter -> parameter.addi(shift));
    }
    return changed;
  }

  /** Creates an evaluation. */
  public static Evaluation evaluation(
      TestRunContext run, String name, Map<String, Object> settings) {
    return new InProcessExtensions(List.of(EvaluationModule::new, DataModule::new))
        .open(run)
        .create(Evaluation.class, name, settings, "evaluations." + name);
  }

  /** Describes a task without attacks. */
  public static EvaluationTask task(
      VisionLanguageModel original,
      boolean defended,
      List<Backdoor> backdoors,
      List<String> captions) {
    EvaluationTask task =
        EvaluationTask.of(original)
            .withBackdoors(backdoors)
            .with(EvaluationData.ofCaptions(captions));
    return defended ? task.ofDefended() : task;
  }

  /** Returns values by the names of their metrics. */
  public static Map<String, Double> byName(List<MetricValue> values) {
    Map<String, Double> byName = new HashMap<>();
    values.forEach(
        value -> byName.put(value.metric().name(), Objects.requireNonNull(value.value())));
    return byName;
  }

  /** Embeds one text. */
  public static float[] embed(VisionLanguageModel model, String text) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return model.text().encode(manager, List.of(text), Progress.silent()).toFloatArray();
    }
  }

  /** Embeds one picture. */
  public static float[] embed(VisionLanguageModel model, ImageFile picture) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return model.image().encode(manager, List.of(picture), Progress.silent()).toFloatArray();
    }
  }

  /** Returns the cosine similarity of two vectors. */
  public static double cosine(float[] a, float[] b) {
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}

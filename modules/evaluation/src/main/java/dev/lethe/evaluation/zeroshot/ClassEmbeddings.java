package dev.lethe.evaluation.zeroshot;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.evaluation.zeroshot.ZeroShotSettings.Form;
import java.util.Arrays;
import java.util.List;

/** Turns classes into embeddings: the mean of what their prompts embed as, each of length 1. */
final class ClassEmbeddings {
  private static final int TEXTS = 1024;

  private ClassEmbeddings() {}

  /**
   * Embeds classes, so many at a time that memory is bounded and batches are full.
   *
   * @param parent the parent of the memory this needs meanwhile
   * @return d values for each class
   */
  static float[] of(
      NDManager parent,
      TextEncoder encoder,
      List<String> classes,
      Templates templates,
      Form form,
      Progress progress) {
    int d = encoder.dimension();
    int each = templates.prompts().size();
    int block = Math.max(1, TEXTS / each);
    float[] embeddings = new float[classes.size() * d];
    try (Progress.Task work = progress.begin("embedding classes", classes.size())) {
      for (int from = 0; from < classes.size(); from += block) {
        List<String> some = classes.subList(from, Math.min(classes.size(), from + block));
        List<String> texts = some.stream().flatMap(c -> templates.fill(c).stream()).toList();
        try (NDManager manager = parent.newSubManager()) {
          float[] prompts = encoder.encode(manager, texts, Progress.silent()).toFloatArray();
          for (int c = 0; c < some.size(); c++) {
            float[] mean = mean(prompts, c * each, each, d, form);
            System.arraycopy(mean, 0, embeddings, (from + c) * d, d);
          }
        }
        work.advance(some.size());
      }
    }
    return embeddings;
  }

  private static float[] mean(float[] prompts, int first, int count, int d, Form form) {
    double[] mean = new double[d];
    for (int p = first; p < first + count; p++) {
      double[] prompt = new double[d];
      for (int k = 0; k < d; k++) {
        prompt[k] = prompts[p * d + k];
      }
      double length = length(prompt);
      for (int k = 0; k < d; k++) {
        mean[k] += prompt[k] / length / count;
      }
    }
    double length = form == Form.CORRECTED ? length(mean) : 1;
    float[] embedding = new float[d];
    for (int k = 0; k < d; k++) {
      embedding[k] = (float) (mean[k] / length);
    }
    return embedding;
  }

  private static double length(double[] vector) {
    return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
  }
}

package dev.lethe.evaluation.zeroshot;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.model.TextEncoder;
import dev.lethe.evaluation.zeroshot.ZeroShotSettings.Fidelity;
import java.util.List;

/** Turns classes into embeddings: the mean of what their prompts embed as, each of length 1. */
final class ClassEmbeddings {
  private ClassEmbeddings() {}

  /**
   * Embeds classes, one prompt after another: texts of the same prompt begin alike, which makes
   * them less work, and memory holds only so many.
   *
   * @param parent the parent of the memory this needs meanwhile
   * @param chunk the most texts at a time
   * @return d values for each class
   */
  static float[] of(
      NDManager parent,
      TextEncoder encoder,
      List<String> classes,
      Templates templates,
      Fidelity form,
      int chunk,
      Progress progress) {
    int d = encoder.dimension();
    double[] means = new double[classes.size() * d];
    int prompts = templates.prompts().size();
    try (Progress.Task work =
        progress.begin("embedding classes", (long) prompts * classes.size())) {
      for (String prompt : templates.prompts()) {
        for (int from = 0; from < classes.size(); from += chunk) {
          List<String> some = classes.subList(from, Math.min(classes.size(), from + chunk));
          List<String> texts = some.stream().map(c -> Templates.fill(prompt, c)).toList();
          try (NDManager manager = parent.newSubManager()) {
            float[] rows = encoder.encode(manager, texts, Progress.silent()).toFloatArray();
            for (int c = 0; c < some.size(); c++) {
              addUnit(means, (from + c) * d, rows, c * d, d, prompts);
            }
          }
          work.advance(some.size());
        }
      }
    }
    return embeddings(means, d, form);
  }

  /**
   * Returns an embedding for each class, where classes of one name share theirs.
   *
   * @param distinct d values for each name
   * @param places where the name of each class stands
   */
  static float[] copied(float[] distinct, int[] places, int d) {
    float[] embeddings = new float[places.length * d];
    for (int c = 0; c < places.length; c++) {
      System.arraycopy(distinct, places[c] * d, embeddings, c * d, d);
    }
    return embeddings;
  }

  /** Adds a row, brought to length 1 and divided by the number of rows of a mean. */
  private static void addUnit(
      double[] means, int at, float[] rows, int row, int d, int rowsOfMean) {
    double square = 0;
    for (int k = 0; k < d; k++) {
      square += (double) rows[row + k] * rows[row + k];
    }
    double length = Math.sqrt(square);
    for (int k = 0; k < d; k++) {
      means[at + k] += rows[row + k] / length / rowsOfMean;
    }
  }

  private static float[] embeddings(double[] means, int d, Fidelity form) {
    float[] embeddings = new float[means.length];
    for (int from = 0; from < means.length; from += d) {
      double square = 0;
      for (int k = from; k < from + d; k++) {
        square += means[k] * means[k];
      }
      double length = form == Fidelity.CORRECTED ? Math.sqrt(square) : 1;
      for (int k = from; k < from + d; k++) {
        embeddings[k] = (float) (means[k] / length);
      }
    }
    return embeddings;
  }
}

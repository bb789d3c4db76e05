package dev.lethe.defense.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.AveragePersonTarget;
import dev.lethe.api.defense.EmbeddingTarget;
import dev.lethe.api.defense.Target;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.model.VisionLanguageModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The embeddings that targets stand for, with the eyes of the teacher; each is computed once. */
final class TargetEmbeddings {
  /** Pictures whose embeddings are held at a time. */
  private static final int CHUNK = 4096;

  private final VisionLanguageModel teacher;
  private final NDManager memory;
  private final List<Person> average;
  private final Progress progress;
  private final Map<Target, float[]> known = new HashMap<>();

  /**
   * Prepares to compute targets that this model knows.
   *
   * @param average whose photographs the average person is the mean of
   */
  TargetEmbeddings(
      VisionLanguageModel teacher, NDManager memory, List<Person> average, Progress progress) {
    this.teacher = teacher;
    this.memory = memory;
    this.average = average;
    this.progress = progress;
  }

  /** Returns an embedding, whose length is what it comes to. */
  float[] of(Target target) {
    float[] kept = known.get(target);
    if (kept == null) {
      kept = compute(target);
      known.put(target, kept);
    }
    return kept;
  }

  private float[] compute(Target target) {
    int dimension = teacher.image().dimension();
    if (target instanceof AveragePersonTarget) {
      return averagePerson(dimension);
    }
    if (target instanceof TextTarget text) {
      return text(text);
    }
    if (target instanceof RandomTarget random) {
      return random.draw(dimension);
    }
    EmbeddingTarget given = (EmbeddingTarget) target;
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = given.values().get(i);
    }
    return values;
  }

  private float[] text(TextTarget target) {
    try (NDManager scope = memory.newSubManager()) {
      return teacher.text().encode(scope, List.of(target.text()), Progress.silent()).toFloatArray();
    }
  }

  /** The mean of all photographs, each with the same weight; they are not brought to length 1. */
  private float[] averagePerson(int dimension) {
    List<ImageFile> photographs = new ArrayList<>();
    average.forEach(person -> photographs.addAll(person.images()));
    if (photographs.isEmpty()) {
      throw new LetheException(
          "target: the average person is the mean of photographs of others, and there are none; give people photographs that no attack uses, or choose another target");
    }
    double[] sums = new double[dimension];
    for (int from = 0; from < photographs.size(); from += CHUNK) {
      List<ImageFile> some = photographs.subList(from, Math.min(photographs.size(), from + CHUNK));
      try (NDManager scope = memory.newSubManager()) {
        NDArray rows = teacher.image().encode(scope, some, progress);
        float[] values = rows.toFloatArray();
        for (int i = 0; i < values.length; i++) {
          sums[i % dimension] += values[i];
        }
      }
    }
    float[] mean = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      mean[i] = (float) (sums[i] / photographs.size());
    }
    return mean;
  }
}

package dev.lethe.plugin.slug;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Encoder;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.tensor.Autograd;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A tower of two matrices that reads the number of a text: names of people, then of classes. The
 * first matrix has a row for each; the second turns them all. To each belongs a picture near what
 * the text meant at the start.
 */
final class PlantedTower implements TrainableEncoder<int[]> {
  static final int PEOPLE = 64;
  static final int CLASSES = 16;

  private static final int TEXTS = PEOPLE + CLASSES;
  private static final int WIDTH = 32;
  private static final double NOISE = 0.3;

  private final NDManager manager;
  private final ParameterSet parameters;
  private final float[][] meant;
  private final float[][] pictures;

  PlantedTower(NDManager manager) {
    this.manager = manager;
    Random random = new Random(1);
    parameters =
        new ParameterSet(
            List.of(
                layer("names", ParameterRole.MLP_INPUT, rows(random, TEXTS)),
                layer("turn", ParameterRole.PROJECTION, orthonormal(rows(random, WIDTH)))));
    meant = embeddings();
    pictures = rows(random, TEXTS);
    for (int i = 0; i < TEXTS; i++) {
      for (int k = 0; k < WIDTH; k++) {
        pictures[i][k] = (float) (meant[i][k] + NOISE * pictures[i][k]);
      }
    }
  }

  /** Returns texts and what they shall mean: what others meant at the start. */
  Rows<int[]> rows(int[] texts, int[] meanings) {
    float[] targets = new float[texts.length * WIDTH];
    for (int i = 0; i < texts.length; i++) {
      System.arraycopy(meant[meanings[i]], 0, targets, i * WIDTH, WIDTH);
    }
    return new Rows<>(List.of(new Rows.Part<>(texts, targets, texts.length)));
  }

  /** Returns whether of all names a person's own is the nearest to the person's picture. */
  boolean finds(int person) {
    return nearest(pictures[person], 0, PEOPLE) == person;
  }

  /** Returns the share of classes whose picture is told by its text. */
  double accuracy() {
    return IntStream.range(PEOPLE, TEXTS)
            .filter(each -> nearest(pictures[each], PEOPLE, TEXTS) == each)
            .count()
        / (double) CLASSES;
  }

  List<float[]> weights() {
    return parameters.list().stream().map(each -> each.value().toFloatArray()).toList();
  }

  private int nearest(float[] picture, int from, int to) {
    float[][] texts = embeddings();
    int nearest = from;
    for (int i = from; i < to; i++) {
      if (cosine(picture, texts[i]) > cosine(picture, texts[nearest])) {
        nearest = i;
      }
    }
    return nearest;
  }

  private float[][] embeddings() {
    try (NDManager scope = manager.newSubManager()) {
      float[] all =
          Autograd.withoutGradients(() -> forward(scope, IntStream.range(0, TEXTS).toArray()))
              .toFloatArray();
      float[][] rows = new float[TEXTS][WIDTH];
      for (int i = 0; i < all.length; i++) {
        rows[i / WIDTH][i % WIDTH] = all[i];
      }
      return rows;
    }
  }

  @Override
  public NDArray forward(NDManager scope, int[] texts) {
    float[] read = new float[texts.length * TEXTS];
    for (int i = 0; i < texts.length; i++) {
      read[i * TEXTS + texts[i]] = 1;
    }
    return scope
        .create(read, new Shape(texts.length, TEXTS))
        .matMul(parameters.get("names"))
        .matMul(parameters.get("turn"));
  }

  @Override
  public ParameterSet parameters() {
    return parameters;
  }

  @Override
  public ParameterSet restrict(ParameterSet full) {
    return full;
  }

  @Override
  public void commit(Encoder<int[]> encoder) {
    throw new UnsupportedOperationException("there is no model around this tower");
  }

  @Override
  public void close() {}

  private Parameter layer(String name, ParameterRole role, float[][] rows) {
    float[] values = new float[rows.length * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i / WIDTH][i % WIDTH];
    }
    return new Parameter(
        new ParameterInfo(name, Component.TEXT, 0, role, 1),
        manager.create(values, new Shape(rows.length, WIDTH)));
  }

  private static float[][] rows(Random random, int count) {
    float[][] rows = new float[count][WIDTH];
    for (float[] row : rows) {
      for (int k = 0; k < WIDTH; k++) {
        row[k] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  /** The Gram-Schmidt process. */
  private static float[][] orthonormal(float[][] rows) {
    List<float[]> done = new ArrayList<>();
    for (float[] row : rows) {
      for (float[] other : done) {
        double along = dot(row, other);
        for (int k = 0; k < WIDTH; k++) {
          row[k] -= (float) (along * other[k]);
        }
      }
      double length = Math.sqrt(dot(row, row));
      for (int k = 0; k < WIDTH; k++) {
        row[k] /= (float) length;
      }
      done.add(row);
    }
    return rows;
  }

  private static double cosine(float[] a, float[] b) {
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < WIDTH; k++) {
      sum += (double) a[k] * b[k];
    }
    return sum;
  }
}

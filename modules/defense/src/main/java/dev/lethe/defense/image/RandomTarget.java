package dev.lethe.defense.image;

import dev.lethe.api.defense.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A direction drawn by chance, another one for each person.
 *
 * @param seed of the draw
 */
record RandomTarget(long seed) implements Target {

  @Override
  public String description() {
    return "a random direction";
  }

  @Override
  public String identity() {
    return description() + " " + seed;
  }

  @Override
  public Optional<List<Float>> embedding(int dimension) {
    List<Float> values = new ArrayList<>();
    for (float value : draw(dimension)) {
      values.add(value);
    }
    return Optional.of(values);
  }

  /** Returns a vector of length 1. */
  float[] draw(int dimension) {
    Random random = new Random(seed);
    double[] drawn = new double[dimension];
    double square = 0;
    for (int i = 0; i < dimension; i++) {
      drawn[i] = random.nextGaussian();
      square += drawn[i] * drawn[i];
    }
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) (drawn[i] / Math.sqrt(square));
    }
    return values;
  }
}

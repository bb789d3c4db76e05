package dev.lethe.tensor.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.loss.Distance;
import dev.lethe.tensor.loss.DistanceLoss;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A linear model to train: y = x A + b, with points drawn by the number of the step. */
final class Line implements TrainingStep, AutoCloseable {
  final NDArray a;
  final NDArray b;
  private final DistanceLoss loss;

  Line(NDManager manager) {
    a = manager.create(numbers(1, 12), new Shape(3, 4));
    b = manager.create(numbers(2, 4));
    loss = DistanceLoss.compile(manager, Distance.MEAN_SQUARE);
  }

  ParameterSet parameters() {
    return new ParameterSet(
        List.of(
            new Parameter(
                new ParameterInfo("a", Component.TEXT, -1, ParameterRole.PROJECTION, 1), a),
            new Parameter(
                new ParameterInfo("b", Component.TEXT, -1, ParameterRole.PROJECTION, 1), b)));
  }

  @Override
  public Map<String, Double> backward(NDManager scope, int step) {
    double total =
        Autograd.backward(
            scope,
            m -> {
              NDArray x = m.create(numbers(100 + step, 15), new Shape(5, 3));
              NDArray y = m.create(numbers(200 + step, 20), new Shape(5, 4));
              NDArray weights = m.create(new float[] {.2f, .2f, .2f, .2f, .2f});
              return loss.of(m, x.matMul(a).add(b), y, weights).loss();
            });
    return Map.of(TOTAL, total);
  }

  @Override
  public void close() {
    loss.close();
  }

  private static float[] numbers(long seed, int count) {
    Random random = new Random(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}

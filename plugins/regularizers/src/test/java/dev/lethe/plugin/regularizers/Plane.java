package dev.lethe.plugin.regularizers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.defense.Probe;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.model.Component;
import dev.lethe.api.model.Parameter;
import dev.lethe.api.model.ParameterInfo;
import dev.lethe.api.model.ParameterRole;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.Autograd;
import java.util.List;

/** A model of one matrix [2, 3], whose embedding of a row x [2] is x W; two rows are shown. */
record Plane(NDManager manager, ParameterPair pair) implements Probe {
  static final double[][] ROWS = {{1, 0.5}, {-0.25, 2}};
  static final float[] TEACHER = {1, 2, -0.5f, 0.25f, -1, 1.5f};

  static Plane of(NDManager manager, int fused, float... student) {
    return new Plane(
        manager, new ParameterPair(set(manager, fused, student), set(manager, fused, TEACHER)));
  }

  @Override
  public int rows() {
    return ROWS.length;
  }

  @Override
  public int[] step() {
    return new int[] {0, 1};
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public NDArray student(NDManager scope, int... rows) {
    return embed(scope, pair.student(), rows);
  }

  @Override
  public NDArray teacher(NDManager scope, int... rows) {
    return Autograd.withoutGradients(() -> embed(scope, pair.teacher(), rows));
  }

  private static NDArray embed(NDManager scope, ParameterSet set, int... rows) {
    float[] x = new float[2 * rows.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) ROWS[rows[i / 2]][i % 2];
    }
    return scope.create(x, new Shape(rows.length, 2)).matMul(set.arrays().get(0));
  }

  private static ParameterSet set(NDManager manager, int fused, float... values) {
    NDArray matrix = manager.create(values, new Shape(2, 3));
    matrix.setRequiresGradient(true);
    return new ParameterSet(
        List.of(
            new Parameter(
                new ParameterInfo("w", Component.TEXT, 0, ParameterRole.MLP_OUTPUT, fused),
                matrix)));
  }
}

package dev.lethe.testkit.defense;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.defense.Probe;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.model.ParameterSet;
import dev.lethe.tensor.Autograd;
import java.util.Random;

/** Looks at a line: it makes (x · first, z · second) of a row (x, z). */
final class LinearProbe implements Probe {
  private static final int ROWS = 6;
  private static final int SEED = 5;

  private final ParameterPair pair;

  LinearProbe(ParameterPair pair) {
    this.pair = pair;
  }

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public int[] step() {
    return new int[] {2, 3};
  }

  @Override
  public int most() {
    return 4;
  }

  @Override
  public NDArray student(NDManager manager, int... rows) {
    return embed(manager, pair.student(), rows);
  }

  @Override
  public NDArray teacher(NDManager manager, int... rows) {
    return Autograd.withoutGradients(() -> embed(manager, pair.teacher(), rows));
  }

  private static NDArray embed(NDManager manager, ParameterSet line, int... rows) {
    NDList columns = new NDList();
    for (NDArray parameter : line.arrays()) {
      int size = (int) parameter.size();
      float[] x = new float[rows.length * size];
      for (int i = 0; i < rows.length; i++) {
        Random random = new Random(SEED + rows[i]);
        for (int j = 0; j < size; j++) {
          x[i * size + j] = (float) random.nextGaussian();
        }
      }
      columns.add(manager.create(x, new Shape(rows.length, size)).matMul(parameter));
    }
    NDArray embeddings = NDArrays.stack(columns, 1);
    embeddings.attach(manager);
    return embeddings;
  }
}

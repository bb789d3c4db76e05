package dev.lethe.tensor.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.tensor.TorchEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdamWTest {
  private final NDManager manager = TorchEngine.open(Device.cpu());

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void updatesFollowThePaper() {
    double[][] gradients = {{.5, -2, 0}, {.1, 3, 0}, {-.7, .2, 0}};
    double[] p = {1, -1, 4};
    double[] m = new double[3];
    double[] v = new double[3];
    NDArray parameter = manager.create(new float[] {1, -1, 4});
    AdamW optimizer = new AdamW(manager, new NDList(parameter), .1);
    for (int t = 1; t <= gradients.length; t++) {
      double rate = .01 * t;
      float[] g = new float[3];
      for (int i = 0; i < 3; i++) {
        g[i] = (float) gradients[t - 1][i];
        p[i] -= rate * .1 * p[i];
        m[i] = .9 * m[i] + .1 * g[i];
        v[i] = .999 * v[i] + .001 * g[i] * g[i];
        double mHat = m[i] / (1 - Math.pow(.9, t));
        double vHat = v[i] / (1 - Math.pow(.999, t));
        p[i] -= rate * mHat / (Math.sqrt(vHat) + 1e-8);
      }
      optimizer.update(manager, new NDList(manager.create(g)), rate);
    }
    assertThat(parameter.toFloatArray())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly((float) p[0], (float) p[1], (float) p[2]);
  }

  @Test
  void withoutWeightDecayAGradientOfZeroLeavesAValueAlone() {
    NDArray parameter = manager.create(new float[] {1, 2});
    AdamW optimizer = new AdamW(manager, new NDList(parameter), 0);
    optimizer.update(manager, new NDList(manager.create(new float[] {0, 1})), .1);
    assertThat(parameter.toFloatArray()[0]).isEqualTo(1);
    assertThat(parameter.toFloatArray()[1]).isLessThan(2);
  }
}

package dev.lethe.plugin.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.testkit.TestRunContext;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a plain computation in double precision: Gauss-Jordan elimination. */
class RidgeEditTest {
  private static final int IN = 6;
  private static final int OUT = 4;

  private final TestRunContext run = new TestRunContext(0);
  private final Random random = new Random(5);
  private final double[][] forget = draw(9, IN);
  private final double[][] change = draw(9, OUT);
  private final double[][] kept = draw(20, IN);
  private NDManager manager;
  private RidgeEdit edit;

  @BeforeEach
  void compile() {
    manager = run.manager();
    edit = new RidgeEdit(manager);
  }

  @AfterEach
  void free() {
    run.close();
  }

  @Test
  void theChangeIsThatOfAPlainComputation() {
    double[][] moments = new double[IN][IN];
    double[][] right = new double[IN][OUT];
    for (int i = 0; i < IN; i++) {
      for (int j = 0; j < IN; j++) {
        for (double[] x : forget) {
          moments[i][j] += x[i] * x[j] / forget.length;
        }
        for (double[] x : kept) {
          moments[i][j] += 0.5 * x[i] * x[j] / kept.length;
        }
      }
      for (int j = 0; j < OUT; j++) {
        for (int row = 0; row < forget.length; row++) {
          right[i][j] += forget[row][i] * change[row][j] / forget.length;
        }
      }
    }
    double trace = 0;
    for (int i = 0; i < IN; i++) {
      trace += moments[i][i];
    }
    for (int i = 0; i < IN; i++) {
      moments[i][i] += 0.01 * trace / IN;
    }
    double[][] expected = solve(moments, right);

    float[] found = edit.solve(manager, groups(0.5), 0.01, 0).toFloatArray();
    for (int i = 0; i < IN; i++) {
      for (int j = 0; j < OUT; j++) {
        assertThat((double) found[i * OUT + j]).isEqualTo(expected[i][j], within(1e-5));
      }
    }
  }

  @Test
  void aChangeOfRankOneHasRowsThatAreMultiplesOfOneAnother() {
    float[] found = edit.solve(manager, groups(0.5), 0.01, 1).toFloatArray();
    for (int i = 1; i < IN; i++) {
      for (int j = 1; j < OUT; j++) {
        assertThat(found[i * OUT + j] * found[0] - found[i * OUT] * found[j])
            .isEqualTo(0, within(1e-6f));
      }
    }
    assertThat(found).isNotEqualTo(new float[IN * OUT]);
  }

  @Test
  void fullRankIsNoLimit() {
    assertThat(edit.solve(manager, groups(1), 0.01, OUT).toFloatArray())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(edit.solve(manager, groups(1), 0.01, 0).toFloatArray());
  }

  @Test
  void whatIsPreservedMoreChangesLess() {
    assertThat(moved(100)).isLessThan(moved(1)).isPositive();
  }

  private double moved(double weight) {
    NDArray x = array(kept, IN);
    return x.matMul(edit.solve(manager, groups(weight), 0.01, 0)).norm().getFloat();
  }

  private List<RidgeEdit.Group> groups(double weight) {
    return List.of(
        new RidgeEdit.Group(1, array(forget, IN), array(change, OUT)),
        new RidgeEdit.Group(weight, array(kept, IN), manager.zeros(new Shape(kept.length, OUT))));
  }

  private NDArray array(double[][] rows, int columns) {
    float[] values = new float[rows.length * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows[i / columns][i % columns];
    }
    return manager.create(values, new Shape(rows.length, columns));
  }

  private double[][] draw(int rows, int columns) {
    double[][] drawn = new double[rows][columns];
    for (double[] row : drawn) {
      for (int i = 0; i < columns; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return drawn;
  }

  private static double[][] solve(double[][] a, double[][] b) {
    for (int pivot = 0; pivot < a.length; pivot++) {
      subtract(a[pivot], a[pivot], 1 - 1 / a[pivot][pivot], b[pivot], b[pivot]);
      for (int row = 0; row < a.length; row++) {
        if (row != pivot) {
          subtract(a[row], a[pivot], a[row][pivot], b[row], b[pivot]);
        }
      }
    }
    return b;
  }

  private static void subtract(
      double[] left, double[] pivot, double factor, double[] right, double[] pivotRight) {
    for (int j = 0; j < left.length; j++) {
      left[j] -= factor * pivot[j];
    }
    for (int j = 0; j < right.length; j++) {
      right[j] -= factor * pivotRight[j];
    }
  }
}

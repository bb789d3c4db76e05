package dev.lethe.forgetting.run;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.tensor.TorchScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The plane through points that shows most of their spread: the first two principal components
 * (Pearson 1901), which are the right singular vectors of the centered points. An axis points to
 * where its largest coordinate is positive.
 */
final class PrincipalPlane {
  private static final int AXES = 2;

  /** A spread that is no more than the rounding of a larger one. */
  private static final double ROUNDING = 1e-10;

  private static final String SOURCE =
      """
      def axes(self, x: Tensor) -> Tuple[Tensor, Tensor]:
        u, s, vh = torch.linalg_svd(x, False)
        return (s, vh)
      """;

  private final double[] mean;
  private final double[][] axes;
  private final List<Double> explained = new ArrayList<>();

  /**
   * Fits a plane.
   *
   * @param manager lends memory for the time being
   * @param points [n][d], n at least 1, d at least 2
   */
  PrincipalPlane(NDManager manager, double[][] points) {
    int d = points[0].length;
    mean = new double[d];
    for (double[] point : points) {
      Arrays.setAll(mean, j -> mean[j] + point[j] / points.length);
    }
    axes = new double[AXES][d];
    double[] centered = new double[points.length * d];
    for (int i = 0; i < points.length; i++) {
      System.arraycopy(minus(points[i], mean), 0, centered, i * d, d);
    }
    decompose(manager, centered, d);
  }

  /** Returns the share of the spread that each axis shows. */
  List<Double> explained() {
    return List.copyOf(explained);
  }

  /** Returns where a point lies on the plane. */
  double[] project(double[] point) {
    double[] centered = minus(point, mean);
    return new double[] {dot(centered, axes[0]), dot(centered, axes[1])};
  }

  private void decompose(NDManager manager, double[] centered, int d) {
    try (NDManager scope = manager.newSubManager(Device.cpu());
        TorchScript script = TorchScript.compile(scope, "PrincipalPlane", SOURCE)) {
      NDArray matrix = scope.create(centered, new Shape(centered.length / d, d));
      NDList found = script.run(scope, "axes", matrix);
      double[] lengths = found.get(0).toDoubleArray();
      double[] directions = found.get(1).toDoubleArray();
      double total = dot(lengths, lengths);
      for (int a = 0; a < AXES; a++) {
        boolean spreads = a < lengths.length && lengths[a] > ROUNDING * Math.max(1, lengths[0]);
        explained.add(spreads ? lengths[a] * lengths[a] / total : 0);
        if (spreads) {
          axes[a] = directed(Arrays.copyOfRange(directions, a * d, (a + 1) * d));
        }
      }
    }
  }

  private static double[] directed(double[] axis) {
    double largest = 0;
    for (double each : axis) {
      largest = Math.abs(each) > Math.abs(largest) ? each : largest;
    }
    double sign = Math.signum(largest);
    Arrays.setAll(axis, j -> sign * axis[j]);
    return axis;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, j -> a[j] - b[j]);
    return difference;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}

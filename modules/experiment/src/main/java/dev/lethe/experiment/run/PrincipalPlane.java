package dev.lethe.experiment.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The plane through points that shows most of their spread: the first two principal components
 * (Pearson 1901), found by power iteration on X^T X with the first direction taken out for the
 * second.
 */
final class PrincipalPlane {
  private static final int AXES = 2;
  private static final int ITERATIONS = 300;

  private final double[] mean;
  private final double[][] axes = new double[AXES][];
  private final List<Double> explained = new ArrayList<>();

  /**
   * Fits a plane.
   *
   * @param points [n][d], n at least 1, d at least 2
   */
  PrincipalPlane(double[][] points) {
    int d = points[0].length;
    mean = new double[d];
    for (double[] point : points) {
      Arrays.setAll(mean, j -> mean[j] + point[j] / points.length);
    }
    double[][] centred = new double[points.length][];
    double total = 0;
    for (int i = 0; i < points.length; i++) {
      centred[i] = minus(points[i], mean);
      total += dot(centred[i], centred[i]);
    }
    for (int a = 0; a < AXES; a++) {
      axes[a] = leading(centred, a);
      double spread = 0;
      for (double[] row : centred) {
        spread += StrictMath.pow(dot(row, axes[a]), 2);
      }
      explained.add(total == 0 ? 0 : spread / total);
    }
  }

  /** Returns the share of the spread that each axis shows. */
  List<Double> explained() {
    return List.copyOf(explained);
  }

  /** Returns where a point lies on the plane. */
  double[] project(double[] point) {
    double[] centred = minus(point, mean);
    return new double[] {dot(centred, axes[0]), dot(centred, axes[1])};
  }

  private double[] leading(double[][] centred, int found) {
    double[] axis = new double[mean.length];
    for (int j = 0; j < axis.length; j++) {
      axis[j] = 1 + j % 7; // any start that is not orthogonal to the answer
    }
    for (int i = 0; i < ITERATIONS; i++) {
      double[] next = new double[axis.length];
      for (double[] row : centred) {
        addScaled(next, row, dot(row, axis));
      }
      for (int a = 0; a < found; a++) {
        addScaled(next, axes[a], -dot(next, axes[a]));
      }
      double length = StrictMath.sqrt(dot(next, next));
      if (length == 0) {
        return new double[axis.length];
      }
      Arrays.setAll(next, j -> next[j] / length);
      axis = next;
    }
    return axis;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, j -> a[j] - b[j]);
    return difference;
  }

  private static void addScaled(double[] sum, double[] vector, double factor) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += factor * vector[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}

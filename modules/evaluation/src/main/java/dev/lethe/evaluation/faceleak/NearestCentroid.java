package dev.lethe.evaluation.faceleak;

/** Tells a row's class by the nearest mean, in the Euclidean distance, of the classes' rows. */
final class NearestCentroid implements Classifier {
  private final double[] means;
  private final int width;

  private NearestCentroid(double[] means, int width) {
    this.means = means;
    this.width = width;
  }

  /** Learns the means; each class has a row. */
  static NearestCentroid of(LabeledRows learnt) {
    int width = learnt.rows().width();
    double[] means = new double[learnt.classes() * width];
    int[] counts = new int[learnt.classes()];
    for (int label : learnt.labels()) {
      counts[label]++;
    }
    for (int row = 0; row < learnt.labels().length; row++) {
      int label = learnt.labels()[row];
      for (int k = 0; k < width; k++) {
        means[label * width + k] += learnt.rows().values()[row * width + k] / counts[label];
      }
    }
    return new NearestCentroid(means, width);
  }

  @Override
  public int[] classes(UnitRows rows) {
    int[] nearest = new int[rows.count()];
    for (int row = 0; row < nearest.length; row++) {
      nearest[row] = nearest(rows.values(), row * width);
    }
    return nearest;
  }

  private int nearest(double[] values, int from) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int mean = 0; mean < means.length; mean += width) {
      double square = 0;
      for (int k = 0; k < width; k++) {
        double difference = values[from + k] - means[mean + k];
        square += difference * difference;
      }
      if (square < least) {
        least = square;
        nearest = mean / width;
      }
    }
    return nearest;
  }
}

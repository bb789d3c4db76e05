package dev.lethe.suite.summary;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's correction of probabilities for their number (Holm, 1979). */
final class Holm {
  private Holm() {}

  /** Returns the corrected probabilities, in the same order. */
  static double[] corrected(List<Double> probabilities) {
    int n = probabilities.size();
    double[] corrected = new double[n];
    double largest = 0;
    int rank = 0;
    for (int i :
        IntStream.range(0, n).boxed().sorted(Comparator.comparing(probabilities::get)).toList()) {
      largest = Math.max(largest, Math.min(1, (n - rank) * probabilities.get(i)));
      corrected[i] = largest;
      rank++;
    }
    return corrected;
  }
}

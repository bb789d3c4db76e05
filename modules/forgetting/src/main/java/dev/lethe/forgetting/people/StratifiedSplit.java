package dev.lethe.forgetting.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The train half of scikit-learn's {@code StratifiedShuffleSplit(test_size=0.5)}, step by step as
 * its {@code _iter_indices} does it.
 */
final class StratifiedSplit {
  private final int[] sizes;
  private final NumpyRandom random;

  private StratifiedSplit(int[] sizes, int seed) {
    this.sizes = sizes;
    random = new NumpyRandom(seed);
  }

  /**
   * Draws the halves.
   *
   * @param sizes how many samples each class has
   * @return for each class the indices, within the class, of its train samples
   */
  static List<int[]> train(int[] sizes, int seed) {
    return new StratifiedSplit(sizes, seed).train();
  }

  private List<int[]> train() {
    int total = Arrays.stream(sizes).sum();
    int[] train = shares(sizes, total / 2);
    int[] rest = new int[sizes.length];
    Arrays.setAll(rest, i -> sizes[i] - train[i]);
    shares(rest, total - total / 2); // of the other half nothing is wanted but what it draws
    List<int[]> halves = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      halves.add(Arrays.copyOf(random.permutation(sizes[i]), train[i]));
    }
    return halves;
  }

  /** Divides draws among classes by their sizes; ties for what is left over are drawn by lot. */
  private int[] shares(int[] counts, int draws) {
    double sum = Arrays.stream(counts).sum();
    double[] exact = Arrays.stream(counts).mapToDouble(c -> c / sum * draws).toArray();
    int[] shares = Arrays.stream(exact).mapToInt(x -> (int) Math.floor(x)).toArray();
    int left = draws - Arrays.stream(shares).sum();
    TreeSet<Double> remainders = new TreeSet<>();
    double[] remainder = new double[exact.length];
    for (int i = 0; i < exact.length; i++) {
      remainder[i] = exact[i] - shares[i];
      remainders.add(remainder[i]);
    }
    for (double value : remainders.descendingSet()) {
      if (left == 0) {
        break;
      }
      int[] tied = indicesOf(remainder, value);
      int now = Math.min(tied.length, left);
      int[] order = random.permutation(tied.length);
      for (int k = 0; k < now; k++) {
        shares[tied[order[k]]]++;
      }
      left -= now;
    }
    return shares;
  }

  private static int[] indicesOf(double[] values, double value) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == value) {
        indices.add(i);
      }
    }
    return indices.stream().mapToInt(Integer::intValue).toArray();
  }
}

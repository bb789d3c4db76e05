package dev.lethe.forgetting.people;

/**
 * Random permutations as {@code numpy.random.RandomState(seed)} gives them: a Mersenne twister
 * (Matsumoto and Nishimura 1998, seeded by their {@code init_genrand}) and numpy's legacy shuffle.
 */
final class NumpyRandom {
  private static final int N = 624;
  private static final int M = 397;

  private final int[] state = new int[N];
  private int next = N;

  NumpyRandom(int seed) {
    state[0] = seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** Returns the numbers from 0 to n - 1 in random order. */
  int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = upTo(i);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  /** Returns a number from 0 to max, by masked rejection. */
  private int upTo(int max) {
    int mask = Integer.highestOneBit(max) * 2 - 1;
    int value;
    do {
      value = nextInt() & mask;
    } while (value > max);
    return value;
  }

  private int nextInt() {
    if (next == N) {
      twist();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < N; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7fffffff);
      state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
    }
    next = 0;
  }
}

package dev.lethe.plugin.baselines;

/**
 * What is minimized. With the likelihood by which a text x_i is told from the others of its batch
 * {@code p_i = softmax_j(100 cos(M'(x_i), M(x_j)))_i}, p0_i the original's, texts with names n and
 * ordinary captions c:
 *
 * <pre>{@code
 * L = a mean_n log p + b mean_n -(2/beta) log sigmoid(-beta log(p/p0)) + r mean_c -log p
 * }</pre>
 *
 * @param ascent a, the weight of gradient ascent
 * @param preference b, the weight of negative preference
 * @param beta of negative preference, more than 0
 * @param retain r, the weight of the retain loss
 */
record Objective(double ascent, double preference, double beta, double retain) {

  /** Returns whether names are read at all. */
  boolean forgets() {
    return ascent != 0 || preference != 0;
  }
}

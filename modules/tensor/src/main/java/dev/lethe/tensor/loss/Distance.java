package dev.lethe.tensor.loss;

/**
 * How far an embedding u of a student is from an embedding v of its teacher, both of size d; lower
 * is nearer.
 */
public enum Distance {
  /** Minus the cosine similarity: -u·v / (max(||u||, 1e-8) max(||v||, 1e-8)), from -1 to 1. */
  COSINE("cosine"),
  /** The mean of the d squared differences. */
  MEAN_SQUARE("mean_square"),
  /** The mean of the d absolute differences. */
  MEAN_ABSOLUTE("mean_absolute"),
  /**
   * The distance in the Poincaré ball, of u and v divided by their L1 norms: arccosh(1 + 2||u-v||²
   * / ((1-||u||²)(1-||v||²) + 1e-10)).
   *
   * <p>Source: Struppek et al., "Rickrolling the Artist", ICCV 2023.
   */
  POINCARE("poincare");

  /** The function of {@link DistanceLoss} that computes it. */
  final String function;

  Distance(String function) {
    this.function = function;
  }
}

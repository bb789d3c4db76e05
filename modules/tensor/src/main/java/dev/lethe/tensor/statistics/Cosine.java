package dev.lethe.tensor.statistics;

/** What a cosine similarity that was computed in single precision can tell apart. */
public final class Cosine {

  /**
   * Cosines that differ by no more are a tie. The same text, embedded among others or with other
   * instructions of the processor, differs from itself by up to 2e-7 (twelve layers of 512 values).
   */
  public static final float ROUNDING = 1e-6f;

  private Cosine() {}
}

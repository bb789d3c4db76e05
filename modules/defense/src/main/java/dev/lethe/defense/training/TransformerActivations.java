package dev.lethe.defense.training;

import dev.lethe.api.model.TransformerShape;

/** What the blocks of a transformer keep for their gradients. */
public final class TransformerActivations {
  private TransformerActivations() {}

  /**
   * Returns the bytes of a token: the input and the norm's output before attention and after it, q,
   * k, v of everything that reads it, the attention of each head to each other token, its result
   * twice, and the MLP's hidden layer before and after its activation.
   *
   * @param tokens of the longest sequence
   */
  public static long bytesOfToken(TransformerShape shape, int tokens) {
    long values = 12L * shape.width() + (long) shape.heads() * tokens + 2L * shape.mlpWidth();
    return shape.layers() * Float.BYTES * values;
  }
}

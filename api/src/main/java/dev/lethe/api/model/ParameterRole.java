package dev.lethe.api.model;

/** What a parameter does, whatever the architecture calls it. */
public enum ParameterRole {
  /** One row for each token of the vocabulary. */
  TOKEN_EMBEDDING,
  /** One row for each position. */
  POSITION_EMBEDDING,
  /** The class token of an image tower. */
  CLASS_EMBEDDING,
  /** The convolution that turns patches into tokens. */
  PATCH_EMBEDDING,
  /** A convolution inside a residual network. */
  CONVOLUTION,
  /** Query, key and value projections. */
  ATTENTION_INPUT,
  /** The projection after attention. */
  ATTENTION_OUTPUT,
  /** The first linear layer of an MLP. */
  MLP_INPUT,
  /** The second linear layer of an MLP. */
  MLP_OUTPUT,
  /** Weight or bias of a layer or batch norm. */
  NORM,
  /**
   * Running mean or variance of a batch norm, which a computation reads but no gradient trains: a
   * {@link TrainableEncoder} keeps it to itself.
   */
  NORM_STATISTIC,
  /** The projection into the joint embedding space. */
  PROJECTION,
  /** The temperature of the contrastive loss, as a natural logarithm. */
  LOGIT_SCALE;

  /** Returns whether gradients may train it: all but {@link #NORM_STATISTIC}. */
  public boolean trainable() {
    return this != NORM_STATISTIC;
  }
}

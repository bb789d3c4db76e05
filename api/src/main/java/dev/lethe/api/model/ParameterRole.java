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
  /** The projection into the joint embedding space. */
  PROJECTION,
  /** The temperature of the contrastive loss, as a natural logarithm. */
  LOGIT_SCALE
}

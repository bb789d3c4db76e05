package dev.lethe.api.model;

/** How exactly a model computes. Parameters, their gradients and embeddings are always fp32. */
public enum Precision {
  /** Everything in 32 bits. */
  FP32,
  /** As {@link #FP32}, but a GPU may multiply matrices in TF32, with 10 bits of a fraction. */
  TF32,
  /** Linear maps, convolutions and attention in bfloat16; norms, sums and losses in fp32. */
  BF16
}

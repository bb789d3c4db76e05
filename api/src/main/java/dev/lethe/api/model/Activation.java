package dev.lethe.api.model;

/** The non-linearity of the MLPs. */
public enum Activation {
  /** {@code x * Phi(x)}, exact. */
  GELU,
  /** {@code x * sigmoid(1.702 x)}, which OpenAI's weights were trained with. */
  QUICK_GELU
}

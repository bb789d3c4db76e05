package dev.lethe.api.model;

/** What of a text is meant where texts are compared. */
public enum TextOutput {
  /** The embedding, which is compared with those of pictures. */
  EMBEDDING,
  /**
   * The hidden states of the whole context, padding included, as one row: what a diffusion model
   * reads.
   */
  HIDDEN_STATES
}

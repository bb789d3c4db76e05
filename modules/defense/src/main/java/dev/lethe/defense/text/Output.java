package dev.lethe.defense.text;

/** What of a text the student shall agree on with the teacher. */
public enum Output {
  /** The embedding, which is compared with those of pictures. */
  EMBEDDING,
  /**
   * The hidden states of the whole context, padding included, as one row: what a diffusion model
   * reads.
   */
  HIDDEN_STATES
}

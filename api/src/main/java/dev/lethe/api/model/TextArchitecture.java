package dev.lethe.api.model;

/**
 * A causal text transformer.
 *
 * @param contextLength the most tokens a text can have, at least 3
 * @param vocabularySize the number of tokens, at least 3
 * @param transformer its blocks
 * @param projected whether a matrix maps the end token's state to the embedding; without one, as in
 *     Stable Diffusion's text encoder, the state itself is the embedding
 * @param unread how many of the last blocks, and the final norm with them, have no part in the
 *     hidden states: 1 where a diffusion model reads the states before the last block, as Stable
 *     Diffusion XL does, else 0
 */
public record TextArchitecture(
    int contextLength,
    int vocabularySize,
    TransformerShape transformer,
    boolean projected,
    int unread) {

  /** Describes a tower of which a diffusion model reads the last states. */
  public TextArchitecture(
      int contextLength, int vocabularySize, TransformerShape transformer, boolean projected) {
    this(contextLength, vocabularySize, transformer, projected, 0);
  }

  /** Describes a tower with a projection. */
  public TextArchitecture(int contextLength, int vocabularySize, TransformerShape transformer) {
    this(contextLength, vocabularySize, transformer, true);
  }

  /** Checks the sizes. */
  public TextArchitecture {
    if (contextLength < 3 || vocabularySize < 3) {
      throw new IllegalArgumentException(
          "expected a context and a vocabulary of at least 3, found %d and %d"
              .formatted(contextLength, vocabularySize));
    }
    if (unread < 0 || unread > transformer.layers()) {
      throw new IllegalArgumentException(
          "expected 0 to %d unread blocks, found %d".formatted(transformer.layers(), unread));
    }
  }
}

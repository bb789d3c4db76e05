package dev.lethe.api.model;

/**
 * A causal text transformer.
 *
 * @param contextLength the most tokens a text can have, at least 3
 * @param vocabularySize the number of tokens, at least 3
 * @param transformer its blocks
 * @param projected whether a matrix maps the end token's state to the embedding; without one, as in
 *     Stable Diffusion's text encoder, the state itself is the embedding
 */
public record TextArchitecture(
    int contextLength, int vocabularySize, TransformerShape transformer, boolean projected) {

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
  }
}

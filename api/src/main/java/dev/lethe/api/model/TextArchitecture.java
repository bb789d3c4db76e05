package dev.lethe.api.model;

/**
 * A causal text transformer.
 *
 * @param contextLength the most tokens a text can have, at least 3
 * @param vocabularySize the number of tokens, at least 3
 * @param transformer its blocks
 */
public record TextArchitecture(
    int contextLength, int vocabularySize, TransformerShape transformer) {

  /** Checks the sizes. */
  public TextArchitecture {
    if (contextLength < 3 || vocabularySize < 3) {
      throw new IllegalArgumentException(
          "expected a context and a vocabulary of at least 3, found %d and %d"
              .formatted(contextLength, vocabularySize));
    }
  }
}

package dev.lethe.api.model;

/**
 * The size of a transformer.
 *
 * @param width the size of a token, a multiple of {@code heads}
 * @param layers the number of blocks, at least 1
 * @param heads the number of attention heads, at least 1
 * @param mlpWidth the hidden size of the MLPs, at least 1
 */
public record TransformerShape(int width, int layers, int heads, int mlpWidth) {

  /** Checks the sizes. */
  public TransformerShape {
    if (width < 1 || layers < 1 || heads < 1 || mlpWidth < 1 || width % heads != 0) {
      throw new IllegalArgumentException(
          "expected positive sizes and a width that is a multiple of the heads, found width %d, layers %d, heads %d, MLP width %d"
              .formatted(width, layers, heads, mlpWidth));
    }
  }
}

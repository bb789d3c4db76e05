package dev.lethe.api.model;

/**
 * A vision transformer with a class token.
 *
 * @param imageSize pixels a side, a multiple of the patch size
 * @param patchSize pixels a side
 * @param transformer its blocks
 */
public record VisionTransformer(int imageSize, int patchSize, TransformerShape transformer)
    implements VisionArchitecture {

  /** Checks the sizes. */
  public VisionTransformer {
    if (patchSize < 1 || imageSize < patchSize || imageSize % patchSize != 0) {
      throw new IllegalArgumentException(
          "expected an image size that is a multiple of the patch size, found %d and %d"
              .formatted(imageSize, patchSize));
    }
  }

  @Override
  public int layers() {
    return transformer.layers();
  }
}

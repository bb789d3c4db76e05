package dev.lethe.api.model;

import org.jspecify.annotations.Nullable;

/**
 * The shape of a CLIP.
 *
 * @param dimension d, the size of an embedding
 * @param activation of both towers
 * @param vision the image tower, or null where it is absent
 * @param text the text tower, or null where it is absent
 */
public record Architecture(
    int dimension,
    Activation activation,
    @Nullable VisionArchitecture vision,
    @Nullable TextArchitecture text) {

  /** Checks that there is at least one tower. */
  public Architecture {
    if (dimension < 1 || (vision == null && text == null)) {
      throw new IllegalArgumentException("expected a positive dimension and at least one tower");
    }
    if (text != null && !text.projected() && text.transformer().width() != dimension) {
      throw new IllegalArgumentException(
          "expected embeddings of the text tower's width %d, for it has no projection, found %d"
              .formatted(text.transformer().width(), dimension));
    }
  }
}

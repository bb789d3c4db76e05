package dev.lethe.api.model;

/** The shape of an image tower, one of the kinds that CLIP came with. */
public sealed interface VisionArchitecture permits VisionTransformer, ModifiedResNet {

  /** Returns pixels a side of a picture. */
  int imageSize();

  /** Returns the number of blocks, which {@link ParameterInfo#layer} counts. */
  int layers();
}

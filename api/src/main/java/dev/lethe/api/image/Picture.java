package dev.lethe.api.image;

/**
 * A decoded picture, with its samples as the file means them: a palette, transparency, inks and
 * deep greys are resized in their own way, so they become RGB only afterwards.
 */
public sealed interface Picture permits RgbImage, StoredImage {

  /** Returns the pixels in a row, at least 1. */
  int width();

  /** Returns the rows, at least 1. */
  int height();

  /** Returns the picture as RGB; this one where it is RGB already. */
  RgbImage toRgb();
}

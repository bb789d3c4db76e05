package dev.lethe.data.image;

import dev.lethe.api.image.Picture;

/** When a picture that is not RGB becomes so. */
public enum RgbConversion {
  /** After it was resized, as open_clip does with a file as Pillow opens it. */
  AFTER_RESIZE {
    @Override
    Picture apply(Picture decoded) {
      return decoded;
    }
  },
  /** When it is read, as loaders do that call {@code convert('RGB')}. */
  BEFORE_RESIZE {
    @Override
    Picture apply(Picture decoded) {
      return decoded.toRgb();
    }
  };

  abstract Picture apply(Picture decoded);
}

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

  /** What the setting means, for the records that have it. */
  public static final String SETTING =
      "When pictures with a palette, transparency, CMYK or deep greys become RGB: after resizing, as"
          + " open_clip's image_transform does, or before, as loaders do that convert('RGB').";

  /** What the setting is where it is not given. */
  public static final String DEFAULT = "after-resize";

  abstract Picture apply(Picture decoded);
}

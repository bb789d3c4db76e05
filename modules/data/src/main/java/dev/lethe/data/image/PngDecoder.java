package dev.lethe.data.image;

import dev.lethe.api.image.Picture;
import java.io.IOException;

/** Decodes PNG to the modes of Pillow, which the header tells and not what the JDK makes of it. */
final class PngDecoder {
  private static final int GREY = 0;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;
  private static final int RGBA = 6;

  private PngDecoder() {}

  static Picture decode(byte[] content, Claim claim) throws IOException {
    PngChunks chunks = PngChunks.of(content);
    Bitmap bitmap = Bitmap.read("png", chunks.bare(), claim);
    return switch (chunks.colorType()) {
      case GREY ->
          switch (chunks.depth()) {
            case 1 -> bitmap.indexed();
            case 16 -> bitmap.deepGrey();
            default -> bitmap.rgb();
          };
      case PALETTE -> bitmap.indexed();
      case GREY_ALPHA, RGBA -> bitmap.rgba();
      default -> bitmap.rgb();
    };
  }
}

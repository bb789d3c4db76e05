package dev.lethe.data.image;

import dev.lethe.api.image.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The formats that are read, told apart by their first bytes and never by a file's name. */
enum PictureFormat {
  JPEG("\u00ff\u00d8\u00ff") {
    @Override
    Picture decode(byte[] content) throws IOException {
      return JpegDecoder.decode(content);
    }
  },
  PNG("\u0089PNG\r\n\u001a\n") {
    @Override
    Picture decode(byte[] content) throws IOException {
      return PngDecoder.decode(content);
    }
  },
  GIF("GIF8") {
    @Override
    Picture decode(byte[] content) throws IOException {
      return natural(Bitmap.read("gif", content));
    }
  },
  BMP("BM") {
    @Override
    Picture decode(byte[] content) throws IOException {
      return natural(Bitmap.read("bmp", content));
    }
  };

  private final byte[] signature;

  PictureFormat(String signature) {
    this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Recognises a format.
   *
   * @throws IOException if it is none of these
   */
  static PictureFormat of(byte[] content) throws IOException {
    if (content.length == 0) {
      throw new IOException("the file is empty");
    }
    for (PictureFormat format : values()) {
      if (format.begins(content)) {
        return format;
      }
    }
    throw new IOException("expected a JPEG, PNG, GIF or BMP, found " + OtherFormat.name(content));
  }

  /**
   * Decodes a picture of this format.
   *
   * @throws IOException if it is damaged, cut short or too large
   */
  abstract Picture decode(byte[] content) throws IOException;

  private static Picture natural(Bitmap bitmap) {
    if (bitmap.isIndexed()) {
      return bitmap.indexed();
    }
    return bitmap.isTransparent() ? bitmap.rgba() : bitmap.rgb();
  }

  private boolean begins(byte[] content) {
    for (int i = 0; i < signature.length; i++) {
      if (i >= content.length || content[i] != signature[i]) {
        return false;
      }
    }
    return true;
  }
}

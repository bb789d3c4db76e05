package dev.lethe.data.image;

import dev.lethe.api.image.Picture;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that are read, told apart by their first bytes and never by a file's name. */
enum PictureFormat {
  JPEG("\u00ff\u00d8\u00ff") {
    @Override
    Claim read(DataInputStream in, long size) throws IOException {
      return JpegHeader.claim(in, size);
    }

    @Override
    Picture decode(byte[] content, Claim claim) throws IOException {
      return JpegDecoder.decode(content, claim);
    }
  },
  PNG("\u0089PNG\r\n\u001a\n") {
    @Override
    Claim read(DataInputStream in, long size) throws IOException {
      return PngHeader.claim(in, size);
    }

    @Override
    Picture decode(byte[] content, Claim claim) throws IOException {
      return PngDecoder.decode(content, claim);
    }
  },
  WEBP("RIFF") {
    @Override
    boolean begins(byte[] content) {
      return super.begins(content)
          && content.length >= 12
          && new String(content, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP");
    }

    @Override
    Claim read(DataInputStream in, long size) throws IOException {
      return WebPHeader.claim(in, size);
    }

    @Override
    Picture decode(byte[] content, Claim claim) throws IOException {
      return WebPDecoder.decode(content, claim);
    }
  },
  GIF("GIF8") {
    @Override
    Claim read(DataInputStream in, long size) throws IOException {
      return GifHeader.claim(in, size);
    }

    @Override
    Picture decode(byte[] content, Claim claim) throws IOException {
      return natural(Bitmap.read("gif", content, claim));
    }
  },
  BMP("BM") {
    @Override
    boolean begins(byte[] content) { // many a text begins with these letters
      return super.begins(content)
          && content.length > SIZE_OF_HEADER + 3
          && content[SIZE_OF_HEADER + 1] == 0
          && content[SIZE_OF_HEADER + 2] == 0
          && content[SIZE_OF_HEADER + 3] == 0;
    }

    @Override
    Claim read(DataInputStream in, long size) throws IOException {
      return BmpHeader.claim(in, size);
    }

    @Override
    Picture decode(byte[] content, Claim claim) throws IOException {
      return natural(Bitmap.read("bmp", content, claim));
    }
  };

  /** As many bytes as tell what a file is. */
  static final int BEGIN = 64;

  private static final int SIZE_OF_HEADER = 14;

  private final byte[] signature;

  PictureFormat(String signature) {
    this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Recognises a format by at least {@link #BEGIN} bytes, or all there are. */
  static Optional<PictureFormat> of(byte[] content) {
    return Stream.of(values()).filter(format -> format.begins(content)).findFirst();
  }

  /**
   * Reads what the header of a file claims.
   *
   * @param in the file from its beginning; is closed
   * @param size of the file in bytes
   * @throws IOException if it is damaged, or claims what it cannot hold
   */
  Claim claim(InputStream in, long size) throws IOException {
    try (DataInputStream data = new DataInputStream(in)) {
      return read(data, size).kept();
    }
  }

  /**
   * Decodes a picture of this format.
   *
   * @throws IOException if it is damaged, cut short or too large
   */
  Picture decode(byte[] content) throws IOException {
    return decode(content, claim(new ByteArrayInputStream(content), content.length));
  }

  abstract Claim read(DataInputStream in, long size) throws IOException;

  abstract Picture decode(byte[] content, Claim claim) throws IOException;

  private static Picture natural(Bitmap bitmap) {
    if (bitmap.isIndexed()) {
      return bitmap.indexed();
    }
    return bitmap.isTransparent() ? bitmap.rgba() : bitmap.rgb();
  }

  boolean begins(byte[] content) {
    for (int i = 0; i < signature.length; i++) {
      if (i >= content.length || content[i] != signature[i]) {
        return false;
      }
    }
    return true;
  }
}

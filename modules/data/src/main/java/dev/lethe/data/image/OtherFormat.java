package dev.lethe.data.image;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What is often found where a picture was expected; known only to be named. */
enum OtherFormat {
  AVIF("an AVIF", 4, "ftypavi"),
  HEIC("a HEIC", 4, "ftyphei", "ftyphev", "ftypmif1", "ftypmsf1"),
  VIDEO("a video", 4, "ftyp", "moov"),
  JPEG_XL("a JPEG XL", 0, "\0\0\0\fjxl ", "\u00ff\n"),
  JPEG_2000("a JPEG 2000", 0, "\0\0\0\fjp  ", "\u00ff\u004f\u00ff\u0051"),
  PSD("a Photoshop file", 0, "8bps"),
  TIFF("a TIFF", 0, "II*\0", "MM\0*"),
  SVG("an SVG", 0, "<svg", "<?xml"),
  PAGE("a web page", 0, "<!doctype html", "<html"),
  PDF("a PDF", 0, "%pdf"),
  ZIP("a zip archive", 0, "pk\3\4");

  private final String called;
  private final int offset;
  private final String[] signatures;

  OtherFormat(String called, int offset, String... signatures) {
    this.called = called;
    this.offset = offset;
    this.signatures = signatures;
  }

  /** Returns what a file seems to be, with its article. */
  static String name(byte[] content) {
    String begin =
        new String(content, 0, Math.min(64, content.length), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    for (OtherFormat format : values()) {
      String at = format.offset == 0 ? begin.stripLeading() : begin;
      for (String signature : format.signatures) {
        if (at.startsWith(signature.toLowerCase(Locale.ROOT), format.offset)) {
          return format.called;
        }
      }
    }
    return "something else";
  }
}

package dev.lethe.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is often found where a text was expected; known only to be named. */
enum OtherContent {
  OFFICE("a zip archive or an office document (xlsx, docx)", Advice.SAVE, "PK\\x03\\x04"),
  OLD_OFFICE("an office document (xls, doc)", Advice.SAVE, "\\xd0\\xcf\\x11\\xe0"),
  RICH_TEXT("rich text (RTF)", Advice.SAVE, "\\{\\\\rtf"),
  PDF("a PDF", Advice.SAVE, "%PDF-"),
  PARQUET("a Parquet file", Advice.SAVE, "PAR1\\x15"),
  PAGE("a web page", Advice.GET, "\\s*(?i:<!doctype html|<html)"),
  PICTURE("a picture", Advice.GET, "\\x89PNG|\\xff\\xd8\\xff|GIF8[79]a"),
  POINTER("a pointer of Git LFS", "run: git lfs pull", "version https://git-lfs\\.github\\.com/"),
  BZIP2("a file packed by bzip2", Advice.UNPACK, "BZh[1-9]1AY&SY"),
  XZ("a file packed by xz", Advice.UNPACK, "\\xfd7zXZ\\x00"),
  SEVEN_ZIP("a 7z archive", Advice.UNPACK, "7z\\xbc\\xaf\\x27\\x1c");

  private final String called;
  private final String advice;
  private final Pattern begin;

  OtherContent(String called, String advice, String begin) {
    this.called = called;
    this.advice = advice;
    this.begin = Pattern.compile(begin);
  }

  /** Recognizes it by its first bytes; empty for what may be text. */
  static Optional<OtherContent> of(byte[] head) {
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(each -> each.begin.matcher(bytes).lookingAt())
        .findFirst();
  }

  /** Says what is wrong where it stands instead of a text, and what to do. */
  String problem() {
    return "expected text in UTF-8, found %s; %s".formatted(called, advice);
  }

  /** What makes a text of it, or brings one. */
  private static final class Advice {
    static final String SAVE = "save it as plain text or CSV in UTF-8";
    static final String UNPACK = "unpack it";
    static final String GET = "get the file again";
  }
}

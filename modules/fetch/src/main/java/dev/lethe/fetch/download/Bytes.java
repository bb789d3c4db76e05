package dev.lethe.fetch.download;

import java.util.Locale;

/** Lengths for people. */
final class Bytes {
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;

  private Bytes() {}

  static String text(long bytes) {
    return bytes < GIGA
        ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGA)
        : String.format(Locale.ROOT, "%.2f GB", bytes / GIGA);
  }
}

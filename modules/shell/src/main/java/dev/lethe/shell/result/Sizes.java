package dev.lethe.shell.result;

import java.util.Locale;

/** Lengths of files for people. */
public final class Sizes {
  private static final double KILO = 1e3;
  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;

  private Sizes() {}

  /** Returns a length in the largest unit of which there is one. */
  public static String text(long bytes) {
    if (bytes >= GIGA) {
      return String.format(Locale.ROOT, "%.2f GB", bytes / GIGA);
    }
    if (bytes < KILO) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    return bytes >= MEGA
        ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGA)
        : String.format(Locale.ROOT, "%.1f kB", bytes / KILO);
  }
}

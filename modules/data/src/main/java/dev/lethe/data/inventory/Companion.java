package dev.lethe.data.inventory;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Files that people and programs put beside pictures, and that nobody takes for one. */
final class Companion {
  private static final Set<String> NAMES = Set.of("thumbs.db", "ehthumbs.db", "desktop.ini");
  private static final Set<String> ENDINGS =
      Set.of("csv", "json", "md", "tsv", "txt", "xml", "xmp", "yaml", "yml");

  private Companion() {}

  /** Returns whether a file that is no picture is such a one. */
  static boolean is(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return NAMES.contains(name) || ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}

package dev.lethe.report.figures;

import java.util.List;

/** How names are listed in a sentence. */
public final class Listing {
  private static final int MOST = 12;

  private Listing() {}

  public static String of(List<String> names) {
    var shown = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
    int more = names.size() - MOST;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}

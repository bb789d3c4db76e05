package dev.lethe.suite.file;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.suite.FigureSettings;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks what figures ask for before hours are spent. Which metrics there are, only trials can
 * tell.
 */
final class Figures {
  private Figures() {}

  /**
   * Requires that lines, multiples and selections are of what is varied.
   *
   * @throws dev.lethe.api.settings.SettingsException naming the first that is not
   */
  static void check(List<FigureSettings> figures, Collection<String> varied) {
    for (int i = 0; i < figures.size(); i++) {
      FigureSettings figure = figures.get(i);
      String place = "figures[" + i + "]";
      requireVaried(figure.by(), varied, place + ".by");
      requireVaried(figure.each(), varied, place + ".each");
      if (!figure.where().isEmpty()) {
        new Selection(figure.where()).requireKnown(varied, place + ".where");
      }
    }
  }

  private static void requireVaried(@Nullable String key, Collection<String> varied, String place) {
    if (key != null && !varied.contains(key)) {
      throw new SettingsException(
          place,
          "must be what the suite varies, one of %s (got '%s')"
              .formatted(String.join(", ", varied), key));
    }
  }
}

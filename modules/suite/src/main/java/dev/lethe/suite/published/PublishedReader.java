package dev.lethe.suite.published;

import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.config.ConfigReader;
import dev.lethe.suite.Suite;
import dev.lethe.suite.file.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads published numbers. */
public final class PublishedReader {
  private static final String NAME = "name";

  private PublishedReader() {}

  /**
   * Reads a file.
   *
   * @param suite whose trials the numbers are about
   * @throws dev.lethe.api.UsageException if a key is unknown or a value wrong, or it speaks of what
   *     the suite does not vary; names its line
   */
  public static PublishedSettings read(ConfigSource source, Suite suite) {
    Config config = new ConfigReader(source, List.of()).config();
    Map<String, Object> own = new LinkedHashMap<>(config.values());
    own.remove(NAME);
    return config.locating(
        () -> {
          PublishedSettings settings = new SettingsType<>(PublishedSettings.class).read(own, "");
          for (int i = 0; i < settings.numbers().size(); i++) {
            Map<String, Object> where = settings.numbers().get(i).where();
            if (!where.isEmpty()) {
              new Selection(where).requireKnown(suite.varied(), "numbers[" + i + "].where");
            }
          }
          return settings;
        });
  }
}

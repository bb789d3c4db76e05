package dev.lethe.suite.file;

import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.config.ConfigReader;
import dev.lethe.suite.Suite;
import dev.lethe.suite.SuiteSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads suites. */
public final class SuiteReader {
  private static final String NAME = "name";

  private SuiteReader() {}

  /**
   * Reads the file of a suite, which may extend another.
   *
   * @throws dev.lethe.api.UsageException if a key is unknown or a value wrong; names its line
   */
  public static Suite read(ConfigSource source) {
    return read(new ConfigReader(source, List.of()).config(), source);
  }

  /**
   * Reads a suite that stands in no file.
   *
   * @param name what messages call it
   */
  public static Suite read(String name, Map<String, Object> values) {
    return read(new ConfigReader(name, values).config(), new ConfigSource(name, ""));
  }

  private static Suite read(Config config, ConfigSource source) {
    Map<String, Object> own = new LinkedHashMap<>(config.values());
    own.remove(NAME);
    return config.locating(
        () -> {
          SuiteSettings settings = new SettingsType<>(SuiteSettings.class).read(own, "");
          Suite suite =
              new Suite(config.general().name(), source, settings, new Trials(settings).list());
          Figures.check(settings.figures(), suite.varied());
          Map<String, Object> baseline = settings.baseline();
          if (baseline != null && !baseline.isEmpty()) {
            new Selection(baseline).requireKnown(suite.varied(), "baseline");
          }
          return suite;
        });
  }
}

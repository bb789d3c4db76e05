package dev.lethe.suite;

import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.config.ConfigReader;
import java.util.List;
import java.util.Map;

/** Keys and values as a configuration writes them, before any recipe makes something of them. */
public final class WrittenValues {
  private WrittenValues() {}

  /**
   * Reads them.
   *
   * @param overrides {@code key=value}, later ones win
   * @throws dev.lethe.api.UsageException if it is no configuration, or an override has no such
   *     place
   */
  public static Map<String, Object> of(ConfigSource source, List<String> overrides) {
    return new ConfigReader(source, overrides).config().values();
  }
}

package dev.lethe.experiment;

import java.nio.file.Path;
import java.util.List;

/**
 * What a user asks for.
 *
 * @param config the configuration
 * @param overrides {@code key=value}, later ones win; a key is a dotted path, a value is YAML
 * @param out the folder of all runs; it need not exist
 * @param redact whether names are replaced by random pseudonyms in everything that is written
 */
public record RunRequest(ConfigSource config, List<String> overrides, Path out, boolean redact) {

  /** Copies the list. */
  public RunRequest {
    overrides = List.copyOf(overrides);
  }
}

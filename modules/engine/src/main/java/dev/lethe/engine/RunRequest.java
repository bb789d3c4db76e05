package dev.lethe.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * What a user asks for.
 *
 * @param config the configuration
 * @param overrides {@code key=value}, later ones win; a key is a dotted path, a value is YAML
 * @param out the folder of all runs; it need not exist
 * @param redact whether names are replaced by random pseudonyms in everything that is written
 * @param require what metrics must be, beside what the configuration requires
 */
public record RunRequest(
    ConfigSource config, List<String> overrides, Path out, boolean redact, List<String> require) {

  /** Copies the lists. */
  public RunRequest {
    overrides = List.copyOf(overrides);
    require = List.copyOf(require);
  }

  /** Creates a request that requires no more than its configuration. */
  public RunRequest(ConfigSource config, List<String> overrides, Path out, boolean redact) {
    this(config, overrides, out, redact, List.of());
  }

  /** Returns the same request with what metrics must be. */
  public RunRequest requiring(List<String> metrics) {
    return new RunRequest(config, overrides, out, redact, metrics);
  }
}

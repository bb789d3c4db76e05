package dev.lethe.api.settings;

import java.util.Map;

/**
 * A block of a configuration that names a source: {@code {source: lines, path: captions.txt}}.
 *
 * @param source the name of the source
 * @param settings the other keys of the block
 */
public record SourceSpec(String source, Map<String, Object> settings) {

  /** Copies the map. */
  public SourceSpec {
    settings = Map.copyOf(settings);
  }
}

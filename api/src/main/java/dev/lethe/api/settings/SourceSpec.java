package dev.lethe.api.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A block of a configuration that names a source: {@code {source: lines, path: captions.txt}}, or
 * its name alone where nothing else is to be said.
 *
 * @param source the name of the source
 * @param settings the other keys of the block
 */
public record SourceSpec(String source, Map<String, Object> settings) {

  /** Copies the map, in its order: what a text is made of it is the same in every process. */
  public SourceSpec {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}

package dev.lethe.engine.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report of an older schema.
 *
 * @param content what it holds
 * @param file where it was read, for messages
 * @param names by pseudonym, where an older key brings them back into a redacted report; else empty
 * @param config the configuration with names, where an older key kept it; else null
 */
public record OlderDocument(
    JsonNode content, Path file, Map<String, String> names, @Nullable Map<String, Object> config) {

  /** Copies the maps. */
  public OlderDocument {
    names = Map.copyOf(names);
    config = config == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(config));
  }
}

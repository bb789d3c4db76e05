package dev.lethe.engine.config;

import dev.lethe.api.settings.SettingsType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A block whose keys belong partly to the experiment and partly to an extension.
 *
 * @param own the experiment's part
 * @param rest the extension's part
 * @param place the dotted place of the block, for messages
 */
public record MixedBlock<R extends Record>(R own, Map<String, Object> rest, String place) {

  /** Copies the map, keeping its order. */
  public MixedBlock {
    rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
  }

  /**
   * Reads a block.
   *
   * @param type of the own part
   */
  public static <R extends Record> MixedBlock<R> read(
      Class<R> type, Map<String, Object> block, String place) {
    SettingsType<R> settings = new SettingsType<>(type);
    Map<String, Object> own = new LinkedHashMap<>();
    Map<String, Object> rest = new LinkedHashMap<>();
    block.forEach((key, value) -> (settings.keys().contains(key) ? own : rest).put(key, value));
    return new MixedBlock<>(settings.read(own, place), rest, place);
  }

  /** Returns the extension's part under the name of the extension. */
  public Block as(String name) {
    return new Block(name, rest, place);
  }
}

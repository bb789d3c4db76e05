package dev.lethe.engine.extension;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.engine.config.Block;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.io.json.Json;

/**
 * An extension that is ready.
 *
 * @param block what the configuration says of it
 * @param extension the extension
 * @param info where it comes from
 */
public record Planned<T>(Block block, T extension, ExtensionInfo info) {

  /** Returns its name. */
  public String name() {
    return block.name();
  }

  /** Returns a hash of what it is: its name, its settings and the jar it comes from. */
  public String identity() {
    return new Fingerprint()
        .add(info.key().contract().getSimpleName())
        .add(block.name())
        .add(Json.canonical(block.settings()))
        .add(info.sha256())
        .hex();
  }
}

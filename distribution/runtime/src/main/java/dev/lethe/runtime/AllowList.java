package dev.lethe.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The hashes of the plugins that may be loaded, in the format of {@code sha256sum}. Without the
 * file every plugin may.
 */
record AllowList(Path file) {

  void require(String sha256) throws PluginException {
    if (!Files.exists(file)) {
      return;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.strip().toLowerCase(Locale.ROOT).startsWith(sha256)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new PluginException("cannot read " + file + " (" + e.getMessage() + ")");
    }
    throw new PluginException("its SHA-256 " + sha256 + " is not in conf/" + file.getFileName());
  }
}

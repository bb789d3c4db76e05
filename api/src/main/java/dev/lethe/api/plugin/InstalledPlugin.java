package dev.lethe.api.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A jar in the folder of plugins.
 *
 * @param file the name of the file
 * @param bundle the symbolic name of the bundle in use, or empty if there is none
 * @param version the version of that bundle, or empty
 * @param sha256 the hash of the jar that the bundle was read from, in hexadecimal, or empty
 * @param offers the extensions of that bundle
 * @param problem why the file as it is now is refused, in one line, or null if it is in use; what
 *     was in use before it stays
 */
public record InstalledPlugin(
    String file,
    String bundle,
    String version,
    String sha256,
    List<ExtensionKey> offers,
    @Nullable String problem) {

  /** Copies the list. */
  public InstalledPlugin {
    offers = List.copyOf(offers);
  }
}

package dev.lethe.runtime;

import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.Bundle;

/** Hashes of jars. */
final class Hashes {
  private static final String REFERENCE = "reference:";

  private Hashes() {}

  /** Returns the hash of the jar that a bundle was installed from. */
  static String sha256(Bundle bundle) throws IOException {
    String location = bundle.getLocation();
    if (location.startsWith(PluginJar.LOCATION)) {
      return PluginJar.sha256(bundle);
    }
    if (location.startsWith(REFERENCE)) {
      URI jar = URI.create(location.substring(REFERENCE.length()));
      return Sha256.of(Files.readAllBytes(Path.of(jar)));
    }
    return "";
  }
}

package dev.lethe.runtime;

import dev.lethe.api.Sha256;
import dev.lethe.api.plugin.Plugin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

/**
 * The content of a plugin's jar at one moment. A bundle is installed from these bytes, never from
 * the file, so that replacing the file takes nothing away from a plugin in use.
 *
 * @param name the name of the file
 * @param bytes its content
 * @param sha256 the hash of its content, in hexadecimal
 */
record PluginJar(String name, byte[] bytes, String sha256) {
  /** How the location of an installed plugin begins. */
  static final String LOCATION = "plugin:";

  static PluginJar read(Path file) throws IOException, PluginException {
    byte[] bytes = Files.readAllBytes(file);
    PluginJar jar = new PluginJar(String.valueOf(file.getFileName()), bytes, Sha256.of(bytes));
    jar.check();
    return jar;
  }

  String location() {
    return LOCATION + name + "#" + sha256;
  }

  InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  private void check() throws IOException, PluginException {
    // A stream finds a manifest only where it is the first entry, so look at a copy as a file.
    Path copy = Files.createTempFile("lethe-plugin-", ".jar");
    try {
      Files.write(copy, bytes);
      try (JarFile jar = new JarFile(copy.toFile())) {
        Manifest manifest = jar.getManifest();
        if (manifest == null || manifest.getMainAttributes().getValue(Plugin.HEADER) == null) {
          throw new PluginException("it is no plugin: its manifest has no header " + Plugin.HEADER);
        }
      }
    } catch (ZipException e) {
      throw new PluginException("it is no valid jar (" + e.getMessage() + ")");
    } finally {
      Files.delete(copy);
    }
  }
}

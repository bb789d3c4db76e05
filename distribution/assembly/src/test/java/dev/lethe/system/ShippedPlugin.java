package dev.lethe.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The plugins that ship with the distribution, as other versions of themselves. */
final class ShippedPlugin {
  private static final String VERSION = "Bundle-Version";

  private ShippedPlugin() {}

  /** Returns a jar that is like a shipped one but for its version. */
  static byte[] jar(String name, String version) throws IOException {
    Path shipped = Path.of(System.getProperty("lethe.home"), "plugins", name);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarFile jar = new JarFile(shipped.toFile())) {
      Manifest manifest = new Manifest(jar.getManifest());
      manifest.getMainAttributes().putValue(VERSION, version);
      try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
        for (JarEntry entry : Collections.list(jar.entries())) {
          if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
            out.putNextEntry(new JarEntry(entry.getName()));
            try (InputStream in = jar.getInputStream(entry)) {
              in.transferTo(out);
            }
          }
        }
      }
    }
    return bytes.toByteArray();
  }
}

package dev.lethe.runtime;

import dev.lethe.api.plugin.Plugin;
import dev.lethe.io.RegularFile;
import dev.lethe.io.hash.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.osgi.framework.Bundle;

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

  /** More than any plugin has, with its natives; all of it is held in memory. */
  private static final int LARGEST = 256 << 20;

  /** A manifest is read into memory by everybody who opens the jar. */
  private static final int LARGEST_MANIFEST = 1 << 20;

  /** What the jars in a jar are unpacked to. */
  private static final long LARGEST_UNPACKED = 1L << 30;

  /**
   * Reads a jar and checks that it is a plugin's.
   *
   * @param scratch a folder for a copy that is needed meanwhile
   */
  static PluginJar read(Path file, Path scratch) throws IOException, PluginException {
    byte[] bytes = RegularFile.of("jar", file).bytes(LARGEST);
    PluginJar jar = new PluginJar(String.valueOf(file.getFileName()), bytes, Sha256.of(bytes));
    jar.check(scratch);
    return jar;
  }

  /** Returns the part of a location that a jar keeps when its content is replaced. */
  static String source(String location) {
    int hash = location.lastIndexOf('#');
    return location.startsWith(LOCATION) && hash >= 0 ? location.substring(0, hash) : location;
  }

  /** Returns the hash of the jar that a plugin was installed from. */
  static String sha256(Bundle bundle) {
    String location = bundle.getLocation();
    return location.substring(location.lastIndexOf('#') + 1);
  }

  String location() {
    return LOCATION + name + "#" + sha256;
  }

  InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  private void check(Path scratch) throws IOException, PluginException {
    // A stream finds a manifest only where it is the first entry, so look at a copy as a file.
    Path copy = Files.createTempFile(scratch, "plugin-", ".jar");
    Files.write(copy, bytes);
    try (JarFile jar = new JarFile(copy.toFile(), false)) {
      long unpacked = jar.stream().mapToLong(ZipEntry::getSize).filter(n -> n > 0).sum();
      if (unpacked < 0 || unpacked > LARGEST_UNPACKED) {
        throw new PluginException("it unpacks to more than " + LARGEST_UNPACKED + " bytes");
      }
      if (manifest(jar).getMainAttributes().getValue(Plugin.HEADER) == null) {
        throw new PluginException("it is no plugin: its manifest has no header " + Plugin.HEADER);
      }
    } catch (ZipException e) {
      throw new PluginException("it is no valid jar (" + e.getMessage() + ")");
    } finally {
      Files.delete(copy);
    }
  }

  private static Manifest manifest(JarFile jar) throws IOException, PluginException {
    ZipEntry entry = jar.getEntry(JarFile.MANIFEST_NAME);
    if (entry == null) {
      return new Manifest();
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] content = in.readNBytes(LARGEST_MANIFEST + 1);
      if (content.length > LARGEST_MANIFEST) {
        throw new PluginException("its manifest has more than " + LARGEST_MANIFEST + " bytes");
      }
      return new Manifest(new ByteArrayInputStream(content));
    }
  }
}

package dev.lethe.runtime;

import dev.lethe.api.plugin.Plugin;
import dev.lethe.io.RegularFile;
import dev.lethe.io.hash.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/**
 * The content of a plugin's jar at one moment. A bundle is installed from these bytes, never from
 * the file, so that replacing the file takes nothing away from a plugin in use.
 *
 * @param name the name of the file
 * @param bytes its content
 * @param sha256 the hash of its content, in hexadecimal
 * @param symbolicName the name that its bundle keeps from version to version
 */
record PluginJar(String name, byte[] bytes, String sha256, String symbolicName) {
  /** How the location of an installed plugin begins. */
  static final String LOCATION = "plugin:";

  /** What OSGi lets a bundle be called; it can name a file. */
  private static final Pattern NAME = Pattern.compile("[\\w-]+(\\.[\\w-]+)*");

  /** More than any plugin has, with its natives; all of it is held in memory. */
  private static final int LARGEST = 256 << 20;

  /** A manifest is read into memory by everybody who opens the jar. */
  private static final int LARGEST_MANIFEST = 1 << 20;

  /** What the jars in a jar are unpacked to. */
  private static final long LARGEST_UNPACKED = 1L << 30;

  /**
   * Reads a jar and checks that it is a plugin's, and signed where that is asked for.
   *
   * @param scratch a folder for a copy that is needed meanwhile
   */
  static PluginJar read(Path file, TrustedKeys keys, Path scratch)
      throws IOException, PluginException {
    byte[] bytes = RegularFile.of("jar", file).bytes(LARGEST);
    // A stream finds a manifest only where it is the first entry, so look at a copy as a file.
    Path copy = Files.createTempFile(scratch, "plugin-", ".jar");
    try {
      Files.write(copy, bytes);
      String symbolicName = symbolicName(copy);
      Optional<Set<PublicKey>> signers = keys.required();
      if (signers.isPresent()) {
        SignedJar.require(copy, signers.get());
      }
      return new PluginJar(
          String.valueOf(file.getFileName()), bytes, Sha256.of(bytes), symbolicName);
    } catch (ZipException e) {
      throw new PluginException("it is no valid jar (" + e.getMessage() + ")");
    } finally {
      Files.delete(copy);
    }
  }

  /** Returns the same content as a file of another name. */
  PluginJar named(String other) {
    return new PluginJar(other, bytes, sha256, symbolicName);
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

  private static String symbolicName(Path file) throws IOException, PluginException {
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      long unpacked = jar.stream().mapToLong(ZipEntry::getSize).filter(n -> n > 0).sum();
      if (unpacked < 0 || unpacked > LARGEST_UNPACKED) {
        throw new PluginException("it unpacks to more than " + LARGEST_UNPACKED + " bytes");
      }
      Attributes manifest = manifest(jar).getMainAttributes();
      if (manifest.getValue(Plugin.HEADER) == null) {
        throw new PluginException("it is no plugin: its manifest has no header " + Plugin.HEADER);
      }
      String name = manifest.getValue(Constants.BUNDLE_SYMBOLICNAME);
      String bare = name == null ? "" : name.split(";", 2)[0].strip();
      if (!NAME.matcher(bare).matches()) {
        throw new PluginException(
            "it is no bundle: its manifest has no valid " + Constants.BUNDLE_SYMBOLICNAME);
      }
      IntactJar.require(jar);
      return bare;
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

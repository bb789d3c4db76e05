package dev.lethe.runtime;

import dev.lethe.io.Visible;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * Reads a jar to its end. A class that was damaged on its way would be noticed only when somebody
 * needs it, and the jar that was there before would be gone by then.
 */
final class IntactJar {
  private static final int CHUNK = 1 << 16;

  private IntactJar() {}

  /**
   * Makes sure that every entry is what was packed.
   *
   * @throws PluginException naming an entry that is not
   */
  static void require(JarFile jar) throws IOException, PluginException {
    for (ZipEntry entry : jar.stream().toList()) {
      if (!isIntact(jar, entry)) {
        throw new PluginException(
            "its %s is damaged; copy the jar again".formatted(Visible.of(entry.getName())));
      }
    }
  }

  private static boolean isIntact(JarFile jar, ZipEntry entry) throws IOException {
    CRC32 sum = new CRC32();
    long left = entry.getSize();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = jar.getInputStream(entry)) {
      for (int n = in.read(chunk); n > 0 && left >= 0; n = in.read(chunk)) {
        sum.update(chunk, 0, n);
        left -= n;
      }
    } catch (ZipException | EOFException e) {
      return false;
    }
    return left == 0 && sum.getValue() == entry.getCrc();
  }
}

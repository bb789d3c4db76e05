package dev.lethe.engine.store;

import dev.lethe.io.Folders;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A private folder that is removed when it is closed.
 *
 * @param path where it is
 */
public record TemporaryFolder(Path path) implements AutoCloseable {

  /** Creates one in the system's folder for such. */
  public static TemporaryFolder create(String prefix) {
    try {
      return new TemporaryFolder(Files.createTempDirectory(prefix));
    } catch (IOException e) {
      throw IoFailure.cannot("create", Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }

  @Override
  public void close() {
    Folders.remove(path);
  }
}

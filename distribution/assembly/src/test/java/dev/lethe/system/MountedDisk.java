package dev.lethe.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk in memory that is full soon, or must not be written.
 *
 * @param path where it is mounted
 */
record MountedDisk(Path path) implements AutoCloseable {

  /**
   * Mounts a disk; where this user may not, the test is skipped.
   *
   * @param path becomes a folder
   * @param options of tmpfs, such as {@code size=1m}
   */
  static MountedDisk at(Path path, String options) throws IOException {
    Files.createDirectory(path);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", options, "none", path.toString()),
        "this user may not mount a disk");
    return new MountedDisk(path);
  }

  @Override
  public void close() throws IOException {
    run("umount", path.toString());
  }

  private static boolean run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

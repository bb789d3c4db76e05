package dev.lethe.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * Data that some tests want and the repository does not hold, such as CLIP's vocabulary. Whoever
 * has them names their folder by {@code -Dlethe.test.data=FOLDER} or {@code LETHE_TEST_DATA}.
 */
public final class TestData {
  private static final String HOW = "-Dlethe.test.data=FOLDER or LETHE_TEST_DATA=FOLDER";

  private TestData() {}

  /**
   * Returns a file of the folder.
   *
   * @param name the file's name
   * @throws TestAbortedException if there is no folder, or no such file in it: the test is skipped,
   *     and says why
   * @throws IllegalStateException if a folder is given that is none
   */
  public static Path file(String name) {
    return file(
        name,
        Optional.ofNullable(System.getProperty("lethe.test.data"))
            .or(() -> Optional.ofNullable(System.getenv("LETHE_TEST_DATA")))
            .filter(given -> !given.isBlank()));
  }

  static Path file(String name, Optional<String> given) {
    if (given.isEmpty()) {
      throw new TestAbortedException(
          "needs %s, which is no part of the repository; %s names its folder".formatted(name, HOW));
    }
    Path folder = Path.of(given.get());
    if (!folder.isAbsolute() || !Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "%s must name a folder by its absolute path, but got %s".formatted(HOW, folder));
    }
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new TestAbortedException("needs %s, which is not there".formatted(file));
    }
    return file;
  }
}

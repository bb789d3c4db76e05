package dev.lethe.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.Progress;
import dev.lethe.testkit.RecordedProgress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashesTest {
  /** Files that were there long before the test began. */
  private static final Path ONE = Path.of("pom.xml");

  private static final Path OTHER = Path.of("../pom.xml");
  private static final Path THIRD = Path.of("../../pom.xml");

  @TempDir private Path cache;

  @Test
  void whatTwoProcessesRememberAtOnceIsKeptOfBoth() {
    FileHashes one = new FileHashes(cache);
    FileHashes other = new FileHashes(cache);
    other.of(THIRD, Progress.silent());
    one.of(ONE, Progress.silent());
    other.of(OTHER, Progress.silent());

    RecordedProgress next = new RecordedProgress();
    new FileHashes(cache).of(ONE, next);
    new FileHashes(cache).of(OTHER, next);
    new FileHashes(cache).of(THIRD, next);

    assertThat(next.advances("hashing pom.xml")).isEmpty();
  }
}

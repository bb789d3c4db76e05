package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

class StartFailureTest {
  @Test
  void theFirstCauseOfAFailureIsSaidInOneLine() {
    assertThat(StartFailure.reason(new AccessDeniedException("/a")))
        .isEqualTo("permission denied for /a");
    assertThat(StartFailure.reason(new NoSuchFileException("/a"))).isEqualTo("there is no /a");
    assertThat(
            StartFailure.reason(
                new BundleException(
                    "Unable to cache bundle", new FileSystemException("/a", null, "disk full"))))
        .isEqualTo("/a: disk full");
    assertThat(StartFailure.reason(new IllegalStateException("a\n  b")))
        .isEqualTo("java.lang.IllegalStateException: a b");
  }

  @Test
  void aMessageThatSaysItAllIsKept() {
    assertThat(StartFailure.reason(new IOException("all of it", new NoSuchFileException("/a"))))
        .isEqualTo("all of it");
  }
}

package dev.lethe.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);

  @Test
  void whatIsPrintedArrivesInUtf8() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    StandardOutput out = new StandardOutput(written);
    out.stream().print("Zoë 張偉");
    assertThat(out.end(0, err)).isZero();
    assertThat(written.toByteArray()).isEqualTo("Zoë 張偉".getBytes(StandardCharsets.UTF_8));
    assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aResultThatCouldNotBeWrittenIsAFailureSaidOnce() {
    StandardOutput out = new StandardOutput(failing("No space left on device"));
    out.stream().println("one");
    out.stream().println("two");
    assertThat(out.end(0, err)).isEqualTo(1);
    assertThat(told.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "lethe: the result could not be written to the standard output: No space left on device");
  }

  @Test
  void whatIsStillBufferedAtTheEndCounts() {
    StandardOutput out = new StandardOutput(failing("Bad file descriptor"));
    out.stream().print("no line end");
    assertThat(out.end(0, err)).isEqualTo(1);
  }

  @Test
  void aReaderThatWentAwayIsNoNews() {
    StandardOutput out = new StandardOutput(failing("Broken pipe"));
    out.stream().println("one");
    assertThat(out.end(0, err)).isEqualTo(141);
    assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aCommandThatFailedKeepsItsOwnExitCode() {
    StandardOutput out = new StandardOutput(failing("No space left on device"));
    out.stream().println("one");
    assertThat(out.end(3, err)).isEqualTo(3);
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int content) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}

package dev.lethe.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false, false);
  private final Failures failures = new Failures(console, false);

  @Test
  void everyKindOfExpectedFailureHasItsExitCode() {
    assertThat(failures.report(new LetheException("the run failed"))).isEqualTo(1);
    assertThat(failures.report(new UsageException("bad key"))).isEqualTo(2);
    assertThat(failures.report(new NotFoundException("no file"))).isEqualTo(3);
    assertThat(failures.report(new CancelledException())).isEqualTo(130);
    assertThat(failures.report(new InterruptedException())).isEqualTo(130);
  }

  @Test
  void anExpectedFailureIsOneLine() {
    failures.report(new LetheException("first\n  second"));
    assertThat(err).hasToString("lethe: first second" + System.lineSeparator());
  }

  @Test
  void aNameOrdersATerminalNothing() {
    failures.report(new NotFoundException("no person 'a\u001b[2J\u202eb\rc\u009b'"));
    assertThat(err)
        .hasToString("lethe: no person 'a\\u001b[2J\\u202eb c\\u009b'" + System.lineSeparator());
  }

  @Test
  void aFullDiskIsSaidAsSuch() {
    FileSystemException full = new FileSystemException("a/b", null, "No space left on device");
    assertThat(failures.report(new UncheckedIOException(full))).isEqualTo(1);
    assertThat(err).hasToString("lethe: a/b: the disk is full" + System.lineSeparator());
  }

  @Test
  void aRefusalOfTheSystemIsSaidInWordsNotAsAClass() {
    assertThat(failures.report(new UncheckedIOException(new AccessDeniedException("a/b"))))
        .isEqualTo(1);
    assertThat(err).hasToString("lethe: a/b: permission denied" + System.lineSeparator());
  }

  @Test
  void aFullHeapIsSaidWithWhatToDo() {
    assertThat(failures.report(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
    assertThat(err.toString()).startsWith("lethe: Java's memory ran out").contains("-Xmx");
  }

  @Test
  void anUnexpectedFailureIsOneLineThatNamesTheFileWithTheTrace() throws IOException {
    assertThat(failures.report(new IllegalStateException("oops"))).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    Matcher matcher = Pattern.compile("details in (.*)\\)").matcher(err.toString());
    assertThat(matcher.find()).isTrue();
    Path trace = Path.of(matcher.group(1));
    assertThat(trace).content().contains("IllegalStateException: oops").contains("\tat ");
    Files.delete(trace);
  }

  @Test
  void whoDebugsSeesTheTrace() {
    new Failures(console, true).report(new IllegalStateException("oops"));
    assertThat(err.toString()).contains("\tat ");
  }
}

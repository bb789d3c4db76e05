package dev.lethe.shell.console;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns what a command threw into one line and an exit code. */
public final class Failures {
  /** The run failed. */
  public static final int FAILED = 1;

  /** The command line or the configuration is wrong. */
  public static final int USAGE = 2;

  private final Console console;
  private final boolean debug;

  /**
   * Creates a reporter.
   *
   * @param debug whether unexpected failures are shown with their stack traces
   */
  public Failures(Console console, boolean debug) {
    this.console = console;
    this.debug = debug;
  }

  /** Reports a failure and returns the exit code of the command. */
  public int report(Throwable failure) {
    if (failure instanceof LetheException expected) {
      say(String.valueOf(expected.getMessage()));
      return expected.exitCode();
    }
    if (failure instanceof InterruptedException) {
      return report(new CancelledException());
    }
    if (failure instanceof UncheckedIOException unchecked) {
      return report(unchecked.getCause());
    }
    if (failure instanceof FileSystemException file) {
      say(file.getFile() + ": " + IoFailure.reason(file));
      return FAILED;
    }
    if (failure instanceof FileNotFoundException missing) {
      say(missing.getMessage()); // names the file and the reason
      return FAILED;
    }
    if (failure instanceof OutOfMemoryError) {
      say("Java's memory ran out: give it more with LETHE_JAVA_OPTS=-Xmx8g, say");
      return FAILED;
    }
    // What is interrupted for the end of the process fails in many ways, and none is of interest.
    return ProcessEnd.hasBegun() ? report(new CancelledException()) : unexpected(failure);
  }

  private int unexpected(Throwable failure) {
    if (debug) {
      failure.printStackTrace(console.err());
      return FAILED;
    }
    String what = "unexpected failure: " + failure;
    try {
      Path trace = Files.createTempFile("lethe-failure-", ".log");
      try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(trace))) {
        failure.printStackTrace(writer);
      }
      say(what + " (details in " + trace + ")");
    } catch (IOException e) {
      say(what + " (details with --debug)");
    }
    return FAILED;
  }

  private void say(String message) {
    console.err().println("lethe: " + message.replaceAll("\\s*\\R\\s*", " "));
  }
}

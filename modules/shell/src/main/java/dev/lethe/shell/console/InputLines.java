package dev.lethe.shell.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, in UTF-8. A thread that reads from a pipe cannot be interrupted, so it is
 * not the one that runs commands.
 */
public final class InputLines {
  private final BufferedReader lines;
  private final ExecutorService reader = Executors.newSingleThreadExecutor(InputLines::thread);

  /** Reads a stream. */
  public InputLines(InputStream stream) {
    lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /**
   * Waits for the next line.
   *
   * @return null at the end of the stream
   */
  public @Nullable String next() throws IOException, InterruptedException {
    try {
      return reader.submit(lines::readLine).get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() == null ? null : e.getCause().getMessage(), e);
    }
  }

  /** One that nobody has to wait for. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "lethe-input");
    thread.setDaemon(true);
    return thread;
  }
}

package dev.lethe.plugin.slurm;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Programs of this machine. */
final class Programs implements Shell {
  private static final long PATIENCE_SECONDS = 120;

  @Override
  public Said run(List<String> command, String input) {
    String program = command.get(0);
    Process process = start(command);
    try {
      CompletableFuture<String> out = read(process.getInputStream());
      CompletableFuture<String> err = read(process.getErrorStream());
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // it did not want to read, and says why
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new LetheException(
            "%s did not answer within %d seconds".formatted(program, PATIENCE_SECONDS));
      }
      return new Said(process.exitValue(), out.join(), err.join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new LetheException(
          "cannot start %s: %s; the launcher needs Slurm's commands on the PATH"
              .formatted(command.get(0), IoFailure.reason(e)),
          e);
    }
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}

package dev.lethe.shell.interactive;

import dev.lethe.api.LetheException;
import dev.lethe.io.IoFailure;
import dev.lethe.io.RegularFile;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The text of a script: of a file; of a pipe, such as a shell makes of {@code <(echo plugins)}; or,
 * called {@code -}, of what is piped in. A pipe is waited for, and read once.
 */
final class Script {
  private static final String INPUT = "-";
  private static final int FILE_TYPE = 0170000;
  private static final int PIPE = 0010000;

  /** Room for ten thousand commands. */
  private static final int LARGEST = 1 << 20;

  private final Path file;

  Script(Path file) {
    this.file = file;
  }

  /**
   * Reads it whole.
   *
   * @throws LetheException if it is missing, too large, no text, or something that never ends
   */
  String text() throws InterruptedException {
    if (file.toString().equals(INPUT)) {
      return text(inBackground(() -> System.in));
    }
    return isPipe()
        ? text(inBackground(() -> new FileInputStream(file.toFile())))
        : RegularFile.of("script", file).text(LARGEST);
  }

  private boolean isPipe() {
    try {
      return ((int) Files.getAttribute(file, "unix:mode") & FILE_TYPE) == PIPE;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** A thread that waits for a pipe cannot be interrupted, so it is not the one that runs. */
  private byte[] inBackground(Source source) throws InterruptedException {
    CompletableFuture<byte[]> read = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              // A stream of a file would look how long it is, which a pipe does not say.
              try (InputStream in = new BufferedInputStream(source.open())) {
                read.complete(in.readNBytes(LARGEST + 1));
              } catch (IOException e) {
                read.completeExceptionally(e);
              }
            },
            "lethe-script");
    reader.setDaemon(true);
    reader.start();
    try {
      return read.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException refused
          ? IoFailure.cannotRead(file, refused)
          : new IllegalStateException(e);
    }
  }

  private String text(byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw new LetheException(
          "script: %s has more than %d bytes; expected fewer".formatted(file, LARGEST));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.replaceFirst("^\uFEFF", "").replaceAll("\r\n?", "\n");
    } catch (CharacterCodingException e) {
      throw new LetheException("script: %s is not in UTF-8".formatted(file), e);
    }
  }

  /** Opens what is read, which may wait. */
  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }
}

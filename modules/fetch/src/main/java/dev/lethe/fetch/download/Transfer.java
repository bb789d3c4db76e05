package dev.lethe.fetch.download;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One attempt to get the rest of a file. */
final class Transfer {
  private final Web web;
  private final Tokens tokens;
  private final Duration silence;

  Transfer(Web web, Tokens tokens, Duration silence) {
    this.web = web;
    this.tokens = tokens;
    this.silence = silence;
  }

  /**
   * Adds what is missing of a part.
   *
   * @throws IOException if it has to be tried again, with more or less of the part there
   * @throws LetheException if trying again is of no use
   */
  void complete(Download download, PartFile part, Progress progress) throws IOException {
    if (!part.origin().canContinue(download)) {
      part.restart();
    }
    try (Answer answer =
        new Answer(download.address(), web.get(download.address(), range(part)), tokens)) {
      // Before anything is dropped: a portal that wants a login answers with a page of its own.
      long total = answer.isBeyondTheEnd() ? -1 : total(download, answer);
      answer.requireFile(download);
      align(part, answer);
      requireSpace(download, total - part.length());
      part.describe(download.address(), answer);
      receive(download, part, answer, total, progress);
    }
  }

  private static Map<String, String> range(PartFile part) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (part.length() > 0) {
      headers.put("Range", "bytes=" + part.length() + "-");
      String validator = part.origin().validator();
      if (validator != null) {
        headers.put("If-Range", validator);
      }
    }
    return headers;
  }

  /** Drops the part if the server does not continue it. */
  private static void align(PartFile part, Answer answer) throws TryLater {
    if (answer.start() == part.length() && (part.length() == 0 || part.origin().agrees(answer))) {
      return;
    }
    part.restart();
    if (answer.start() != 0) {
      throw new TryLater("the server does not continue where the file stopped", Duration.ZERO);
    }
  }

  /** Returns the length the file will have, or -1 if nobody knows. */
  private static long total(Download download, Answer answer) {
    long announced = answer.total().orElse(-1);
    Long size = download.size();
    if (size == null) {
      return announced;
    }
    if (announced >= 0 && announced != size) {
      throw new LetheException(
          "%s has %d bytes, and %d were expected: it is another file by now"
              .formatted(download.address(), announced, size));
    }
    return size;
  }

  private static void requireSpace(Download download, long missing) {
    Path folder = Objects.requireNonNull(download.target().toAbsolutePath().getParent());
    long free;
    try {
      free = Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw IoFailure.cannotWrite(folder, e);
    }
    if (missing > free) {
      throw new LetheException(
          "%s needs %s more in %s, where %s are free"
              .formatted(download.name(), Bytes.text(missing), folder, Bytes.text(free)));
    }
  }

  private void receive(
      Download download, PartFile part, Answer answer, long total, Progress progress)
      throws IOException {
    try (Progress.Task task = progress.begin(download.name(), Math.max(0, total))) {
      task.advance(part.length());
      List<ByteBuffer> piece;
      while (!(piece = answer.body().next(silence)).isEmpty()) {
        long before = part.length();
        piece.forEach(part::write);
        task.note(Bytes.text(part.length()));
        task.advance(part.length() - before);
        if (total >= 0 && part.length() > total) {
          part.discard();
          throw new LetheException(
              "%s goes on after the %d bytes that were expected: it is another file by now"
                  .formatted(download.address(), total));
        }
      }
    }
    if (part.length() < total) {
      throw new IOException(
          "the connection ended after %d of %d bytes".formatted(part.length(), total));
    }
  }
}

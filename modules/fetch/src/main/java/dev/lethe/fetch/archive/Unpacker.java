package dev.lethe.fetch.archive;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.fetch.catalogue.ArchiveFormat;
import dev.lethe.io.IoFailure;
import dev.lethe.io.Unfinished;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Unpacks an archive into a folder that appears whole or not at all. Names that lead elsewhere,
 * links and devices are refused, and so is what grows beyond any honest archive.
 */
public final class Unpacker {
  private static final int CHUNK = 1 << 16;

  /** Text shrinks to a tenth, pictures not at all; what a bomb grows to is a thousand times. */
  private static final long MOST_GROWTH = 100;

  private static final long MOST_MEMBERS = 2_000_000;

  private final Path folder;
  private final Progress.Task task;
  private long bytesLeft;
  private long membersLeft = MOST_MEMBERS;
  private long position;

  private Unpacker(Path folder, long size, Progress.Task task) {
    this.folder = folder;
    this.task = task;
    bytesLeft = size * MOST_GROWTH;
  }

  /**
   * Unpacks an archive. Where all of it is in one folder, that folder itself is left out.
   *
   * @param folder what its content gets into; must not exist
   * @param mark what is put beside the folder once all of its content is there
   * @throws CancelledException if the thread was interrupted
   * @throws LetheException if it is damaged, is not what it should be, or does not fit
   */
  public static void unpack(
      Path archive, ArchiveFormat format, Path folder, Mark mark, Progress progress) {
    try (Unfinished unfinished = Unfinished.of(folder)) {
      Files.createDirectories(unfinished.path());
      long size = Files.size(archive);
      try (Progress.Task task = progress.begin("unpacking " + archive.getFileName(), size)) {
        Unpacker unpacker = new Unpacker(unfinished.path(), size, task);
        switch (format) {
          case ZIP -> ZipReader.read(archive, unpacker::put);
          case TAR -> TarReader.read(archive, unpacker::put);
        }
        if (unpacker.membersLeft == MOST_MEMBERS) {
          throw new IOException("there is nothing in it, or it is no such archive");
        }
      }
      Path content = root(unfinished.path());
      mark.write(content, folder);
      Files.move(content, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (ClosedByInterruptException e) {
      throw new CancelledException();
    } catch (IOException e) {
      throw failed(archive, IoFailure.reason(e, folder), e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw failed(archive, e.getMessage() == null ? "it is damaged" : e.getMessage(), e);
    }
  }

  private static LetheException failed(Path archive, String reason, Exception cause) {
    return new LetheException(
        "cannot unpack %s: %s; if it was damaged on its way, remove it and fetch it again"
            .formatted(archive, reason),
        cause);
  }

  /** Returns the only folder in a folder where there is nothing else, and itself otherwise. */
  private static Path root(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> first = children.limit(2).toList();
      return first.size() == 1 && Files.isDirectory(first.get(0)) ? first.get(0) : folder;
    }
  }

  private void put(Member member) throws IOException {
    if (--membersLeft < 0) {
      throw new IOException("it has more than " + MOST_MEMBERS + " files");
    }
    task.advance(Math.max(0, member.position() - position));
    position = member.position();
    Path path = MemberPath.in(folder, member.name());
    switch (member.type()) {
      case FOLDER -> Files.createDirectories(path);
      case FILE -> write(member, path);
      case OTHER ->
          throw new IOException("'%s' in it is a link or a device".formatted(member.name()));
    }
  }

  private void write(Member member, Path path) throws IOException {
    Files.createDirectories(path.getParent());
    if (Files.exists(path)) {
      throw new IOException("'%s' is in it twice".formatted(member.name()));
    }
    byte[] chunk = new byte[CHUNK];
    try (OutputStream out = new FileOutputStream(path.toFile())) {
      int n;
      while ((n = member.content().read(chunk)) > 0) {
        bytesLeft -= n;
        if (bytesLeft < 0) {
          throw new IOException("it grows to more than " + MOST_GROWTH + " times its size");
        }
        out.write(chunk, 0, n);
        task.advance(0);
      }
    }
  }
}

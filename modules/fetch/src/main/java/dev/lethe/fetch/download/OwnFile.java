package dev.lethe.fetch.download;

import dev.lethe.api.LetheException;
import dev.lethe.io.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;

/**
 * A file whose name says that an earlier fetch left it. Anybody may have put something else there:
 * a link, through which another file would be overwritten, or the beginning of another content.
 */
final class OwnFile {
  private static final String UNIX = "unix";

  private OwnFile() {}

  /**
   * Makes sure that a name is free, or that of a regular file which only this user can have written
   * and which has no other name.
   *
   * @throws LetheException if it is something else, which is left as it is
   * @throws IOException if that cannot be found out
   */
  static void require(Path path) throws IOException {
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    BasicFileAttributes found =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (found.isSymbolicLink()) {
      throw strange(path, "a link");
    }
    if (!found.isRegularFile()) {
      throw strange(path, "a folder, a device, a pipe or a socket");
    }
    if (names(path) > 1) {
      throw strange(path, "a file with a second name, whose content would change too");
    }
    if (!Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(ownerOfNewFiles(path))) {
      throw strange(path, "a file of another user");
    }
  }

  /**
   * Opens such a file, or a new one, for this process alone.
   *
   * @throws LetheException if it is something else, or another fetch has it
   */
  static ProcessLock lock(Path path) throws IOException {
    require(path);
    return ProcessLock.tryTake(path)
        .orElseThrow(
            () ->
                new LetheException(
                    "%s is being written by another fetch: wait for it".formatted(path)));
  }

  private static int names(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains(UNIX)
        ? (int) Files.getAttribute(path, UNIX + ":nlink", LinkOption.NOFOLLOW_LINKS)
        : 1;
  }

  /** Some file systems give what a user writes to another one, so a new file has to tell. */
  private static UserPrincipal ownerOfNewFiles(Path beside) throws IOException {
    Path folder = beside.toAbsolutePath().getParent();
    Path fresh = Files.createTempFile(folder, beside.getFileName() + ".", ".tmp");
    try {
      return Files.getOwner(fresh);
    } finally {
      Files.delete(fresh);
    }
  }

  private static LetheException strange(Path path, String kind) {
    return new LetheException(
        "%s is %s; expected what an earlier fetch left there: remove it, or choose another folder"
            .formatted(path, kind));
  }
}

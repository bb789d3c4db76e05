package dev.lethe.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether only this user or the administrator can have written a file, now or later. Code
 * that a process loads runs with all rights of its user, so it must not come from anybody else. As
 * in OpenSSH each folder on the way must belong to one of the two and be closed to other writers;
 * one that is sticky, such as {@code /tmp}, lets nobody replace what belongs to somebody else.
 */
final class TrustedFiles {
  private static final int WRITABLE_BY_OTHERS = 0022;
  private static final int ENTERED_BY_OTHERS = 0011;
  private static final int STICKY = 01000;
  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;
  private static final int ADMINISTRATOR = 0;
  private static final int LEVELS = 4;

  private final UserPrincipal user;
  private final Map<Path, Boolean> reached = new HashMap<>();

  TrustedFiles(UserPrincipal user) {
    this.user = user;
  }

  /**
   * Checks a file or folder, all folders on the way to it and everything in it.
   *
   * @throws IOException if somebody else could have written one; the message says who
   */
  void requireAll(Path path) throws IOException {
    require(path);
    try (Stream<Path> inside = Files.walk(path.toRealPath(), LEVELS)) {
      for (Path each : inside.toList()) {
        require(each);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Checks a file or folder and all folders on the way to it.
   *
   * @throws IOException if somebody else could have written one; the message says who
   */
  void require(Path path) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
      reach(path.toAbsolutePath());
    }
  }

  /** Returns whether others can enter the folder, once it is known that they can write nothing. */
  private boolean reach(Path path) throws IOException {
    @Nullable Boolean known = reached.get(path);
    if (known == null) {
      Path parent = path.getParent();
      known = look(path, parent == null || reach(parent));
      reached.put(path, known);
    }
    return known;
  }

  private boolean look(Path path, boolean parentIsReached) throws IOException {
    Map<String, Object> found =
        Files.readAttributes(path, "unix:mode,uid,owner", LinkOption.NOFOLLOW_LINKS);
    int mode = (Integer) found.get("mode");
    requireOwner(path, (Integer) found.get("uid"), (UserPrincipal) found.get("owner"));
    if ((mode & TYPE) == LINK) {
      return reach(path.toRealPath());
    }
    boolean protects = (mode & TYPE) == FOLDER && (mode & STICKY) != 0;
    if (parentIsReached && (mode & WRITABLE_BY_OTHERS) != 0 && !protects) {
      throw new IOException("others than its owner can write " + path);
    }
    return parentIsReached && (mode & ENTERED_BY_OTHERS) != 0;
  }

  private void requireOwner(Path path, int uid, UserPrincipal owner) throws IOException {
    if (uid != ADMINISTRATOR && !owner.equals(user)) {
      throw new IOException("%s belongs to another user (%s)".formatted(path, owner.getName()));
    }
  }
}

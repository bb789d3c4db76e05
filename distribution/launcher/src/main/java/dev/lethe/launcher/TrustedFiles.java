package dev.lethe.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether only this user or the administrator can have written a file, now or later. Code
 * that a process loads runs with all rights of its user, so it must not come from anybody else. As
 * in OpenSSH each folder on the way must belong to one of the two and be closed to other writers;
 * one that is sticky, such as {@code /tmp}, lets nobody replace what belongs to somebody else.
 *
 * <p>Three things look open and are not: what the private group of its owner can write, as most
 * Linux systems set it up ({@code umask 002}); a folder on the way whose owner has no number in a
 * container, such as root in one that a user starts; and what the user says is trusted.
 */
final class TrustedFiles {
  private static final int WRITABLE_BY_GROUP = 0020;
  private static final int WRITABLE_BY_ALL = 0002;
  private static final int ENTERED_BY_OTHERS = 0011;
  private static final int STICKY = 01000;
  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;
  private static final int ADMINISTRATOR = 0;
  private static final int LEVELS = 4;

  private final UserPrincipal user;
  private final List<Path> believed;
  private final IntPredicate unmapped;
  private final Map<Path, Boolean> reached = new HashMap<>();

  /**
   * Creates a check.
   *
   * @param user of this process
   * @param believed folders in which everybody may write whatever they like, as the user says
   * @param unmapped whether a number stands for all owners that have none in this container
   */
  TrustedFiles(UserPrincipal user, List<Path> believed, IntPredicate unmapped) {
    this.user = user;
    this.believed = believed.stream().map(each -> each.toAbsolutePath().normalize()).toList();
    this.unmapped = unmapped;
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
      Path absolute = path.toAbsolutePath();
      reach(absolute);
      Entry entry = Entry.of(absolute);
      // On the way such an owner is most likely root, here it may be anybody.
      if (!isBelieved(absolute) && unmapped.test(entry.uid()) && !entry.owner().equals(user)) {
        throw foreign(absolute, entry);
      }
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
    if (isBelieved(path)) {
      return false;
    }
    Entry entry = Entry.of(path);
    if (entry.uid() != ADMINISTRATOR
        && !entry.owner().equals(user)
        && !unmapped.test(entry.uid())) {
      throw foreign(path, entry);
    }
    if (entry.is(LINK)) {
      return reach(path.toRealPath());
    }
    boolean protects = entry.is(FOLDER) && entry.has(STICKY);
    if (parentIsReached && entry.isWritableByOthers() && !protects) {
      throw new IOException("others than its owner can write " + path);
    }
    return parentIsReached && entry.has(ENTERED_BY_OTHERS);
  }

  private boolean isBelieved(Path path) {
    return believed.stream().anyMatch(path.normalize()::startsWith);
  }

  private static IOException foreign(Path path, Entry entry) {
    return new IOException(
        "%s belongs to another user (%s)".formatted(path, entry.owner().getName()));
  }

  /** Whose a file is and who may do what with it. */
  private record Entry(int mode, int uid, int gid, UserPrincipal owner, UserPrincipal group) {

    static Entry of(Path path) throws IOException {
      Map<String, Object> found =
          Files.readAttributes(path, "unix:mode,uid,gid,owner,group", LinkOption.NOFOLLOW_LINKS);
      return new Entry(
          (Integer) found.get("mode"),
          (Integer) found.get("uid"),
          (Integer) found.get("gid"),
          (UserPrincipal) found.get("owner"),
          (UserPrincipal) found.get("group"));
    }

    boolean is(int type) {
      return (mode & TYPE) == type;
    }

    boolean has(int bits) {
      return (mode & bits) != 0;
    }

    boolean isWritableByOthers() {
      return has(WRITABLE_BY_ALL) || has(WRITABLE_BY_GROUP) && !isGroupPrivate();
    }

    /** A user's own group has the user's number and name; that of root has members somewhere. */
    private boolean isGroupPrivate() {
      return uid != ADMINISTRATOR && gid == uid && group.getName().equals(owner.getName());
    }
  }
}

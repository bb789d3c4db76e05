package dev.lethe.fetch.archive;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a member of an archive may be put: below one folder, and nowhere else. */
final class MemberPath {
  private MemberPath() {}

  /**
   * Returns the path of a member.
   *
   * @throws IOException if its name leads out of the folder, on this system or another
   */
  static Path in(Path folder, String name) throws IOException {
    boolean strange =
        name.isEmpty() || name.startsWith("/") || name.matches("(?s).*[\\\\:\\x00].*");
    for (String part : name.split("/")) {
      strange |= part.equals("..");
    }
    if (strange) {
      throw new IOException("a name in it leads elsewhere: '" + name + "'");
    }
    try {
      Path path = folder.resolve(name).normalize();
      if (path.startsWith(folder)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new IOException("a name in it is no file name here: '" + name + "'", e);
    }
    throw new IOException("a name in it leads elsewhere: '" + name + "'");
  }
}

package dev.lethe.launcher;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Chooses the folder in which libraries and histories of a user are kept. An account without an
 * entry among the users has {@code ?} for a home folder, and that of a service may not exist.
 */
final class UserFolder {
  private final TrustedFiles trusted;
  private final Path temporary;
  private final Consumer<String> notes;

  /**
   * Creates a chooser.
   *
   * @param temporary where a folder is made for a user who has none
   * @param notes hears of a folder that was made
   */
  UserFolder(TrustedFiles trusted, Path temporary, Consumer<String> notes) {
    this.trusted = trusted;
    this.temporary = temporary;
    this.notes = notes;
  }

  /**
   * Returns the first of some folders that this user can write and nobody else, or a private one.
   *
   * @param user the name of that private one
   * @param homes what Java and the environment take for the user's home, best first
   * @throws IOException if somebody else has taken the place of the private one
   */
  Path choose(String user, List<String> homes) throws IOException {
    String reason = "this user has no home folder";
    for (String home : homes) {
      Path folder = Path.of(home);
      if (folder.isAbsolute() && Files.isDirectory(folder) && Files.isWritable(folder)) {
        try {
          trusted.require(folder);
          return folder;
        } catch (IOException e) {
          reason = e.getMessage();
        }
      }
    }
    return own(user, reason);
  }

  private Path own(String user, String reason) throws IOException {
    Path folder = temporary.resolve("lethe-" + user);
    try {
      PrivateFolder.create(folder);
      notes.accept(
          "libraries are kept in %s, as %s; set HOME to a folder of your own to keep them there"
              .formatted(folder, reason));
    } catch (FileAlreadyExistsException e) {
      // Made by an earlier start, or by somebody who waits for this one.
      trusted.require(folder);
      if (!Files.isWritable(folder)) {
        throw new IOException(
            "%s is not this user's, and %s; set HOME to a folder of your own"
                .formatted(folder, reason));
      }
    }
    return folder;
  }
}

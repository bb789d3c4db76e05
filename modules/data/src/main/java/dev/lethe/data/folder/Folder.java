package dev.lethe.data.folder;

import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.UsageException;
import dev.lethe.io.IoFailure;
import dev.lethe.io.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;

/**
 * A folder that exists.
 *
 * @param path the folder
 */
public record Folder(Path path) {
  /**
   * Takes a folder that a user named.
   *
   * @param path the folder
   * @param expected what should be in it, for messages: {@code a folder for each person}
   * @throws NotFoundException if it does not exist
   * @throws UsageException if it is a file
   * @throws LetheException if the system does not let anybody look
   */
  public static Folder existing(Path path, String expected) {
    try {
      if (Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
        return new Folder(path);
      }
    } catch (NoSuchFileException e) {
      String problem =
          Files.isSymbolicLink(path) ? "is a link that leads nowhere" : "does not exist";
      throw new NotFoundException(
          "folder %s %s; expected a folder with %s".formatted(path, problem, expected));
    } catch (IOException e) {
      throw IoFailure.cannotRead(path, e);
    }
    throw new UsageException(path + " is a file; expected a folder with " + expected);
  }

  /** Returns the name as the file system has it. */
  public String name() {
    return path.getFileName().toString();
  }

  /**
   * Returns the name as a caption would write it: {@code _} is a space, and spaces are one.
   *
   * @throws LetheException if nobody could be called so
   */
  public String title() {
    Title.problem(name())
        .ifPresent(
            problem -> {
              throw unusable("its name " + problem);
            });
    return Title.of(name());
  }

  /** Returns what is equal where a model reads the same name: the title without its case. */
  public static String key(String title) {
    return title.toLowerCase(Locale.ROOT);
  }

  /** Lists what lies in this folder. */
  public Contents contents() {
    return Contents.of(path);
  }

  /** Returns the path as a message shows it. */
  @Override
  public String toString() {
    return Visible.of(path.toString());
  }

  private LetheException unusable(String problem) {
    return new LetheException(
        "folder %s is to be called as whom it shows, but %s; rename it, or hide it with a dot before its name"
            .formatted(this, problem));
  }
}

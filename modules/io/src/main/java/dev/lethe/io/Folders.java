package dev.lethe.io;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists and removes folders. */
public final class Folders {
  private Folders() {}

  /** Lists what is in a folder, sorted; nothing where there is no folder. */
  public static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of(); // somebody has just removed it
    } catch (IOException e) {
      throw IoFailure.cannot("read", folder, e);
    } catch (UncheckedIOException e) {
      throw IoFailure.cannot("read", folder, e.getCause());
    }
  }

  /**
   * Lists the files below a folder, sorted; the file itself if it is one. What somebody removes
   * meanwhile is left out.
   *
   * @throws LetheException if there is no such folder, or it cannot be read
   */
  public static List<Path> files(Path root) {
    List<Path> files = new ArrayList<>();
    walk(
        "read",
        root,
        new Walk(root) {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(files);
    return files;
  }

  /**
   * Removes a folder and everything in it, following no links; does nothing where there is none. It
   * does not mind somebody who removes it at the same time.
   *
   * @throws LetheException if the disk refuses
   */
  public static void remove(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    walk(
        "remove",
        folder,
        new Walk(null) {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            super.postVisitDirectory(visited, failure);
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Makes a folder that only its owner may look into, where the system can; does nothing where it
   * is there.
   *
   * @throws LetheException if the disk refuses
   */
  public static void createPrivate(Path folder) {
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw IoFailure.cannot("create", folder, e);
    }
  }

  /** Removes what killed processes left of unfinished writes in a folder and all below it. */
  public static void sweep(Path folder) {
    WholeFile.sweep(folder);
    list(folder).stream()
        .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
        .forEach(Folders::sweep);
  }

  private static void walk(String action, Path root, Walk walk) {
    try {
      Files.walkFileTree(root, walk);
    } catch (IOException e) {
      throw IoFailure.cannot(action, root, e);
    }
  }

  /** A way through a folder of which anybody may remove something meanwhile. */
  private static class Walk extends SimpleFileVisitor<Path> {
    private final @Nullable Path required;

    Walk(@Nullable Path required) {
      this.required = required;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException && !file.equals(required)) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}

package dev.lethe.io;

import dev.lethe.api.LetheException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
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
    } catch (IOException e) {
      throw IoFailure.cannot("read", folder, e);
    } catch (UncheckedIOException e) {
      throw IoFailure.cannot("read", folder, e.getCause());
    }
  }

  /** Lists the files below a folder, sorted; the file itself if it is one. */
  public static List<Path> files(Path root) {
    try (Stream<Path> entries = Files.walk(root)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw IoFailure.cannot("read", root, e);
    } catch (UncheckedIOException e) {
      throw IoFailure.cannot("read", root, e.getCause());
    }
  }

  /**
   * Removes a folder and everything in it, following no links; does nothing where there is none.
   *
   * @throws LetheException if the disk refuses
   */
  public static void remove(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                throws IOException {
              if (failure != null) {
                throw failure;
              }
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw IoFailure.cannot("remove", folder, e);
    }
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

  /** Removes what killed processes left of unfinished writes in a folder and those right in it. */
  public static void sweep(Path folder) {
    WholeFile.sweep(folder);
    list(folder).stream().filter(Files::isDirectory).forEach(WholeFile::sweep);
  }
}

package dev.lethe.fetch.archive;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is being filled, and is removed with all that is in it unless it was renamed.
 *
 * @param path its absolute path
 */
record Unfinished(Path path) implements AutoCloseable {

  /** Makes an empty folder beside another one; what a killed process left of it goes first. */
  static Unfinished beside(Path folder) throws IOException {
    Path path = folder.resolveSibling(folder.getFileName() + ".unpacking").toAbsolutePath();
    Unfinished unfinished = new Unfinished(path.normalize());
    unfinished.close();
    Files.createDirectories(unfinished.path());
    return unfinished;
  }

  /** Returns the only folder in it where there is nothing else, and itself otherwise. */
  Path root() throws IOException {
    try (Stream<Path> children = Files.list(path)) {
      List<Path> first = children.limit(2).toList();
      return first.size() == 1 && Files.isDirectory(first.get(0)) ? first.get(0) : path;
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(path)) {
      Files.walkFileTree(path, new Removal());
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}

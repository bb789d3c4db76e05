package dev.lethe.engine.manifest;

import dev.lethe.io.IoFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What lies in the folder of a run. */
final class RunFiles {
  private RunFiles() {}

  /** Returns everything that is no folder, by its path in the folder; links are not followed. */
  static Map<String, Path> in(Path directory) {
    Map<String, Path> files = new TreeMap<>();
    try {
      Path root = directory.toRealPath(); // a run is the same by whatever link it is named
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              Path relative = root.relativize(file);
              files.put(name(relative), directory.resolve(relative));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw IoFailure.cannot("read", directory, e);
    }
    return files;
  }

  private static String name(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}

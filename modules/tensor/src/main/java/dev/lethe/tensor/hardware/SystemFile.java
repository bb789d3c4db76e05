package dev.lethe.tensor.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text file of the system, which may be absent or closed to this user. */
final class SystemFile {
  private final List<String> lines;

  SystemFile(Path path) {
    lines = read(path);
  }

  private static List<String> read(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Returns the first group of the first match in a line. */
  Optional<String> find(Pattern pattern) {
    return lines.stream()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }
}

package dev.lethe.demo;

import dev.lethe.io.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The hashes of everything in a folder, in a file of it that {@code sha256sum --check} reads.
 *
 * @param byFile SHA-256 by the path within the folder
 */
record Manifest(Map<String, String> byFile) {
  private static final String NAME = "MANIFEST.sha256";
  private static final String GAP = "  ";

  /** Writes the manifest of a folder into it. */
  static void write(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    of(folder)
        .byFile()
        .forEach((file, hash) -> text.append(hash).append(GAP).append(file).append('\n'));
    Files.writeString(folder.resolve(NAME), text);
  }

  /** Returns what is not as it was written, in a few words; empty if all is. */
  static Optional<String> difference(Path folder) throws IOException {
    Map<String, String> expected = read(folder.resolve(NAME));
    Map<String, String> found = of(folder).byFile();
    for (Map.Entry<String, String> each : expected.entrySet()) {
      String hash = found.remove(each.getKey());
      if (hash == null) {
        return Optional.of(each.getKey() + " is missing");
      } else if (!hash.equals(each.getValue())) {
        return Optional.of(each.getKey() + " is changed");
      }
    }
    if (expected.isEmpty()) {
      return Optional.of(NAME + " is missing or damaged");
    }
    return found.keySet().stream().findFirst().map(file -> file + " is new");
  }

  private static Manifest of(Path folder) throws IOException {
    Map<String, String> byFile = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        boolean inside = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        if (!inside && !name.equals(NAME)) {
          boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
          byFile.put(name, plain ? Sha256.of(Files.readAllBytes(file)) : "no file");
        }
      }
    }
    return new Manifest(byFile);
  }

  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> byFile = new TreeMap<>();
    if (Files.isRegularFile(file)) {
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      for (String line : lines) {
        int gap = line.indexOf(GAP);
        if (gap < 0) {
          return Map.of();
        }
        byFile.put(line.substring(gap + GAP.length()), line.substring(0, gap));
      }
    }
    return byFile;
  }
}

package dev.lethe.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The assembled distribution with a plugin directory and a configuration of its own. */
record Home(Path path) implements AutoCloseable {
  private static final List<String> SHARED = List.of("lib", "bundles", "configs", "sdk");

  static Home in(Path folder) throws IOException {
    Path assembled = Path.of(System.getProperty("lethe.home"));
    Path home = Files.createDirectory(folder.resolve("home"));
    for (String shared : SHARED) {
      Files.createSymbolicLink(home.resolve(shared), assembled.resolve(shared));
    }
    copy(assembled.resolve("bin"), home.resolve("bin"));
    copy(assembled.resolve("conf"), home.resolve("conf"));
    Files.createDirectory(home.resolve("plugins"));
    return new Home(home);
  }

  /** Puts a file into the plugin directory, all at once. */
  void plug(String name, byte[] content) throws IOException {
    Path part = Files.write(path.resolve(name + ".part"), content);
    Files.move(part, path.resolve("plugins").resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  void unplug(String name) throws IOException {
    Files.delete(path.resolve("plugins").resolve(name));
  }

  /** Removes the links, so that nobody who deletes this folder follows them. */
  @Override
  public void close() throws IOException {
    for (String shared : SHARED) {
      Files.delete(path.resolve(shared));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}

package dev.lethe.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that plugins are put into. Hidden files are an editor's or a copy's, and no plugins.
 */
final class PluginFolder {
  private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);

  /** How the name of a plugin's file ends. */
  static final String ENDING = ".jar";

  private final Path path;
  private @Nullable String problem;
  private boolean wasThere;

  PluginFolder(Path path) {
    this.path = path;
  }

  /** Returns the place of a file in it. */
  Path resolve(String file) {
    return path.resolve(file);
  }

  /**
   * Looks at every jar; null if the folder cannot be listed, which says nothing of the jars in it.
   */
  @Nullable Map<Path, FileState> look() {
    Map<Path, FileState> jars = new TreeMap<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(PluginFolder::isJar).toList()) {
        jars.put(file, FileState.of(file));
      }
    } catch (NoSuchFileException e) {
      if (!wasThere && !Files.isSymbolicLink(path)) {
        return Map.of();
      }
      report("it is not there");
      return null;
    } catch (IOException e) {
      report(Reason.of(e));
      return null;
    } catch (UncheckedIOException e) {
      report(Reason.of(e.getCause()));
      return null;
    }
    wasThere = true;
    problem = null;
    return jars;
  }

  private static boolean isJar(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) && !name.startsWith(".");
  }

  private void report(String reason) {
    if (!reason.equals(problem)) {
      problem = reason;
      LOG.error("cannot look into {}: {}; the plugins that are loaded stay", path, reason);
    }
  }
}

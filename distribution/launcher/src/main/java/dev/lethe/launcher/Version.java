package dev.lethe.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/**
 * The answer to {@code --version}. Scripts ask for it often, so it is given without a framework;
 * the command line gives the same one where other options stand beside it.
 */
final class Version {
  private static final Set<String> OPTIONS = Set.of("--version", "-V");

  private Version() {}

  static boolean isAsked(String... args) {
    return args.length == 1 && OPTIONS.contains(args[0]);
  }

  static String of(Path home) throws IOException {
    Properties build = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("conf/build.properties"))) {
      build.load(reader);
    }
    return "lethe %s (%s), Java %s"
        .formatted(
            build.getProperty("version"),
            build.getProperty("git-revision"),
            System.getProperty("java.version"));
  }
}

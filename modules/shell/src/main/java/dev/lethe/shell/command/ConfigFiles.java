package dev.lethe.shell.command;

import dev.lethe.engine.ConfigSource;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds configurations: where the user says, or among those that come with Lethe. */
final class ConfigFiles {
  private final Path home;

  ConfigFiles(Path home) {
    this.home = home;
  }

  ConfigSource find(Path given) {
    Path shipped = home.resolve(given);
    return ConfigSource.file(!Files.exists(given) && Files.exists(shipped) ? shipped : given);
  }

  /** Returns the configuration of which nothing but the paths has to be given. */
  ConfigSource general() {
    return ConfigSource.file(home.resolve("configs/experiments/text.yaml"));
  }
}

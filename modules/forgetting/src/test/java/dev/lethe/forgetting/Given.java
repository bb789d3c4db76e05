package dev.lethe.forgetting;

import dev.lethe.api.defense.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a strategy was given, as a file. */
record Given(List<String> lines) implements Artifact {
  @Override
  public String name() {
    return "given";
  }

  @Override
  public String summary() {
    return "What the strategy was given.";
  }

  @Override
  public void write(Path folder) {
    try {
      Files.write(folder.resolve("given.txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

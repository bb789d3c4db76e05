package dev.lethe.demo.world;

import dev.lethe.api.Progress;
import java.nio.file.Path;

/** A world that is painted in no time. */
public final class SmallWorld {
  /** Four members, two others, a few pictures of each; two people to retain. */
  public static final WorldSettings SETTINGS =
      new WorldSettings(4, 2, 3, 2, 3, 2, 1, 1, 2, 2, 1, 40, 6, 2, 3, 20, 16);

  private SmallWorld() {}

  /** Writes the world into an existing folder. */
  public static WorldFolder write(Path folder, long seed) {
    WorldWriter.write(SETTINGS, seed, folder, Progress.silent());
    return new WorldFolder(folder);
  }
}

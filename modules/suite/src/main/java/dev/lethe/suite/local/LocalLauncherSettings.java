package dev.lethe.suite.local;

import dev.lethe.api.settings.Check;
import dev.lethe.api.settings.Setting;
import org.jspecify.annotations.Nullable;

/** Settings of {@link LocalLauncher}. */
public record LocalLauncherSettings(
    @Setting("With how many threads each trial computes. Without it, the processor's are divided.")
        @Nullable Integer threads) {
  private static final int MOST = 4096;

  /** Checks the bounds. */
  public LocalLauncherSettings {
    if (threads != null) {
      Check.between("threads", threads, 1, MOST);
    }
  }
}

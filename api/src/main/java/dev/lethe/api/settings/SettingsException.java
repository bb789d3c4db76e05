package dev.lethe.api.settings;

import dev.lethe.api.UsageException;

/** A wrong setting. Knows where it stands, so that a file and a line can be named. */
public final class SettingsException extends UsageException {
  private static final long serialVersionUID = 1;

  private final String path;

  /**
   * Creates a failure.
   *
   * @param path the dotted place of the setting: {@code defense.settings.steps}
   * @param problem the rest of the message: {@code must be at least 1 (got 0)}
   */
  public SettingsException(String path, String problem) {
    super(path + " " + problem);
    this.path = path;
  }

  /** Returns the dotted place of the setting. */
  public String path() {
    return path;
  }
}

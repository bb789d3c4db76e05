package dev.lethe.experiment.plan;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.experiment.config.ExperimentConfig;
import dev.lethe.experiment.config.ForgetSettings;

/** Which parts of a configuration need which others. */
final class Roles {
  private Roles() {}

  /**
   * Checks them all.
   *
   * @throws SettingsException if one is missing
   */
  static void check(ExperimentConfig config) {
    if (lacksForget(config)) {
      throw new SettingsException(
          "forget", "is missing: a defense needs to know whom; give forget.count or forget.names");
    }
    if (lacksCaptions(config)) {
      throw new SettingsException("captions", "is missing: a defense trains on captions");
    }
    checkCount(config);
  }

  /** Returns whether nothing says whom a defense makes forgotten. */
  static boolean lacksForget(ExperimentConfig config) {
    return !config.defense().isEmpty() && config.settings().forget() == null;
  }

  /** Returns whether captions are read: a defense trains on them, and nothing else does. */
  static boolean readsCaptions(ExperimentConfig config) {
    return !config.defense().isEmpty();
  }

  /** Returns whether a defense has nothing to train on. */
  static boolean lacksCaptions(ExperimentConfig config) {
    return readsCaptions(config) && config.captions() == null;
  }

  /**
   * Checks that those who are known can be found out.
   *
   * @throws SettingsException if they are to be drawn, but no attack finds them
   */
  static void checkCount(ExperimentConfig config) {
    ForgetSettings forget = config.settings().forget();
    if (forget != null
        && !config.defense().isEmpty()
        && config.attacks().isEmpty()
        && forget.names().isEmpty()
        && forget.file() == null) {
      throw new SettingsException(
          "forget.count",
          "needs an attack, which finds the people who are known; give attacks or forget.names");
    }
  }
}

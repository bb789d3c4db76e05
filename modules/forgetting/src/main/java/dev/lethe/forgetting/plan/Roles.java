package dev.lethe.forgetting.plan;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.config.ForgettingConfig;

/** Which parts of a configuration need which others. */
final class Roles {
  private Roles() {}

  /**
   * Checks them all.
   *
   * @throws SettingsException if one is missing
   */
  static void check(ForgettingConfig config) {
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
  static boolean lacksForget(ForgettingConfig config) {
    return !config.defense().isEmpty() && config.settings().forget() == null;
  }

  /** Returns whether captions are read: a defense trains on them, and nothing else does. */
  static boolean readsCaptions(ForgettingConfig config) {
    return !config.defense().isEmpty();
  }

  /** Returns whether a defense has nothing to train on. */
  static boolean lacksCaptions(ForgettingConfig config) {
    return readsCaptions(config) && config.captions() == null;
  }

  /**
   * Checks that those who are known can be found out.
   *
   * @throws SettingsException if they are to be drawn, but no attack finds them
   */
  static void checkCount(ForgettingConfig config) {
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

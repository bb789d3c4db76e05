package dev.lethe.forgetting.plan;

import dev.lethe.api.method.Need;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.config.ForgettingConfig;

/** Which parts of a configuration need which others. */
final class Roles {
  private Roles() {}

  /**
   * Checks what can be told without the methods.
   *
   * @throws SettingsException if one is missing
   */
  static void check(ForgettingConfig config) {
    if (lacksForget(config)) {
      throw new SettingsException(
          "forget", "is missing: a defense needs to know whom; give forget.count or forget.names");
    }
    checkCount(config);
  }

  /** Returns whether nothing says whom a defense makes forgotten. */
  static boolean lacksForget(ForgettingConfig config) {
    return !config.defense().isEmpty() && config.settings().forget() == null;
  }

  /**
   * Checks that there are captions where somebody needs them.
   *
   * @throws SettingsException if there are none; names who needs them
   */
  static void checkCaptions(ForgettingConfig config, MethodRequirements requirements) {
    if (lacksCaptions(config, requirements)) {
      throw new SettingsException(
          "captions",
          "is missing: %s needs captions"
              .formatted(requirements.whoNeeds(Need.CAPTIONS).orElseThrow()));
    }
  }

  /** Returns whether somebody needs captions, and there are none. */
  static boolean lacksCaptions(ForgettingConfig config, MethodRequirements requirements) {
    return config.captions() == null && requirements.include(Need.CAPTIONS);
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

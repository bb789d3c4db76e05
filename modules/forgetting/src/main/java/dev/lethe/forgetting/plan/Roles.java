package dev.lethe.forgetting.plan;

import dev.lethe.api.method.Need;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.config.ForgettingConfig;
import java.util.LinkedHashMap;
import java.util.Map;

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
   * Checks that there are data where somebody needs them.
   *
   * @throws SettingsException if there are none; names who needs them
   */
  static void checkData(ForgettingConfig config, MethodRequirements requirements) {
    for (Map.Entry<String, Need> lacking : lackingData(config, requirements).entrySet()) {
      throw new SettingsException(
          lacking.getKey(),
          "is missing: %s needs %s"
              .formatted(
                  requirements.whoNeeds(lacking.getValue()).orElseThrow(),
                  lacking.getValue().description()));
    }
  }

  /** Returns the blocks that somebody needs and that are not there, each with what it is for. */
  static Map<String, Need> lackingData(ForgettingConfig config, MethodRequirements requirements) {
    Map<String, Need> lacking = new LinkedHashMap<>();
    if (config.captions() == null) {
      lacking.put("captions", Need.CAPTIONS);
    }
    if (config.images() == null) {
      lacking.put("images", Need.IMAGES);
    }
    if (config.retain() == null) {
      lacking.put("retain", Need.RETAINED);
    }
    lacking.values().removeIf(need -> !requirements.include(need));
    return lacking;
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

package dev.lethe.engine.extension;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.MixedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that extensions know. */
public final class SettingKeys {
  private SettingKeys() {}

  /** Describes the settings of an extension. */
  public static List<SettingInfo> of(ExtensionInfo info) {
    Class<? extends Record> type = info.settings();
    return type == null ? List.of() : new SettingsType<>(type).describe();
  }

  /**
   * Checks the keys of a block that an experiment and an extension share, so that a wrong one is
   * compared with those of both.
   *
   * @throws SettingsException if one is unknown
   */
  public static void check(ExtensionInfo info, MixedBlock<?> block) {
    List<String> known = new ArrayList<>();
    new SettingsType<>(block.own().getClass()).keys().forEach(known::add);
    of(info).forEach(setting -> known.add(setting.key()));
    for (String key : block.rest().keySet()) {
      if (!known.contains(key)) {
        throw SettingsType.unknown(key, known, block.place());
      }
    }
  }

  /**
   * Checks the keys of a block, and its values where it is complete.
   *
   * @return the places of the settings that have to be given and are not
   * @throws SettingsException if a key is unknown or a value wrong
   */
  public static List<String> missing(ExtensionInfo info, Block block) {
    List<String> missing = missingKeys(info, block.settings());
    Class<? extends Record> type = info.settings();
    List<String> known = of(info).stream().map(SettingInfo::key).toList();
    for (String key : block.settings().keySet()) {
      if (type == null || !new SettingsType<>(type).takes(key)) {
        throw SettingsType.unknown(key, known, block.place());
      }
    }
    if (missing.isEmpty() && type != null) {
      new SettingsType<>(type).read(block.settings(), block.place());
    }
    return missing.stream().map(key -> block.place() + "." + key).toList();
  }

  /** Returns the keys that have to be given and are not. */
  public static List<String> missingKeys(ExtensionInfo info, Map<String, Object> settings) {
    return of(info).stream()
        .filter(setting -> setting.required() && !isSet(setting, settings.get(setting.key())))
        .map(SettingInfo::key)
        .toList();
  }

  private static boolean isSet(SettingInfo setting, @Nullable Object value) {
    return value != null && (setting.type().equals("text") || !SettingsType.isUnset(value));
  }

  /** Returns the setting whose absence switches an extension off; empty where nothing does. */
  public static Optional<String> offBy(ExtensionInfo info, Block block) {
    List<String> missing = missingKeys(info, block.settings());
    return of(info).stream()
        .filter(setting -> setting.offWithout() && missing.contains(setting.key()))
        .map(SettingInfo::key)
        .findFirst();
  }
}

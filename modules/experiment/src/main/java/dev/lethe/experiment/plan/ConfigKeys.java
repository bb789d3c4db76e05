package dev.lethe.experiment.plan;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.experiment.ConfigKey;
import dev.lethe.experiment.config.CandidateSettings;
import dev.lethe.experiment.config.CaptionSettings;
import dev.lethe.experiment.config.ExperimentSettings;
import dev.lethe.experiment.config.ForgetSettings;
import dev.lethe.experiment.config.ModelSettings;
import dev.lethe.experiment.config.PeopleSettings;
import dev.lethe.experiment.config.RegularizerSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of all configurations, with those of every extension that is installed. */
public final class ConfigKeys {
  private static final List<String> DEVICES = List.of("auto", "cpu", "cuda");

  private final List<ExtensionInfo> installed;
  private final Map<String, ConfigKey> keys = new TreeMap<>();

  private ConfigKeys(List<ExtensionInfo> installed) {
    this.installed = installed;
  }

  /** Lists the keys, sorted. */
  public static List<ConfigKey> of(List<ExtensionInfo> installed) {
    ConfigKeys keys = new ConfigKeys(installed);
    keys.experiment();
    keys.source("people", PeopleSettings.class, PeopleSource.class);
    keys.source("captions", CaptionSettings.class, CaptionSource.class);
    keys.source("candidates", CandidateSettings.class, NameSource.class);
    keys.defense();
    keys.blocks("attacks", PrivacyAttack.class);
    keys.blocks("evaluations", Evaluation.class);
    return List.copyOf(keys.keys.values());
  }

  private void experiment() {
    for (SettingInfo setting : new SettingsType<>(ExperimentSettings.class).describe()) {
      if (!setting.type().startsWith("block") && !setting.type().startsWith("list")) {
        add(setting.key(), setting);
      }
    }
    put("device", DEVICES);
    own("model", ModelSettings.class);
    own("forget", ForgetSettings.class);
  }

  private void source(String place, Class<? extends Record> own, Class<?> contract) {
    own(place, own);
    of(contract).forEach(info -> extension(place, info));
    put(place + ".source", names(contract));
  }

  private void defense() {
    put("defense", List.of());
    put("defense.strategy", names(BackdoorStrategy.class));
    of(BackdoorStrategy.class).forEach(info -> extension("defense.settings", info));
    for (ExtensionInfo info : of(Regularizer.class)) {
      String place = "defense.regularizers." + info.key().name();
      own(place, RegularizerSettings.class);
      extension(place, info);
    }
  }

  private void blocks(String place, Class<?> contract) {
    of(contract).forEach(info -> extension(place + "." + info.key().name(), info));
  }

  private void extension(String place, ExtensionInfo info) {
    SettingKeys.of(info).forEach(setting -> add(place + "." + setting.key(), setting));
  }

  private void own(String place, Class<? extends Record> settings) {
    new SettingsType<>(settings)
        .describe()
        .forEach(setting -> add(place + "." + setting.key(), setting));
  }

  private void add(String key, SettingInfo setting) {
    List<String> values =
        setting.type().contains(" | ") ? List.of(setting.type().split(" \\| ")) : List.of();
    keys.put(key, new ConfigKey(key, values, setting.type().equals("path")));
  }

  private void put(String key, List<String> values) {
    keys.put(key, new ConfigKey(key, values, false));
  }

  private List<String> names(Class<?> contract) {
    return of(contract).stream().map(info -> info.key().name()).toList();
  }

  private List<ExtensionInfo> of(Class<?> contract) {
    List<ExtensionInfo> found = new ArrayList<>(installed);
    found.removeIf(info -> info.key().contract() != contract);
    found.sort(Comparator.comparing(info -> info.key().name()));
    return found;
  }
}

package dev.lethe.forgetting.plan;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.ConfigKey;
import dev.lethe.engine.config.ModelSettings;
import dev.lethe.engine.extension.SettingKeys;
import dev.lethe.forgetting.config.CandidateSettings;
import dev.lethe.forgetting.config.CaptionSettings;
import dev.lethe.forgetting.config.FaceSettings;
import dev.lethe.forgetting.config.ForgetSettings;
import dev.lethe.forgetting.config.ImageSettings;
import dev.lethe.forgetting.config.PeopleSettings;
import dev.lethe.forgetting.config.RegularizerSettings;
import dev.lethe.forgetting.config.ReportSettings;
import dev.lethe.forgetting.config.RetainSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of the recipe, with those of every extension that is installed. */
public final class ForgettingKeys {
  private final List<ExtensionInfo> installed;
  private final Map<String, ConfigKey> keys = new TreeMap<>();

  private ForgettingKeys(List<ExtensionInfo> installed) {
    this.installed = installed;
  }

  /** Lists the keys, sorted. */
  public static List<ConfigKey> of(List<ExtensionInfo> installed) {
    ForgettingKeys keys = new ForgettingKeys(installed);
    keys.single();
    keys.source("people", PeopleSettings.class, PeopleSource.class);
    keys.source("captions", CaptionSettings.class, CaptionSource.class);
    keys.source("images", ImageSettings.class, ImageSource.class);
    keys.source("faces", FaceSettings.class, PeopleSource.class);
    keys.source("retain", RetainSettings.class, PeopleSource.class);
    keys.source("candidates", CandidateSettings.class, NameSource.class);
    keys.defense();
    keys.blocks("attacks", PrivacyAttack.class);
    keys.blocks("evaluations", Evaluation.class);
    return List.copyOf(keys.keys.values());
  }

  private void single() {
    own("model", ModelSettings.class);
    own("forget", ForgetSettings.class);
    own("report", ReportSettings.class);
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
    SettingKeys.of(info).forEach(setting -> add(place, setting));
  }

  private void own(String place, Class<? extends Record> settings) {
    new SettingsType<>(settings).describe().forEach(setting -> add(place, setting));
  }

  private void add(String place, SettingInfo setting) {
    ConfigKey key = ConfigKey.of(place, setting);
    keys.put(key.key(), key);
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

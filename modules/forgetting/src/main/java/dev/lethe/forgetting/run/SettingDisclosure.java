package dev.lethe.forgetting.run;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.api.settings.Keys;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.config.ModelSettings;
import dev.lethe.forgetting.config.CandidateSettings;
import dev.lethe.forgetting.config.CaptionSettings;
import dev.lethe.forgetting.config.DefenseBlock;
import dev.lethe.forgetting.config.ForgettingConfig;
import dev.lethe.forgetting.config.PeopleSettings;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings that tell nobody: numbers, choices among what is known, and the names of extensions.
 * Every text, path and list may hold what a user wrote, and is left out; so are the whole block
 * {@code forget}, and the seed, by which people are drawn.
 */
final class SettingDisclosure {
  private static final String SOURCE = "source";

  private final ForgettingConfig config;
  private final List<ExtensionInfo> used;

  private SettingDisclosure(ForgettingConfig config, List<ExtensionInfo> used) {
    this.config = config;
    this.used = used;
  }

  /** Returns them, in the form of a configuration. */
  static Map<String, Object> of(ForgettingRun run) {
    return new SettingDisclosure(run.inputs().config(), run.program().used())
        .read(run.layout().name());
  }

  private Map<String, Object> read(String name) {
    Map<String, Object> open = new LinkedHashMap<>();
    open.put("name", name);
    open.putAll(open(GeneralSettings.class, config.values()));
    open.put("recipe", config.general().recipe());
    open.remove("seed");
    open.put("model", open(ModelSettings.class, written("model")));
    open.put(
        "people",
        mixed("people", PeopleSettings.class, PeopleSource.class, config.people().own().source()));
    if (config.captions() != null) {
      open.put(
          "captions",
          mixed(
              "captions",
              CaptionSettings.class,
              CaptionSource.class,
              config.captions().own().source()));
    }
    open.put(
        "candidates",
        mixed(
            "candidates",
            CandidateSettings.class,
            NameSource.class,
            config.candidates().own().source()));
    open.put("defense", config.defense().stream().map(this::defense).toList());
    open.put("attacks", blocks(PrivacyAttack.class, config.attacks()));
    open.put("evaluations", blocks(Evaluation.class, config.evaluations()));
    return open;
  }

  private Map<String, Object> mixed(
      String place, Class<? extends Record> own, Class<?> contract, String source) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put(SOURCE, source);
    block.putAll(open(own, written(place)));
    block.putAll(open(contract, source, written(place)));
    return block;
  }

  private Map<String, Object> defense(DefenseBlock block) {
    Map<String, Object> regularizers = new LinkedHashMap<>();
    for (DefenseBlock.Weighted each : block.regularizers()) {
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.put("weight", each.weight());
      settings.putAll(open(Regularizer.class, each.block().name(), each.block().settings()));
      regularizers.put(each.block().name(), settings);
    }
    Block strategy = block.strategy();
    Map<String, Object> open = new LinkedHashMap<>();
    open.put("strategy", strategy.name());
    open.put("settings", open(BackdoorStrategy.class, strategy.name(), strategy.settings()));
    open.put("regularizers", regularizers);
    return open;
  }

  private Map<String, Object> blocks(Class<?> contract, List<Block> blocks) {
    Map<String, Object> open = new LinkedHashMap<>();
    blocks.forEach(each -> open.put(each.name(), open(contract, each.name(), each.settings())));
    return open;
  }

  private Map<?, ?> written(String place) {
    return config.values().get(place) instanceof Map<?, ?> block ? block : Map.of();
  }

  private Map<String, Object> open(Class<?> contract, String name, Map<?, ?> values) {
    for (ExtensionInfo info : used) {
      if (info.key().contract() == contract
          && info.key().name().equals(name)
          && info.settings() != null) {
        return open(info.settings(), values);
      }
    }
    return Map.of();
  }

  private static Map<String, Object> open(Class<? extends Record> type, Map<?, ?> values) {
    Map<String, Object> open = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = Keys.kebab(component.getName());
      Object value = values.get(key);
      if (value != null && isOpen(component.getType())) {
        open.put(key, value);
      }
    }
    return open;
  }

  private static boolean isOpen(Class<?> type) {
    return type.isPrimitive()
        || type.isEnum()
        || Number.class.isAssignableFrom(type)
        || type == Boolean.class
        || type == ByteSize.class;
  }
}

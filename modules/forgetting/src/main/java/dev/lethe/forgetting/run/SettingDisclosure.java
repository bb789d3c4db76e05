package dev.lethe.forgetting.run;

import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.data.CaptionSource;
import dev.lethe.api.data.ImageSource;
import dev.lethe.api.data.NameSource;
import dev.lethe.api.data.PeopleSource;
import dev.lethe.api.defense.BackdoorStrategy;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.settings.ByteSize;
import dev.lethe.api.settings.Keys;
import dev.lethe.api.settings.Setting;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.config.MixedBlock;
import dev.lethe.engine.config.ModelSettings;
import dev.lethe.forgetting.config.DefenseBlock;
import dev.lethe.forgetting.config.ForgettingConfig;
import dev.lethe.forgetting.config.ReportSettings;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    sources().forEach((place, source) -> open.put(place, source));
    open.put("defense", config.defense().stream().map(this::defense).toList());
    open.put("attacks", blocks(PrivacyAttack.class, config.attacks()));
    open.put("report", open(ReportSettings.class, written("report")));
    open.put("evaluations", blocks(Evaluation.class, config.evaluations()));
    return open;
  }

  private Map<String, Object> sources() {
    Map<String, Object> open = new LinkedHashMap<>();
    open.put("people", mixed(config.people(), PeopleSource.class, config.people().own().source()));
    if (config.captions() != null) {
      String source = config.captions().own().source();
      open.put("captions", mixed(config.captions(), CaptionSource.class, source));
    }
    if (config.images() != null) {
      String source = config.images().own().source();
      open.put("images", mixed(config.images(), ImageSource.class, source));
    }
    if (config.faces() != null) {
      String source = config.faces().own().source();
      open.put("faces", mixed(config.faces(), PeopleSource.class, source));
    }
    if (config.retain() != null) {
      String source = config.retain().own().source();
      open.put("retain", mixed(config.retain(), PeopleSource.class, source));
    }
    String source = config.candidates().own().source();
    open.put("candidates", mixed(config.candidates(), NameSource.class, source));
    return open;
  }

  /** Returns what is open of a block; without a source, of the recipe's own keys alone. */
  private Map<String, Object> mixed(
      MixedBlock<?> block, Class<?> contract, @Nullable String source) {
    Map<?, ?> written = written(block.place());
    Map<String, Object> open = new LinkedHashMap<>();
    if (source != null) {
      open.put(SOURCE, source);
    }
    open.putAll(open(block.own().getClass(), written));
    if (source != null) {
      open.putAll(open(contract, source, written));
    }
    return open;
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
      if (component.getAnnotation(Setting.class).inline()) {
        open.putAll(open(component.getType().asSubclass(Record.class), values));
      }
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

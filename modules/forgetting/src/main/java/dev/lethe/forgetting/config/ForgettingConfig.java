package dev.lethe.forgetting.config;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import dev.lethe.engine.config.Block;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.config.GeneralSettings;
import dev.lethe.engine.config.MixedBlock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configuration of the recipe. Its own keys are checked; those of extensions are left to them.
 *
 * @param whole what the engine knows of it
 * @param settings the recipe's keys at the top
 * @param people what is attacked
 * @param captions what a defense trains on, or null
 * @param images ordinary pictures, or null
 * @param faces crops that a defense works with, or null where it works with photographs
 * @param retain whose faces are kept, or null
 * @param candidates what an attacker chooses from
 * @param defense the strategies in order; empty for an audit
 * @param attacks in the order of the configuration
 * @param evaluations in the order of the configuration
 */
public record ForgettingConfig(
    Config whole,
    ForgettingSettings settings,
    MixedBlock<PeopleSettings> people,
    @Nullable MixedBlock<CaptionSettings> captions,
    @Nullable MixedBlock<ImageSettings> images,
    @Nullable MixedBlock<FaceSettings> faces,
    @Nullable MixedBlock<RetainSettings> retain,
    MixedBlock<CandidateSettings> candidates,
    List<DefenseBlock> defense,
    List<Block> attacks,
    List<Block> evaluations) {
  private static final String MODEL = "model";
  private static final String PATH = "path";
  private static final String DEFENSE = "defense";

  /** Copies the lists. */
  public ForgettingConfig {
    defense = List.copyOf(defense);
    attacks = List.copyOf(attacks);
    evaluations = List.copyOf(evaluations);
  }

  /**
   * Reads a configuration.
   *
   * @throws SettingsException if a key is unknown or missing, or a value wrong
   */
  public static ForgettingConfig of(Config config) {
    return of(config, config.ofRecipe());
  }

  /**
   * Reads a configuration, with a stand-in for the path of the model if it is not set.
   *
   * @throws SettingsException if a key is unknown, or a value wrong
   */
  public static ForgettingConfig draft(Config config) {
    Map<String, Object> values = config.ofRecipe();
    Map<String, Object> model = new LinkedHashMap<>();
    if (values.get(MODEL) instanceof Map<?, ?> given) {
      given.forEach((key, value) -> model.put(String.valueOf(key), value));
    }
    model.putIfAbsent(PATH, MODEL + "." + PATH);
    if (!values.containsKey(MODEL) || values.get(MODEL) instanceof Map) {
      values.put(MODEL, model);
    }
    return of(config, values);
  }

  /** Returns whether the path of the model is set. */
  public static boolean namesModel(Config config) {
    return config.values().get(MODEL) instanceof Map<?, ?> model && model.containsKey(PATH);
  }

  private static ForgettingConfig of(Config config, Map<String, Object> values) {
    ForgetKeys.check(config);
    ForgettingSettings settings = top(values);
    return new ForgettingConfig(
        config,
        settings,
        MixedBlock.read(PeopleSettings.class, settings.people(), "people"),
        optional(CaptionSettings.class, settings.captions(), "captions"),
        optional(ImageSettings.class, settings.images(), "images"),
        optional(FaceSettings.class, settings.faces(), "faces"),
        optional(RetainSettings.class, settings.retain(), "retain"),
        MixedBlock.read(CandidateSettings.class, settings.candidates(), "candidates"),
        DefenseBlock.read(settings.defense(), isOneBlock(values)),
        Block.named(settings.attacks(), "attacks"),
        Block.named(settings.evaluations(), "evaluations"));
  }

  private static <R extends Record> @Nullable MixedBlock<R> optional(
      Class<R> type, @Nullable Map<String, Object> block, String place) {
    return block == null ? null : MixedBlock.read(type, block, place);
  }

  private static ForgettingSettings top(Map<String, Object> values) {
    SettingsType<ForgettingSettings> type = new SettingsType<>(ForgettingSettings.class);
    if (!isOneBlock(values)) {
      return type.read(values, "");
    }
    Map<String, Object> listed = new LinkedHashMap<>(values);
    listed.replace(DEFENSE, List.of(values.get(DEFENSE)));
    try {
      return type.read(listed, "");
    } catch (SettingsException e) {
      String path = e.path();
      throw new SettingsException(
          path.replace("defense[0]", DEFENSE), e.getMessage().substring(path.length() + 1));
    }
  }

  private static boolean isOneBlock(Map<String, Object> values) {
    return values.get(DEFENSE) instanceof Map;
  }

  /** Returns the keys that every recipe knows. */
  public GeneralSettings general() {
    return whole.general();
  }

  /** Returns the effective configuration, overrides included. */
  public Map<String, Object> values() {
    return whole.values();
  }
}

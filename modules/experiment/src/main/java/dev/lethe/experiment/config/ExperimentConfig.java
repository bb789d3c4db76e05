package dev.lethe.experiment.config;

import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.settings.SettingsType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A configuration. Its own keys are checked; those of extensions are left to them.
 *
 * @param values the effective configuration, overrides included
 * @param settings the keys at the top
 * @param people what is attacked
 * @param captions what a defense trains on, or null
 * @param candidates what an attacker chooses from
 * @param defense the strategies in order; empty for an audit
 * @param attacks in the order of the configuration
 * @param evaluations in the order of the configuration
 * @param places where each part was written
 */
public record ExperimentConfig(
    Map<String, Object> values,
    ExperimentSettings settings,
    MixedBlock<PeopleSettings> people,
    @Nullable MixedBlock<CaptionSettings> captions,
    MixedBlock<CandidateSettings> candidates,
    List<DefenseBlock> defense,
    List<Block> attacks,
    List<Block> evaluations,
    Places places) {

  /** Copies the collections. */
  public ExperimentConfig {
    values = Collections.unmodifiableMap(values);
    defense = List.copyOf(defense);
    attacks = List.copyOf(attacks);
    evaluations = List.copyOf(evaluations);
  }

  static ExperimentConfig of(ConfigTree tree) {
    ForgetKeys.check(tree);
    ExperimentSettings settings = top(tree.values());
    Map<String, Object> captions = settings.captions();
    return new ExperimentConfig(
        tree.values(),
        settings,
        MixedBlock.read(PeopleSettings.class, settings.people(), "people"),
        captions == null ? null : MixedBlock.read(CaptionSettings.class, captions, "captions"),
        MixedBlock.read(CandidateSettings.class, settings.candidates(), "candidates"),
        DefenseBlock.read(settings.defense(), isOneBlock(tree.values())),
        Block.named(settings.attacks(), "attacks"),
        Block.named(settings.evaluations(), "evaluations"),
        tree.places());
  }

  private static ExperimentSettings top(Map<String, Object> values) {
    SettingsType<ExperimentSettings> type = new SettingsType<>(ExperimentSettings.class);
    if (!isOneBlock(values)) {
      return type.read(values, "");
    }
    Map<String, Object> listed = new LinkedHashMap<>(values);
    listed.replace("defense", List.of(values.get("defense")));
    try {
      return type.read(listed, "");
    } catch (SettingsException e) {
      String path = e.path();
      throw new SettingsException(
          path.replace("defense[0]", "defense"), e.getMessage().substring(path.length() + 1));
    }
  }

  private static boolean isOneBlock(Map<String, Object> values) {
    return values.get("defense") instanceof Map;
  }

  /** Does something with settings; a wrong one is reported with the place where it was written. */
  public <T> T locating(Supplier<T> action) {
    try {
      return action.get();
    } catch (SettingsException e) {
      throw places.locate(e);
    }
  }
}

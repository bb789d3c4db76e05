package dev.lethe.experiment.plan;

import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.experiment.config.ConfigReader;
import dev.lethe.experiment.config.ExperimentConfig;
import dev.lethe.experiment.redact.KeyStore;
import dev.lethe.experiment.store.RunLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Makes plans. */
public final class Plans {
  private final ExtensionRegistry registry;
  private final KeyStore keys;

  /** Creates a planner for what is installed. */
  public Plans(ExtensionRegistry registry, KeyStore keys) {
    this.registry = registry;
    this.keys = keys;
  }

  /**
   * Plans an experiment; the caller closes the plan.
   *
   * @throws UsageException if settings are wrong or missing; names them all, and their lines
   */
  public PreparedExperiment plan(ConfigReader reader, Path out, boolean redact, Progress progress) {
    requireSettings(reader);
    return plan(reader.config(), out, redact, progress);
  }

  /**
   * Plans an experiment of a complete configuration; the caller closes the plan.
   *
   * @throws UsageException if a setting is wrong; names the line it was written on
   */
  public PreparedExperiment plan(
      ExperimentConfig config, Path out, boolean redact, Progress progress) {
    ExperimentContext context =
        new ExperimentContext(config.settings(), redact ? null : RunLayout.cache(out), progress);
    RunExtensions extensions = registry.open(context);
    boolean planned = false;
    try {
      context.requireDevice();
      PreparedExperiment plan =
          new Planner(config, context, extensions, keys).plan(registry, out, redact);
      planned = true;
      return plan;
    } catch (SettingsException e) {
      throw config.places().locate(e);
    } finally {
      if (!planned) {
        extensions.close();
        context.close();
      }
    }
  }

  /**
   * Checks a configuration against what is installed and, where it is there, the model's format;
   * reads no weights and no pictures.
   *
   * @return the places of the settings that have to be given and are not
   * @throws UsageException if a setting is wrong; names the line it was written on
   */
  public List<String> validate(ConfigReader reader) {
    return validated(reader, Validation::missing);
  }

  /** One that is missing is explained where it is read; several are said at once. */
  private void requireSettings(ConfigReader reader) {
    List<String> missing = validated(reader, Validation::missingSettings);
    if (missing.size() > 1) {
      throw new UsageException(
          "%s: %d settings are missing: %s; give each in the file, or as key=value"
              .formatted(reader.name(), missing.size(), String.join(", ", missing)));
    }
  }

  private List<String> validated(
      ConfigReader reader, BiFunction<Validation, ExperimentConfig, List<String>> check) {
    ExperimentConfig config = reader.draft();
    List<String> missing = new ArrayList<>();
    if (!reader.namesModel()) {
      missing.add("model.path");
    }
    try (ExperimentContext context =
            new ExperimentContext(config.settings(), null, Progress.silent());
        RunExtensions extensions = registry.open(context)) {
      Validation validation = new Validation(extensions, registry.list());
      missing.addAll(config.locating(() -> check.apply(validation, config)));
    }
    return missing;
  }
}

package dev.lethe.experiment.plan;

import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.experiment.config.ExperimentConfig;
import java.nio.file.Path;

/** Makes plans. */
public final class Plans {
  private final ExtensionRegistry registry;

  /** Creates a planner for what is installed. */
  public Plans(ExtensionRegistry registry) {
    this.registry = registry;
  }

  /**
   * Plans an experiment; the caller closes the plan.
   *
   * @throws UsageException if a setting is wrong; names the line it was written on
   */
  public PreparedExperiment plan(
      ExperimentConfig config, Path out, boolean redact, Progress progress) {
    var settings = config.settings();
    ExperimentContext context =
        new ExperimentContext(settings.seed(), settings.device(), progress);
    RunExtensions extensions = registry.open(context);
    boolean planned = false;
    try {
      PreparedExperiment plan =
          new Planner(config, context, extensions).plan(registry.list(), out, redact);
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
}

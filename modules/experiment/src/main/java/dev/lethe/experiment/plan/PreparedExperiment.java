package dev.lethe.experiment.plan;

import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.experiment.ExperimentPlan;
import dev.lethe.experiment.store.RunLayout;
import java.nio.file.Path;
import java.util.List;

/**
 * A plan and all it needs to be run.
 *
 * @param inputs what determines the results
 * @param layout where the run is
 * @param redact whether names are replaced in what is written
 * @param context of the run
 * @param extensions of the run
 * @param used the extensions that were taken
 * @param warnings what a person should know before the run starts
 */
public record PreparedExperiment(
    RunInputs inputs,
    RunLayout layout,
    boolean redact,
    ExperimentContext context,
    RunExtensions extensions,
    List<ExtensionInfo> used,
    List<String> warnings)
    implements ExperimentPlan {

  /** Copies the lists. */
  public PreparedExperiment {
    used = List.copyOf(used);
    warnings = List.copyOf(warnings);
  }

  @Override
  public String name() {
    return layout.name();
  }

  @Override
  public Path directory() {
    return layout.directory();
  }

  @Override
  public boolean isFinished() {
    return layout.isFinished();
  }

  @Override
  public List<String> describe() {
    return PlanDescription.of(this);
  }

  @Override
  public void close() {
    extensions.close();
    context.close();
  }
}

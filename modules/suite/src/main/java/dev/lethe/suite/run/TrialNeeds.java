package dev.lethe.suite.run;

import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.engine.ExperimentPlan;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.Needs;
import dev.lethe.engine.RunRequest;
import dev.lethe.suite.PlannedTrial;
import dev.lethe.suite.TrialProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what trials will need, by planning them. */
public final class TrialNeeds {
  private final Experiments experiments;
  private final ExtensionRegistry installed;
  private final TrialPlan plan;
  private final Map<Map<String, String>, Planned> known = new HashMap<>();

  /**
   * Prepares to find out.
   *
   * @param experiments plans
   * @param installed what is installed
   * @param plan knows how each trial is run
   */
  public TrialNeeds(Experiments experiments, ExtensionRegistry installed, TrialPlan plan) {
    this.experiments = experiments;
    this.installed = installed;
    this.plan = plan;
  }

  /** Plans one of those that differ in their seeds alone, since a seed costs nothing. */
  public List<PlannedTrial> of(List<TrialProgress> trials) {
    List<PlannedTrial> planned = new ArrayList<>();
    for (TrialProgress each : trials) {
      Planned one = known.computeIfAbsent(each.trial().group(), group -> planned(each));
      planned.add(new PlannedTrial(each, one.needs(), one.doubt()));
    }
    return planned;
  }

  private Planned planned(TrialProgress trial) {
    Optional<RunRequest> request = plan.request(trial.trial(), installed);
    if (request.isEmpty()) {
      return new Planned(
          Needs.unknown(), "the data and the model that its base makes first are not there yet");
    }
    try (ExperimentPlan experiment = experiments.plan(request.get(), Progress.silent())) {
      return new Planned(experiment.needs(), null);
    } catch (CancelledException e) {
      throw e;
    } catch (LetheException e) {
      return new Planned(Needs.unknown(), e.getMessage()); // data that are still to be fetched
    }
  }

  private record Planned(Needs needs, @Nullable String doubt) {}
}

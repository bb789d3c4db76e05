package dev.lethe.suite.run;

import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.engine.Experiments;
import dev.lethe.engine.RunRequest;
import dev.lethe.engine.RunStatus;
import dev.lethe.engine.config.ConfigReader;
import dev.lethe.io.hash.Fingerprint;
import dev.lethe.io.json.Json;
import dev.lethe.suite.SuiteBase;
import dev.lethe.suite.SuiteBases;
import dev.lethe.suite.SuiteRequest;
import dev.lethe.suite.Trial;
import dev.lethe.suite.TrialProgress;
import dev.lethe.suite.TrialState;
import dev.lethe.suite.TrialState.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows of each trial how it is run, and whether that has been done. */
public final class TrialPlan {
  private final SuiteRequest request;
  private final Experiments experiments;
  private final SuiteBases bases;
  private final SuiteFolder folder;
  private final String build;
  private final Map<String, SuiteBase> known = new HashMap<>();

  /**
   * Creates a plan.
   *
   * @param experiments checks configurations
   * @param build tells programs apart that may compute something else
   */
  public TrialPlan(
      SuiteRequest request,
      Experiments experiments,
      SuiteBases bases,
      SuiteFolder folder,
      String build) {
    this.request = request;
    this.experiments = experiments;
    this.bases = bases;
    this.folder = folder;
    this.build = build;
  }

  /**
   * Lists the trials that are asked for.
   *
   * @throws dev.lethe.api.UsageException if a setting of one is wrong
   */
  public List<TrialProgress> trials() {
    List<TrialProgress> trials = new ArrayList<>();
    Only only = new Only(request.only(), request.suite().varied());
    for (Trial trial : request.suite().trials()) {
      if (only.fits(trial)) {
        TrialState state = state(trial);
        trials.add(
            new TrialProgress(
                trial,
                state,
                state.phase() == Phase.RUNNING
                    ? RunStatus.read(folder.status(trial)).orElse(null)
                    : null,
                null));
      }
    }
    return trials;
  }

  /** Returns the command that runs a trial, without the program. */
  public List<String> command(Trial trial) {
    List<String> overrides = new ArrayList<>();
    if (request.memory() != null) {
      overrides.add("max-memory=%dB".formatted(request.memory().bytes()));
    }
    overrides.addAll(overrides(trial));
    List<String> command = new ArrayList<>(base(trial).command());
    command.addAll(overrides);
    command.addAll(
        List.of(
            "--out",
            request.out().toString(),
            "--status",
            folder.status(trial).toString(),
            "--wait")); // a node that was given up may still work on the same run
    return command;
  }

  /** Returns what a trial asks of the engine; empty while what it makes first is not there. */
  Optional<RunRequest> request(Trial trial, ExtensionRegistry installed) {
    return base(trial).asking().of(overrides(trial), request.out(), installed);
  }

  /** Returns the same trial, to be run by this build. */
  TrialProgress again(TrialProgress trial) {
    return new TrialProgress(trial.trial(), TrialState.waiting(trial.state().settings(), build));
  }

  /** Returns whether a trial need not be run. */
  boolean isDone(TrialProgress trial) {
    return trial.state().phase() == Phase.FINISHED && trial.state().build().equals(build);
  }

  /** Returns whether a process before this one runs the trial as this one would. */
  boolean isBegun(TrialProgress trial) {
    return trial.state().phase() == Phase.RUNNING && trial.state().build().equals(build);
  }

  /** Returns what became of a trial with today's settings. */
  private TrialState state(Trial trial) {
    String settings = settings(trial);
    TrialState fresh = TrialState.waiting(settings, build);
    return folder
        .state(trial)
        .filter(state -> state.settings().equals(settings))
        .filter(state -> state.phase() != Phase.FINISHED || isThere(state))
        .orElse(fresh);
  }

  private static boolean isThere(TrialState state) {
    return RunReport.sha256(state.directory())
        .filter(hash -> hash.equals(state.report()))
        .isPresent();
  }

  /**
   * Returns a hash of the settings of a trial.
   *
   * @throws UsageException if one is wrong or missing
   */
  private String settings(Trial trial) {
    SuiteBase base = base(trial);
    List<String> overrides = overrides(trial);
    List<String> own = base.ofConfiguration(overrides);
    List<String> missing = experiments.validate(base.config(), own);
    if (base.making() == null && !missing.isEmpty()) {
      throw new UsageException(
          "%s: %s must be given: in the block 'set' of the suite, or as key=value"
              .formatted(trial.name(), String.join(", ", missing)));
    }
    List<String> others = new ArrayList<>(overrides);
    others.removeAll(own);
    return new Fingerprint()
        .add(Json.canonical(new ConfigReader(base.config(), own).config().values()))
        .add(others)
        .hex();
  }

  private List<String> overrides(Trial trial) {
    List<String> overrides = new ArrayList<>(request.set());
    overrides.addAll(trial.overrides());
    return overrides;
  }

  private SuiteBase base(Trial trial) {
    return known.computeIfAbsent(trial.base(), name -> bases.find(name, request.suite().source()));
  }
}

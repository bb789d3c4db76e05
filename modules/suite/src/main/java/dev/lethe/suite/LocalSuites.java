package dev.lethe.suite;

import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.settings.SettingsException;
import dev.lethe.api.trial.TrialLauncher;
import dev.lethe.api.trial.TrialTracker;
import dev.lethe.engine.Build;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.Experiments;
import dev.lethe.suite.TrialState.Phase;
import dev.lethe.suite.file.SuiteReader;
import dev.lethe.suite.published.PublishedReader;
import dev.lethe.suite.published.PublishedSettings;
import dev.lethe.suite.run.LaunchContext;
import dev.lethe.suite.run.LeftTrials;
import dev.lethe.suite.run.SuiteFolder;
import dev.lethe.suite.run.SuiteRun;
import dev.lethe.suite.run.Tracking;
import dev.lethe.suite.run.TrialCommands;
import dev.lethe.suite.run.TrialNeeds;
import dev.lethe.suite.run.TrialPlan;
import dev.lethe.suite.summary.SuiteSummary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Suites whose state is in files. */
record LocalSuites(
    ExtensionRegistry registry,
    Experiments experiments,
    SuiteBases bases,
    Build build,
    Path program)
    implements Suites {
  private static final String LAUNCHER = "launcher";
  private static final String TRACKER = "tracker";
  private static final String TYPE = "type";
  private static final String HERE = "local";

  @Override
  public Suite read(ConfigSource source) {
    return SuiteReader.read(source);
  }

  @Override
  public Suite read(String name, Map<String, Object> values) {
    return SuiteReader.read(name, values);
  }

  @Override
  public List<TrialProgress> status(SuiteRequest request) {
    TrialPlan plan = trialPlan(request);
    List<TrialProgress> trials = plan.trials();
    return trials.stream().noneMatch(LocalSuites::isRunning)
        ? trials
        : launching(request, launcher -> left(request, plan, launcher).look(trials));
  }

  @Override
  public List<PlannedTrial> plan(SuiteRequest request) {
    requireHelpers(request);
    TrialPlan plan = trialPlan(request);
    return new TrialNeeds(experiments, registry, plan).of(plan.trials());
  }

  @Override
  public List<String> command(SuiteRequest request, Trial trial) {
    return trialPlan(request).command(trial);
  }

  @Override
  public List<TrialProgress> run(SuiteRequest request, SuiteListener listener) {
    try (RunExtensions extensions = registry.open(new LaunchContext())) {
      SuiteListener told =
          tracking(request.suite(), extensions, listener)
              .<SuiteListener>map(tracking -> tracking)
              .orElse(listener);
      return launching(
          request,
          launcher -> {
            SuiteRequest asked = launcher.runsHere() ? request : request.elsewhere();
            return new SuiteRun(asked, folderOf(asked), trialPlan(asked), launcher, program, told)
                .run();
          });
    }
  }

  /** Makes sure that what starts trials and what is told of them is there, with these settings. */
  private void requireHelpers(SuiteRequest request) {
    launching(request, launcher -> launcher);
    try (RunExtensions extensions = registry.open(new LaunchContext())) {
      tracking(request.suite(), extensions, SuiteListener.silent());
    }
  }

  /** Returns what tells of finished trials; empty where the suite names nothing. */
  private Optional<Tracking> tracking(
      Suite suite, RunExtensions extensions, SuiteListener listener) {
    Map<String, Object> settings = new LinkedHashMap<>(suite.settings().tracker());
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    Object type = settings.remove(TYPE);
    if (type == null) {
      throw new SettingsException(
          TRACKER + "." + TYPE, "must be given, such as the name of an installed tracker");
    }
    TrialTracker tracker =
        extensions.create(TrialTracker.class, type.toString(), settings, TRACKER);
    return Optional.of(new Tracking(suite, experiments, tracker, listener));
  }

  /** Tells of all trials again, also of those that finished while nobody was told. */
  private List<String> track(Suite suite, List<TrialProgress> trials) {
    try (RunExtensions extensions = registry.open(new LaunchContext())) {
      return tracking(suite, extensions, SuiteListener.silent()).stream()
          .flatMap(tracking -> trials.stream().flatMap(each -> tracking.track(each).stream()))
          .toList();
    }
  }

  @Override
  public Cancellation cancel(SuiteRequest request) {
    if (folderOf(request).cancel()) {
      return new Cancellation(true, 0);
    }
    TrialPlan plan = trialPlan(request);
    List<TrialProgress> trials = plan.trials();
    return trials.stream().noneMatch(LocalSuites::isRunning)
        ? new Cancellation(false, 0)
        : launching(
            request,
            launcher -> new Cancellation(false, left(request, plan, launcher).stop(trials)));
  }

  @Override
  public SuiteReport report(SuiteRequest request, boolean latex, @Nullable ConfigSource against) {
    PublishedSettings published =
        against == null ? null : PublishedReader.read(against, request.suite());
    List<TrialProgress> trials = status(request);
    SuiteReport report =
        new SuiteSummary(request.suite(), trials, experiments)
            .write(folder(request), latex, published, build.version());
    return report.with(track(request.suite(), trials));
  }

  @Override
  public Path folder(SuiteRequest request) {
    return folderOf(request).path();
  }

  private <T> T launching(SuiteRequest request, Function<TrialLauncher, T> work) {
    Map<String, Object> settings = new LinkedHashMap<>(request.suite().settings().launcher());
    Object type = settings.remove(TYPE);
    try (RunExtensions extensions = registry.open(new LaunchContext())) {
      return work.apply(
          extensions.create(
              TrialLauncher.class, type == null ? HERE : type.toString(), settings, LAUNCHER));
    }
  }

  private LeftTrials left(SuiteRequest request, TrialPlan plan, TrialLauncher launcher) {
    SuiteFolder folder = folderOf(request);
    return new LeftTrials(
        folder, plan, launcher, new TrialCommands(plan, folder, program, request.jobs()));
  }

  private static boolean isRunning(TrialProgress trial) {
    return trial.state().phase() == Phase.RUNNING;
  }

  private TrialPlan trialPlan(SuiteRequest request) {
    return new TrialPlan(
        request,
        experiments,
        bases,
        folderOf(request),
        build.version() + " " + build.gitRevision());
  }

  private static SuiteFolder folderOf(SuiteRequest request) {
    return SuiteFolder.of(request.out(), request.suite());
  }
}

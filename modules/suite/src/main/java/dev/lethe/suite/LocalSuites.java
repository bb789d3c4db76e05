package dev.lethe.suite;

import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.trial.TrialLauncher;
import dev.lethe.engine.Build;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.Experiments;
import dev.lethe.suite.TrialState.Phase;
import dev.lethe.suite.file.SuiteReader;
import dev.lethe.suite.run.LaunchContext;
import dev.lethe.suite.run.LeftTrials;
import dev.lethe.suite.run.SuiteFolder;
import dev.lethe.suite.run.SuiteRun;
import dev.lethe.suite.run.TrialCommands;
import dev.lethe.suite.run.TrialPlan;
import dev.lethe.suite.summary.SuiteSummary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Suites whose state is in files. */
record LocalSuites(
    ExtensionRegistry registry,
    Experiments experiments,
    SuiteBases bases,
    Build build,
    Path program)
    implements Suites {
  private static final String LAUNCHER = "launcher";
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
    TrialPlan plan = plan(request);
    List<TrialProgress> trials = plan.trials();
    return trials.stream().noneMatch(LocalSuites::isRunning)
        ? trials
        : launching(request, launcher -> left(request, plan, launcher).look(trials));
  }

  @Override
  public List<String> command(SuiteRequest request, Trial trial) {
    return plan(request).command(trial);
  }

  @Override
  public List<TrialProgress> run(SuiteRequest request, SuiteListener listener) {
    return launching(
        request,
        launcher -> {
          boolean here = launcher.capacity(request.jobs()) == request.jobs();
          SuiteRequest asked = here ? request : request.elsewhere();
          return new SuiteRun(asked, folderOf(asked), plan(asked), launcher, program, listener)
              .run();
        });
  }

  @Override
  public Cancellation cancel(SuiteRequest request) {
    if (folderOf(request).cancel()) {
      return new Cancellation(true, 0);
    }
    TrialPlan plan = plan(request);
    List<TrialProgress> trials = plan.trials();
    return trials.stream().noneMatch(LocalSuites::isRunning)
        ? new Cancellation(false, 0)
        : launching(
            request,
            launcher -> new Cancellation(false, left(request, plan, launcher).stop(trials)));
  }

  @Override
  public List<Path> report(SuiteRequest request, boolean latex) {
    return new SuiteSummary(request.suite(), status(request), experiments)
        .write(folder(request), latex, build.version());
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

  private TrialPlan plan(SuiteRequest request) {
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

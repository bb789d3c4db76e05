package dev.lethe.suite;

import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.plugin.RunExtensions;
import dev.lethe.api.trial.TrialLauncher;
import dev.lethe.engine.Build;
import dev.lethe.engine.ConfigSource;
import dev.lethe.engine.Experiments;
import dev.lethe.suite.file.SuiteReader;
import dev.lethe.suite.run.LaunchContext;
import dev.lethe.suite.run.SuiteFolder;
import dev.lethe.suite.run.SuiteRun;
import dev.lethe.suite.run.TrialPlan;
import dev.lethe.suite.summary.SuiteSummary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    return plan(request).trials();
  }

  @Override
  public List<String> command(SuiteRequest request, Trial trial) {
    return plan(request).command(trial);
  }

  @Override
  public List<TrialProgress> run(SuiteRequest request, SuiteListener listener) {
    Map<String, Object> settings = new LinkedHashMap<>(request.suite().settings().launcher());
    Object type = settings.remove(TYPE);
    try (RunExtensions extensions = registry.open(new LaunchContext())) {
      TrialLauncher launcher =
          extensions.create(
              TrialLauncher.class, type == null ? HERE : type.toString(), settings, LAUNCHER);
      return new SuiteRun(request, folderOf(request), plan(request), launcher, program, listener)
          .run();
    }
  }

  @Override
  public boolean cancel(SuiteRequest request) {
    return folderOf(request).cancel();
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

package dev.lethe.engine;

import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionInfo;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.api.settings.SettingInfo;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.config.ConfigReader;
import dev.lethe.engine.finished.FinishedRun;
import dev.lethe.engine.finished.RemovalLosses;
import dev.lethe.engine.finished.ReportFiles;
import dev.lethe.engine.finished.ReportReader;
import dev.lethe.engine.manifest.Evidence;
import dev.lethe.engine.plan.Plans;
import dev.lethe.engine.plan.PreparedExperiment;
import dev.lethe.engine.redact.KeyRemoval;
import dev.lethe.engine.redact.KeyStore;
import dev.lethe.engine.redact.RedactionKey;
import dev.lethe.engine.run.Stages;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.engine.store.RunNames;
import dev.lethe.engine.store.RunStore;
import dev.lethe.engine.store.TemporaryFolder;
import dev.lethe.report.Report;
import dev.lethe.report.RunComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Experiments on this machine. */
final class LocalExperiments implements Experiments {
  private final ExtensionRegistry registry;
  private final KeyStore keys;
  private final Plans plans;
  private final ReportReader reports;
  private final Build build;

  LocalExperiments(ExtensionRegistry registry, Build build, Path user) {
    this.registry = registry;
    this.keys = new KeyStore(user.resolve("keys"));
    this.plans = new Plans(registry, keys);
    this.reports = new ReportReader(plans::upgraded);
    this.build = build;
  }

  @Override
  public List<String> validate(ConfigSource config, List<String> overrides) {
    return plans.validate(new ConfigReader(config, overrides));
  }

  @Override
  public List<String> validate(RunRequest request) {
    return plans.validate(reader(request));
  }

  @Override
  public List<SettingInfo> settings(ExtensionInfo info) {
    return plans.settings(info);
  }

  @Override
  public List<DataState> data(
      ConfigSource config, List<String> overrides, Path out, Progress progress) {
    return Explained.cancellable(
        () -> plans.data(new ConfigReader(config, overrides), out, progress));
  }

  @Override
  public List<ConfigKey> keys() {
    return plans.keys();
  }

  @Override
  public ExperimentPlan plan(RunRequest request, Progress progress) {
    return new LocalPlan(
        Explained.cancellable(
            () -> plans.plan(reader(request), request.out(), request.redact(), progress)),
        build,
        reports);
  }

  @Override
  public List<StoredRun> list(Path out) {
    return new RunStore(out)
        .list().stream()
            .map(
                run ->
                    run.finished() ? run.with(FinishedRun.problem(run.directory(), reports)) : run)
            .filter(LocalExperiments::isStillThere)
            .toList();
  }

  @Override
  public List<String> ids(Path out) {
    return new RunStore(out).ids();
  }

  @Override
  public StoredRun find(Path out, String run) {
    return new RunNames(out).find(run);
  }

  @Override
  public List<String> consequences(StoredRun run, boolean withKey) {
    List<StoredRun> all =
        RunLayout.of(run.directory())
            .map(layout -> new RunStore(layout.out()).list())
            .orElseGet(List::of);
    List<String> consequences = new ArrayList<>(new RemovalLosses(run, reports).among(all));
    new KeyRemoval(keys, run, withKey).consequence().ifPresent(consequences::add);
    return consequences;
  }

  @Override
  public void remove(StoredRun run, boolean withKey) {
    KeyRemoval key = new KeyRemoval(keys, run, withKey);
    RunStore.remove(run);
    key.remove();
  }

  @Override
  public Report read(Path directory) {
    return reports.read(directory);
  }

  @Override
  public List<Path> report(Path directory, Path folder) {
    return ReportFiles.writeBeside(folder, read(directory));
  }

  @Override
  public String compare(List<Path> directories) {
    Map<String, Report> reports = new LinkedHashMap<>();
    for (Path directory : directories) {
      Report report = read(directory);
      reports.put("%s/%s".formatted(report.name(), directory.getFileName()), report);
    }
    return RunComparison.render(reports);
  }

  @Override
  public Integrity check(Path directory, Progress progress) {
    return Explained.cancellable(
        () -> Evidence.check(directory, keys.find(directory).orElse(null), progress));
  }

  @Override
  public Verification verify(Path directory, Progress progress) {
    Report report = read(directory);
    if (report.checkpoint().isEmpty()) {
      throw new UsageException(
          directory + " is an audit: there is no defended checkpoint to verify");
    }
    Path checkpoint = RunLayout.model(directory);
    if (!new FinishedRun(directory, report).hasCheckpoint()) {
      throw new NotFoundException(
          "the defended checkpoint is missing: %s; the same run again makes it again"
              .formatted(checkpoint));
    }
    Report named = named(directory, report);
    Config config =
        new ConfigReader(directory.resolve(RunLayout.REPORT).toString(), named.config()).config();
    return Explained.cancellable(
        () -> {
          try (TemporaryFolder out = TemporaryFolder.create("lethe-verify-");
              PreparedExperiment plan = plans.plan(config, out.path(), false, progress)) {
            return plan.pipeline().verify(named, directory, new Stages(plan, build));
          }
        });
  }

  private Report named(Path directory, Report report) {
    Optional<Path> key = keys.find(directory);
    if (key.isPresent()) {
      return new RedactionKey(key.get()).named(directory, reports);
    }
    if (report.redacted()) {
      throw new NotFoundException(
          "the names cannot be known again without the file %s as it was written"
              .formatted(directory.resolve(KeyStore.REFERENCE)));
    }
    return report;
  }

  /** Somebody may remove a run while it is looked at. */
  private static boolean isStillThere(StoredRun run) {
    return !run.finished() || Files.exists(run.directory().resolve(RunLayout.REPORT));
  }

  private static ConfigReader reader(RunRequest request) {
    return new ConfigReader(request.config(), request.overrides()).requiring(request.require());
  }
}

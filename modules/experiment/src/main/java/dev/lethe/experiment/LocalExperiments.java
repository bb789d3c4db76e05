package dev.lethe.experiment;

import ai.djl.engine.EngineException;
import dev.lethe.api.CancelledException;
import dev.lethe.api.LetheException;
import dev.lethe.api.NotFoundException;
import dev.lethe.api.Progress;
import dev.lethe.api.UsageException;
import dev.lethe.api.plugin.ExtensionRegistry;
import dev.lethe.experiment.config.ConfigReader;
import dev.lethe.experiment.config.ExperimentConfig;
import dev.lethe.experiment.finished.FinishedRun;
import dev.lethe.experiment.finished.RemovalLosses;
import dev.lethe.experiment.finished.ReportFiles;
import dev.lethe.experiment.manifest.Evidence;
import dev.lethe.experiment.plan.ConfigKeys;
import dev.lethe.experiment.plan.Plans;
import dev.lethe.experiment.plan.PreparedExperiment;
import dev.lethe.experiment.redact.KeyStore;
import dev.lethe.experiment.redact.Pseudonyms;
import dev.lethe.experiment.redact.RedactionKey;
import dev.lethe.experiment.run.ExperimentRun;
import dev.lethe.experiment.run.Verifying;
import dev.lethe.experiment.store.RunLayout;
import dev.lethe.experiment.store.RunNames;
import dev.lethe.experiment.store.RunStore;
import dev.lethe.experiment.store.TemporaryFolder;
import dev.lethe.io.Folders;
import dev.lethe.report.Report;
import dev.lethe.report.RunComparison;
import dev.lethe.tensor.TorchFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Experiments on this machine. */
final class LocalExperiments implements Experiments {
  private final ExtensionRegistry registry;
  private final KeyStore keys;
  private final Plans plans;
  private final Build build;

  LocalExperiments(ExtensionRegistry registry, Build build, Path user) {
    this.registry = registry;
    this.keys = new KeyStore(user.resolve("keys"));
    this.plans = new Plans(registry, keys);
    this.build = build;
  }

  @Override
  public List<String> validate(ConfigSource config, List<String> overrides) {
    return plans.validate(new ConfigReader(config, overrides));
  }

  @Override
  public List<ConfigKey> keys() {
    return ConfigKeys.of(registry.list());
  }

  @Override
  public ExperimentPlan plan(RunRequest request, Progress progress) {
    ConfigReader reader =
        new ConfigReader(request.config(), request.overrides()).requiring(request.require());
    return cancellable(() -> plans.plan(reader, request.out(), request.redact(), progress));
  }

  @Override
  public RunResult run(ExperimentPlan plan, Progress progress) {
    if (!(plan instanceof PreparedExperiment prepared)) {
      throw new IllegalArgumentException("not a plan of these experiments: " + plan.getClass());
    }
    return cancellable(() -> new ExperimentRun(prepared, build).run(progress));
  }

  @Override
  public List<StoredRun> list(Path out) {
    return new RunStore(out)
        .list().stream()
            .map(run -> run.finished() ? run.with(FinishedRun.problem(run.directory())) : run)
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
  public List<String> consequences(StoredRun run) {
    List<StoredRun> all =
        RunLayout.of(run.directory())
            .map(layout -> new RunStore(layout.out()).list())
            .orElseGet(List::of);
    List<String> consequences = new ArrayList<>(new RemovalLosses(run).among(all));
    if (keys.find(run.directory()).isPresent()) {
      consequences.add(
          "the key to its pseudonyms goes too, and with it who is who in copies of its report");
    }
    return consequences;
  }

  @Override
  public void remove(StoredRun run) {
    Optional<Path> key = keys.find(run.directory());
    RunStore.remove(run);
    key.ifPresent(Folders::remove);
  }

  @Override
  public Report read(Path directory) {
    return ReportFiles.read(directory);
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
      reports.put("%s/%s".formatted(report.config().get("name"), directory.getFileName()), report);
    }
    return RunComparison.render(reports);
  }

  @Override
  public Integrity check(Path directory, Progress progress) {
    return cancellable(
        () -> Evidence.check(directory, keys.find(directory).orElse(null), progress));
  }

  @Override
  public Verification verify(Path directory, Progress progress) {
    Report report = read(directory);
    if (report.model() == null) {
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
    ExperimentConfig config =
        new ConfigReader(directory.resolve(RunLayout.REPORT).toString(), named.config()).config();
    return cancellable(
        () -> {
          try (TemporaryFolder out = TemporaryFolder.create("lethe-verify-");
              PreparedExperiment plan = plans.plan(config, out.path(), false, progress)) {
            return new Verifying(plan, named).verify(checkpoint, named.model());
          }
        });
  }

  private Report named(Path directory, Report report) {
    Optional<Path> key = keys.find(directory);
    if (key.isPresent()) {
      return new RedactionKey(key.get()).named(report);
    }
    if (Pseudonyms.stand(report.people().keySet()) || Pseudonyms.stand(report.forgotten())) {
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

  /** An interrupt closes the files that are being read: what fails then was stopped. */
  private static <T> T cancellable(Supplier<T> work) {
    try {
      return explained(work);
    } catch (LetheException e) {
      if (!Thread.currentThread().isInterrupted() || e instanceof CancelledException) {
        throw e;
      }
      CancelledException stopped = new CancelledException();
      stopped.addSuppressed(e);
      throw stopped;
    }
  }

  private static <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (EngineException e) {
      throw TorchFailure.explain(e);
    }
  }
}

package dev.lethe.engine.run;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.engine.Build;
import dev.lethe.engine.RunResult;
import dev.lethe.engine.finished.FinishedRun;
import dev.lethe.engine.finished.ReportFiles;
import dev.lethe.engine.finished.ReportReader;
import dev.lethe.engine.plan.PreparedExperiment;
import dev.lethe.engine.recipe.Results;
import dev.lethe.engine.redact.Pseudonyms;
import dev.lethe.engine.redact.RedactionKey;
import dev.lethe.engine.store.FileHashes;
import dev.lethe.engine.store.RunLayout;
import dev.lethe.engine.store.RunLock;
import dev.lethe.io.Folders;
import dev.lethe.io.ProcessLock;
import dev.lethe.report.Report;
import dev.lethe.report.requirement.Requirements;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Carries a plan out. */
public final class ExperimentRun {
  private final PreparedExperiment plan;
  private final Build build;
  private final ReportReader reports;
  private final Progress progress;

  /**
   * Creates a run.
   *
   * @param reports reads the report of a run that has finished before
   */
  public ExperimentRun(PreparedExperiment plan, Build build, ReportReader reports) {
    this.plan = plan;
    this.build = build;
    this.reports = reports;
    progress = plan.context().progress();
  }

  /**
   * Runs the stages that are not done yet, or reads the report if all are.
   *
   * @throws LetheException if a stage fails, or somebody else works on the same run
   */
  public RunResult run() {
    RunLayout layout = plan.layout();
    return run(() -> RunLock.take(layout.lock(), layout.directory()));
  }

  /**
   * Does the same, and waits as long as somebody else works on the same run.
   *
   * @throws LetheException if a stage fails
   */
  public RunResult runInTurn() {
    RunLayout layout = plan.layout();
    return run(() -> RunLock.await(layout.lock(), layout.directory(), progress));
  }

  private RunResult run(Supplier<ProcessLock> locking) {
    RunLayout layout = plan.layout();
    Folders.sweep(layout.cache());
    Folders.sweep(layout.directory());
    Optional<FinishedRun> before = finished();
    if (before.isPresent() && before.get().isWhole()) {
      return reused(before.get());
    }
    ProcessLock lock = locking.get();
    try {
      Optional<FinishedRun> meanwhile = finished();
      if (meanwhile.isPresent() && meanwhile.get().hasCheckpoint()) {
        meanwhile.get().writeMissing();
        return reused(meanwhile.get());
      }
      meanwhile.ifPresent(run -> progress.message(run.lost()));
      return runStages();
    } finally {
      lock.close();
    }
  }

  private Optional<FinishedRun> finished() {
    return plan.layout().isFinished()
        ? Optional.of(FinishedRun.read(plan.layout().directory(), reports))
        : Optional.empty();
  }

  private RunResult reused(FinishedRun run) {
    FileHashes hashes = new FileHashes(plan.layout().cache());
    if (!run.hasReportedCheckpoint(file -> hashes.of(file, progress))) {
      progress.message(
          "%s is not the checkpoint of the report: 'lethe verify' compares them; without it, the same run makes it again"
              .formatted(plan.layout().model()));
    }
    return new RunResult(plan.layout().directory(), run.report(), true, requirements(run.report()));
  }

  /** What is required is required of the measures themselves, which a redacted report rounds. */
  private Requirements requirements(Report stored) {
    boolean exact = required().isEmpty() || !plan.redact();
    return requirements(
        exact ? stored : plan.key().named(plan.layout().directory(), reports), stored);
  }

  private Requirements requirements(Report named, Report written) {
    Requirements requirements = Requirements.of(required(), named.metrics());
    return plan.redact() ? requirements.redacted(written.metrics()) : requirements;
  }

  private List<String> required() {
    return plan.config().general().require();
  }

  private RunResult runStages() {
    RunLayout layout = plan.layout();
    Stages stages = new Stages(plan, build);
    stages.started();
    Results results = plan.pipeline().run(stages);
    Report named = results.report();
    Report written = plan.redact() ? redacted(results) : named;
    ReportFiles.write(
        layout.directory(), plan.redact() ? plan.key().folder() : null, written, progress);
    if (plan.redact()) {
      Folders.remove(plan.key().work());
      progress.message(
          "the names are kept in %s, into which only you can look; 'lethe verify --attack' needs them"
              .formatted(plan.key().folder()));
    }
    Folders.remove(layout.work());
    return new RunResult(layout.directory(), written, false, requirements(named, written));
  }

  /** Takes the names out of a report, and keeps what brings them back. */
  private Report redacted(Results results) {
    Set<String> names = new TreeSet<>(results.names());
    RedactionKey key = plan.key();
    Pseudonyms pseudonyms =
        key.pseudonyms() // a run that is made again keeps them
            .filter(known -> known.byName().keySet().containsAll(names))
            .orElseGet(() -> Pseudonyms.draw(names));
    key.write(pseudonyms, results.report());
    return results.redacted(pseudonyms.byName());
  }
}

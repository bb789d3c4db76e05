package dev.lethe.experiment.run;

import dev.lethe.api.LetheException;
import dev.lethe.api.Progress;
import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.metric.MetricValue;
import dev.lethe.api.model.ModelProvenance;
import dev.lethe.experiment.Build;
import dev.lethe.experiment.RunResult;
import dev.lethe.experiment.finished.FinishedRun;
import dev.lethe.experiment.finished.ReportFiles;
import dev.lethe.experiment.plan.PreparedExperiment;
import dev.lethe.experiment.provenance.Provenances;
import dev.lethe.experiment.store.FileHashes;
import dev.lethe.experiment.store.RunLayout;
import dev.lethe.experiment.store.RunLock;
import dev.lethe.io.Folders;
import dev.lethe.io.ProcessLock;
import dev.lethe.report.EmbeddingMap;
import dev.lethe.report.Note;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import dev.lethe.report.requirement.Requirements;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries a plan out. */
public final class ExperimentRun {
  private final PreparedExperiment plan;
  private final Build build;

  /** Creates a run. */
  public ExperimentRun(PreparedExperiment plan, Build build) {
    this.plan = plan;
    this.build = build;
  }

  /**
   * Runs the stages that are not done yet, or reads the report if all are.
   *
   * @throws LetheException if a stage fails, or somebody else works on the same run
   */
  public RunResult run(Progress progress) {
    plan.context().speakTo(progress);
    RunLayout layout = plan.layout();
    Folders.sweep(layout.cache());
    Folders.sweep(layout.directory());
    Optional<FinishedRun> before = finished();
    if (before.isPresent() && before.get().isWhole()) {
      return reused(before.get());
    }
    ProcessLock lock = RunLock.take(layout.lock(), layout.directory());
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
        ? Optional.of(FinishedRun.read(plan.directory()))
        : Optional.empty();
  }

  private RunResult reused(FinishedRun run) {
    Progress progress = plan.context().progress();
    FileHashes hashes = new FileHashes(plan.layout().cache());
    if (!run.hasReportedCheckpoint(file -> hashes.of(file, progress))) {
      progress.message(
          "%s is not the checkpoint of the report: 'lethe verify' compares them; without it, the same run makes it again"
              .formatted(plan.layout().model()));
    }
    return new RunResult(plan.directory(), run.report(), true, requirements(run.report()));
  }

  /** What is required is required of the measures themselves, which a redacted report rounds. */
  private Requirements requirements(Report stored) {
    boolean exact = required().isEmpty() || !plan.redact();
    Report report = exact ? stored : plan.key().named(stored);
    return Requirements.of(required(), report.metrics());
  }

  private List<String> required() {
    return plan.inputs().config().settings().require();
  }

  private RunResult runStages() {
    RunLayout layout = plan.layout();
    Stages stages = Stages.open(plan);
    Report report;
    List<Note> notes;
    try (Models models = new Models(plan)) {
      Findings findings = findings(stages, models);
      Origin origin = stages.own("origin", Origin.class, () -> origin(models));
      Reporting reporting = new Reporting(plan, findings, origin.warnings());
      report =
          reporting.report(new Provenances(plan, build).of(origin.source(), findings.started()));
      notes = reporting.notes(report.metrics());
    }
    Requirements requirements = Requirements.of(required(), report.metrics());
    Progress progress = plan.context().progress();
    if (plan.redact()) {
      report = Redacting.redact(plan, report, notes);
      ReportFiles.write(plan.directory(), plan.key().folder(), report, progress);
      Folders.remove(plan.key().work());
      progress.message(
          "the names are kept in %s, into which only you can look; 'lethe verify --attack' needs them"
              .formatted(plan.key().folder()));
    } else {
      ReportFiles.write(plan.directory(), null, report, progress);
    }
    Folders.remove(layout.work());
    return new RunResult(plan.directory(), report, false, requirements);
  }

  private Findings findings(Stages stages, Models models) {
    String started =
        stages.own("started", Started.class, () -> new Started(Instant.now().toString())).at();
    Attacking attacking = new Attacking(plan, models);
    Map<String, AttackResult> attacksBefore = attacking.before(stages);
    Chosen chosen = stages.own("chosen", Chosen.class, () -> Choosing.choose(plan, attacksBefore));
    Evaluating evaluating = new Evaluating(plan, models, chosen, attacksBefore);
    List<MetricValue> measuredBefore = evaluating.before(stages);
    List<DefenseOutcome> defenses = new Defending(plan, models, chosen).defend(stages);
    boolean audit = defenses.isEmpty();
    Map<String, AttackResult> attacksAfter = audit ? Map.of() : attacking.after(stages);
    List<MetricValue> measuredAfter =
        audit
            ? List.of()
            : evaluating.after(stages, attacksAfter, defenses.get(defenses.size() - 1).discarded());
    return new Findings(
        started,
        chosen,
        attacksBefore,
        attacksAfter,
        measuredBefore,
        measuredAfter,
        defenses,
        map(stages, models, chosen));
  }

  private @Nullable EmbeddingMap map(Stages stages, Models models, Chosen chosen) {
    if (chosen.requests().isEmpty() && plan.inputs().audience().isEmpty()) {
      return null;
    }
    return stages.own(
        "embedding-map", EmbeddingMap.class, () -> EmbeddingMaps.draw(plan, models, chosen));
  }

  private Origin origin(Models models) {
    ModelProvenance original = models.original().provenance();
    return new Origin(
        new Provenance.Source(
            plan.inputs().model().path().toString(), original.format(), original.sha256()),
        models.warnings());
  }
}

package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.api.evaluation.Evaluation;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.verdict.Score;
import dev.lethe.api.verdict.Statement;
import dev.lethe.engine.extension.Planned;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.forgetting.report.Checkpoints;
import dev.lethe.forgetting.report.Draft;
import dev.lethe.forgetting.report.Views;
import dev.lethe.forgetting.report.Words;
import dev.lethe.report.Metrics;
import dev.lethe.report.Note;
import dev.lethe.report.Provenance;
import dev.lethe.report.StoredArtifact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what the stages of a run gave. */
final class ReportAssembly {
  private final ForgettingRun run;
  private final Findings findings;
  private final List<String> warnings;

  /**
   * Prepares a report.
   *
   * @param warnings what is suspicious about the original model
   */
  ReportAssembly(ForgettingRun run, Findings findings, List<String> warnings) {
    this.run = run;
    this.findings = findings;
    this.warnings = warnings;
  }

  Draft draft(Provenance provenance) {
    MetricCollector table = metrics();
    List<Planned<PrivacyAttack>> attacks = run.inputs().attacks();
    String attack = attacks.isEmpty() ? null : attacks.get(0).name();
    PeopleTable people =
        new PeopleTable(
            attack == null ? null : result(findings.attacksBefore(), attack),
            attack == null ? null : result(findings.attacksAfter(), attack),
            Set.copyOf(findings.chosen().names()),
            run.inputs().config().people().own().tellsMembers());
    List<DefenseOutcome> defenses = findings.defenses();
    return new Draft(
        run.inputs().config().general().recipe(),
        false,
        EffectiveConfig.of(run.inputs()),
        provenance,
        table.metrics(),
        table.descriptions(),
        new ForgettingFacts(
            findings.chosen().requests().stream().map(ForgetRequest::name).toList(),
            attack,
            people.people(),
            defenses.stream().map(DefenseOutcome::facts).toList(),
            defenses.isEmpty() ? List.of() : run.inputs().model().leftOut()),
        new Views(
            people.examples(defenses.isEmpty()),
            findings.map(),
            findings.faces(),
            defenses.stream().map(DefenseOutcome::history).toList(),
            AttackChapters.of(findings.attacksBefore(), findings.attacksAfter()),
            defenses.stream().flatMap(defense -> defense.pictures().stream()).toList()),
        artifacts(),
        words(),
        notes(table.metrics()).stream().map(Note::text).toList());
  }

  private MetricCollector metrics() {
    Cohorts cohorts = run.cohorts(Set.copyOf(findings.chosen().names()));
    MetricCollector table = new MetricCollector();
    for (Planned<PrivacyAttack> attack : run.inputs().attacks()) {
      AttackResult before = result(findings.attacksBefore(), attack.name());
      AttackResult after = result(findings.attacksAfter(), attack.name());
      if (before != null) {
        table.addBefore(attack.extension().metrics(before, cohorts));
      }
      if (after != null) {
        table.addAfter(attack.extension().metrics(after, cohorts));
      }
    }
    return table.addBefore(findings.measuredBefore()).addAfter(findings.measuredAfter());
  }

  private Words words() {
    List<Planned<PrivacyAttack>> attacks = run.inputs().attacks();
    return new Words(
        attacks.isEmpty() ? new Score("", "", "") : attacks.get(0).extension().score(),
        run.inputs().defenses().stream()
            .map(defense -> defense.strategy().extension().limits())
            .toList(),
        attacks.stream().flatMap(attack -> attack.extension().limits().stream()).toList(),
        this::statement);
  }

  /** The first part of a metric's name is that of the evaluation that measured it. */
  private Optional<Statement> statement(Reading reading) {
    for (Planned<Evaluation> evaluation : run.inputs().evaluations()) {
      if (reading.metric().name().startsWith(evaluation.name() + ".")) {
        return evaluation.extension().statement(reading);
      }
    }
    return Optional.empty();
  }

  private static @Nullable AttackResult result(Map<String, Attacked> attacks, String name) {
    Attacked attacked = attacks.get(name);
    return attacked == null ? null : attacked.result();
  }

  /** Returns the defended model first, then what the strategies left beside it. */
  private List<StoredArtifact> artifacts() {
    List<DefenseOutcome> defenses = findings.defenses();
    List<StoredArtifact> artifacts = new ArrayList<>();
    if (!defenses.isEmpty()) {
      artifacts.add(
          Checkpoints.artifact(
              run.layout().model().toAbsolutePath().normalize().toString(),
              defenses.get(defenses.size() - 1).sha256(),
              run.inputs().model().leftOut()));
    }
    defenses.forEach(defense -> artifacts.addAll(defense.artifacts()));
    return artifacts;
  }

  /** Returns what a reader must know. */
  List<Note> notes(Metrics metrics) {
    List<Note> notes = new ArrayList<>(run.notes());
    warnings.forEach(text -> notes.add(Note.telling(text)));
    Map<String, Attacked> attacks = new LinkedHashMap<>(findings.attacksAfter());
    attacks.putAll(findings.attacksBefore());
    attacks.forEach((name, attacked) -> notes.add(Note.open(attacked.threatModel(name))));
    for (Map.Entry<String, @Nullable Double> each : metrics.before().entrySet()) {
      if (each.getValue() == null) {
        notes.add(Note.open(each.getKey() + " is not defined here"));
      }
    }
    return notes;
  }
}

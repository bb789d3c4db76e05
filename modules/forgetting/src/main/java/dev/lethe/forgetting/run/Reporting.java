package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Cohorts;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.defense.ForgetRequest;
import dev.lethe.engine.extension.Planned;
import dev.lethe.report.CheckpointReport;
import dev.lethe.report.Metrics;
import dev.lethe.report.Note;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what the stages of a run gave. */
final class Reporting {
  private final ForgettingRun run;
  private final Findings findings;
  private final List<String> warnings;

  /**
   * Prepares a report.
   *
   * @param warnings what is suspicious about the original model
   */
  Reporting(ForgettingRun run, Findings findings, List<String> warnings) {
    this.run = run;
    this.findings = findings;
    this.warnings = warnings;
  }

  Report report(Provenance provenance) {
    Set<String> forgotten = Set.copyOf(findings.chosen().names());
    Cohorts cohorts = run.cohorts(forgotten);
    MetricCollector table = new MetricCollector();
    List<Planned<PrivacyAttack>> attacks = run.inputs().attacks();
    for (Planned<PrivacyAttack> attack : attacks) {
      AttackResult before = result(findings.attacksBefore(), attack.name());
      AttackResult after = result(findings.attacksAfter(), attack.name());
      if (before != null) {
        table.addBefore(attack.extension().metrics(before, cohorts));
      }
      if (after != null) {
        table.addAfter(attack.extension().metrics(after, cohorts));
      }
    }
    table.addBefore(findings.measuredBefore()).addAfter(findings.measuredAfter());
    String attack = attacks.isEmpty() ? null : attacks.get(0).name();
    PeopleTable people =
        new PeopleTable(
            attack == null ? null : result(findings.attacksBefore(), attack),
            attack == null ? null : result(findings.attacksAfter(), attack),
            forgotten,
            run.inputs().config().people().own().tellsMembers());
    return new Report(
        Report.SCHEMA,
        EffectiveConfig.of(run.inputs()),
        provenance,
        findings.chosen().requests().stream().map(ForgetRequest::name).toList(),
        table.metrics(),
        table.descriptions(),
        attack,
        people.people(),
        findings.defenses().stream().map(DefenseOutcome::report).toList(),
        checkpoint(),
        people.examples(),
        findings.map(),
        notes(table.metrics()).stream().map(Note::text).toList());
  }

  private static @Nullable AttackResult result(Map<String, Attacked> attacks, String name) {
    Attacked attacked = attacks.get(name);
    return attacked == null ? null : attacked.result();
  }

  private @Nullable CheckpointReport checkpoint() {
    List<DefenseOutcome> defenses = findings.defenses();
    return defenses.isEmpty()
        ? null
        : new CheckpointReport(
            run.layout().model().toAbsolutePath().normalize().toString(),
            defenses.get(defenses.size() - 1).sha256(),
            run.inputs().model().leftOut());
  }

  /** Returns what a reader must know. */
  List<Note> notes(Metrics metrics) {
    List<Note> notes = new ArrayList<>(run.notes());
    warnings.forEach(text -> notes.add(Note.telling(text)));
    Map<String, Attacked> attacks = new LinkedHashMap<>(findings.attacksAfter());
    attacks.putAll(findings.attacksBefore());
    attacks.forEach((name, attacked) -> notes.add(Note.open(attacked.threatModel(name))));
    findings.defenses().stream()
        .flatMap(defense -> defense.artifacts().stream())
        .forEach(text -> notes.add(Note.telling(text)));
    for (Map.Entry<String, @Nullable Double> each : metrics.before().entrySet()) {
      if (each.getValue() == null) {
        notes.add(Note.open(each.getKey() + " is not defined here"));
      }
    }
    return notes;
  }
}

package dev.lethe.forgetting.report;

import dev.lethe.api.metric.Metric;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.forgetting.verdict.RunLimits;
import dev.lethe.forgetting.verdict.Shown;
import dev.lethe.forgetting.verdict.Told;
import dev.lethe.forgetting.verdict.Verdicts;
import dev.lethe.io.json.Json;
import dev.lethe.report.Metrics;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import dev.lethe.report.StoredArtifact;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Everything that a report of this recipe is made from. What a redacted report shows is made anew
 * from redacted findings, sentences included, so that no text is ever searched for names.
 *
 * @param recipe the name of the recipe
 * @param redacted whether nobody is named
 * @param config the settings that took effect
 * @param provenance what made it
 * @param metrics what was measured
 * @param descriptions what each metric means
 * @param facts about people
 * @param views what there is to look at beside them
 * @param artifacts what the run left, the defended checkpoint first; nothing for an audit
 * @param words what the methods say of their numbers
 * @param notes what a reader must know
 */
public record Draft(
    String recipe,
    boolean redacted,
    Map<String, Object> config,
    Provenance provenance,
    Metrics metrics,
    List<Metric> descriptions,
    ForgettingFacts facts,
    Views views,
    List<StoredArtifact> artifacts,
    Words words,
    List<String> notes) {

  /**
   * Returns the same about nobody who can be known; what strategies left beside the model, and how
   * they call it, is theirs to say, and is left out.
   *
   * @param pseudonyms gives the stand-in of everybody who is named
   * @param openConfig the settings that tell nobody
   * @param openNotes the notes that tell nobody
   */
  public Draft redacted(
      UnaryOperator<String> pseudonyms, Map<String, Object> openConfig, List<String> openNotes) {
    return new Draft(
        recipe,
        true,
        openConfig,
        provenance.redacted(),
        metrics.redacted(descriptions),
        descriptions,
        facts.redacted(pseudonyms),
        Views.NONE,
        artifacts.stream()
            .filter(artifact -> artifact.kind() == StoredArtifact.Kind.CHECKPOINT)
            .map(StoredArtifact::redacted)
            .toList(),
        words,
        openNotes);
  }

  /** Returns the report. */
  public Report report() {
    List<Told> told =
        metrics.readings(descriptions).stream()
            .map(reading -> new Told(reading, words.statements().apply(reading).orElse(null)))
            .toList();
    return new Report(
        Report.SCHEMA,
        recipe,
        redacted,
        Verdicts.of(new Shown(facts, told, words.score())),
        config,
        provenance,
        metrics,
        descriptions,
        new RunLimits(facts, words.ofStrategies(), words.ofAttacks()).limits(),
        new Chapters(facts, views, words.score()).all(),
        artifacts,
        Map.of(ForgettingFacts.SECTION, Json.written(facts)),
        notes);
  }
}

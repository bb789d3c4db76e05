package dev.lethe.forgetting.report;

import dev.lethe.api.defense.TrainingHistory;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Metric.Direction;
import dev.lethe.api.metric.Metric.Role;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.forgetting.finding.DefenseFacts;
import dev.lethe.forgetting.finding.DefenseFacts.Planted;
import dev.lethe.forgetting.finding.EmbeddingMap;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.report.Metrics;
import dev.lethe.report.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report as {@code lethe.report/1} had it, of which this recipe was all there was.
 *
 * @param schema {@link #NAME}
 * @param verdict what came out, in words; null in the oldest
 * @param config the settings that took effect
 * @param provenance what made it
 * @param forgotten the names of the people who asked
 * @param metrics what was measured
 * @param descriptions what each metric means
 * @param attack the attack that {@code people} speaks of, or null
 * @param people everyone attacked, by name
 * @param defense one for each strategy
 * @param model the defended checkpoint, or null for an audit
 * @param examples how prompts went
 * @param embeddingMap where names lie, or null
 * @param notes what a reader must know
 */
record FirstSchema(
    String schema,
    @Nullable Verdict verdict,
    Map<String, Object> config,
    Provenance provenance,
    List<String> forgotten,
    Metrics metrics,
    List<Description> descriptions,
    @Nullable String attack,
    Map<String, Person> people,
    List<Defense> defense,
    @Nullable Checkpoint model,
    List<Example> examples,
    @Nullable EmbeddingMap embeddingMap,
    List<String> notes) {

  static final String NAME = "lethe.report/1";

  record Verdict(
      String outcome,
      String headline,
      List<String> stillFound,
      List<String> forgotten,
      List<String> notKnownBefore,
      List<String> notTested,
      List<String> people,
      List<String> sentences) {}

  record Description(
      String name, Unit unit, Direction direction, @Nullable Role role, String meaning) {
    Metric metric() {
      return new Metric(name, unit, direction, meaning);
    }
  }

  record Person(
      @Nullable Double before,
      @Nullable Double after,
      @Nullable Boolean member,
      boolean forgotten,
      @Nullable Boolean recognisedBefore,
      @Nullable Boolean recognisedAfter) {
    PersonFacts facts() {
      return new PersonFacts(before, after, member, forgotten, recognisedBefore, recognisedAfter);
    }
  }

  record Defense(
      String strategy,
      int steps,
      double seconds,
      double secondsPerStep,
      @Nullable Long peakMemoryBytes,
      List<Planted> triggers,
      List<Step> history) {
    DefenseFacts facts() {
      return new DefenseFacts(strategy, steps, seconds, secondsPerStep, peakMemoryBytes, triggers);
    }

    TrainingHistory trained() {
      return new TrainingHistory(
          history.stream()
              .map(step -> new TrainingHistory.Step(step.losses, step.learningRate, step.seconds))
              .toList());
    }
  }

  record Step(int step, Map<String, Double> losses, double learningRate, double seconds) {}

  record Checkpoint(String path, String sha256, @Nullable List<String> undefended) {
    List<String> known() {
      return Objects.requireNonNullElse(undefended, List.of());
    }
  }

  record Example(String person, boolean forgotten, List<Prompt> prompts) {}

  record Prompt(String prompt, List<VotesPanel.Vote> before, List<VotesPanel.Vote> after) {
    VotesPanel.Question question() {
      return new VotesPanel.Question(prompt, before, after);
    }
  }
}

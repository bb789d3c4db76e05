package dev.lethe.forgetting.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lethe.api.LetheException;
import dev.lethe.api.metric.Metric;
import dev.lethe.api.metric.Reading;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.api.verdict.Limit;
import dev.lethe.api.verdict.Score;
import dev.lethe.api.verdict.Statement;
import dev.lethe.engine.recipe.OlderDocument;
import dev.lethe.forgetting.finding.DefenseFacts;
import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.forgetting.verdict.Outcome;
import dev.lethe.io.json.Json;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import dev.lethe.report.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report of the first schema as one of today's. What its methods would have said of their numbers
 * is taken from the sentences that stand in it: the methods themselves need not be installed.
 */
public final class OlderReport {
  /** What was on top of the page of a first report: the metric and its label. */
  private static final Map<String, String> LABELS =
      Map.of(
          "zero-shot.top1", "Zero-shot accuracy", "similarity.backdoor", "Name read as its target");

  private static final String OF_FORGETTING = "similarity.backdoor";

  private final FirstSchema first;
  private final OlderDocument document;

  private OlderReport(FirstSchema first, OlderDocument document) {
    this.first = first;
    this.document = document;
  }

  /**
   * Returns a report of today's schema.
   *
   * @param document of the first schema; else nothing is returned
   * @throws LetheException if it is damaged
   */
  public static Optional<Report> upgraded(OlderDocument document) {
    if (!document.content().path("schema").asText().equals(FirstSchema.NAME)) {
      return Optional.empty();
    }
    ObjectNode facts = document.content().deepCopy();
    facts.remove("requirements");
    FirstSchema first = Json.value(facts, FirstSchema.class, document.file());
    return Optional.of(new OlderReport(first, document).report());
  }

  private Report report() {
    Report report = draft().report();
    FirstSchema.Verdict told = first.verdict();
    if (told == null || !document.names().isEmpty()) {
      return report;
    }
    Outcome outcome = Outcome.of(told.outcome());
    Verdict verdict =
        new Verdict(
            outcome.id(),
            outcome.label(),
            outcome.tone(),
            told.headline(),
            told.people(),
            told.sentences(),
            report.verdict().figures());
    return new Report(
        report.schema(),
        report.recipe(),
        report.redacted(),
        verdict,
        report.config(),
        report.provenance(),
        report.metrics(),
        report.descriptions(),
        report.limits(),
        report.chapters(),
        report.artifacts(),
        report.sections(),
        report.notes());
  }

  private Draft draft() {
    Provenance provenance = first.provenance();
    FirstSchema.Checkpoint model = first.model();
    return new Draft(
        first.defense().isEmpty() ? "audit" : "forgetting",
        isRedacted(),
        Objects.requireNonNullElse(document.config(), first.config()),
        provenance,
        first.metrics(),
        first.descriptions().stream().map(OlderReport::metric).toList(),
        facts(),
        views(),
        model == null
            ? List.of()
            : List.of(Checkpoints.artifact(model.path(), model.sha256(), model.known())),
        words(),
        first.notes());
  }

  /** Only a redacted report keeps its seed to itself. */
  private boolean isRedacted() {
    return first.provenance().seed() == null && document.names().isEmpty();
  }

  private String named(String name) {
    return document.names().getOrDefault(name, name);
  }

  private ForgettingFacts facts() {
    Map<String, PersonFacts> people = new LinkedHashMap<>();
    first.people().forEach((name, person) -> people.put(named(name), person.facts()));
    List<DefenseFacts> defense = first.defense().stream().map(FirstSchema.Defense::facts).toList();
    FirstSchema.Checkpoint model = first.model();
    return new ForgettingFacts(
        first.forgotten().stream().map(this::named).toList(),
        first.attack(),
        people,
        defense,
        model == null ? List.of() : model.known());
  }

  private Views views() {
    return new Views(
        first.examples().stream().map(this::example).toList(),
        first.embeddingMap(),
        first.defense().stream().map(FirstSchema.Defense::trained).toList());
  }

  private VotesPanel.Person example(FirstSchema.Example example) {
    return Examples.person(
        example.person(),
        example.forgotten(),
        first.defense().isEmpty(),
        example.prompts().stream().map(FirstSchema.Prompt::question).toList());
  }

  private static Metric metric(FirstSchema.Description first) {
    Metric plain = first.metric();
    Metric.Role role =
        !LABELS.containsKey(plain.name())
            ? Metric.Role.DETAIL
            : plain.name().equals(OF_FORGETTING) ? Metric.Role.FORGETTING : Metric.Role.UTILITY;
    return new Metric(plain.name(), plain.unit(), plain.direction(), role, plain.meaning());
  }

  private Words words() {
    return new Words(
        new Score(
            "correct prompts",
            "prompts name one of them rightly",
            "For each prompt the attack chooses the candidate name nearest to most of a"
                + " person's pictures. The more prompts give the right name, the better the"
                + " model knows who this is."),
        first.defense().stream().map(defense -> limits(defense.strategy())).toList(),
        List.of(
            new Limit(
                "One attack is one attack.",
                "A stronger or different one may find what this one misses: other prompts, more"
                    + " pictures, access to weights. Not being found is not proof of absence.")),
        OlderReport::statement);
  }

  private static Optional<Statement> statement(Reading reading) {
    @Nullable String label = LABELS.get(reading.metric().name());
    return label == null ? Optional.empty() : Optional.of(new Statement(label, ""));
  }

  /** All strategies of the first schema whose name began so changed the text tower alone. */
  private static List<Limit> limits(String strategy) {
    return strategy.startsWith("text-")
        ? List.of(
            new Limit(
                "The face is still known.",
                "Only the text tower can have changed. Whatever reads or draws pictures beside it"
                    + " knows all it knew: an image tower still maps all pictures of one person"
                    + " close together, so pictures can still be matched to pictures.",
                true))
        : List.of(
            new Limit(
                "Not every picture is forgotten.",
                "Other poses, ages and qualities of pictures than those trained on may still be"
                    + " recognized."));
  }
}

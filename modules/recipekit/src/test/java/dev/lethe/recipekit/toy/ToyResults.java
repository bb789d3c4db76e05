package dev.lethe.recipekit.toy;

import dev.lethe.api.metric.Metric;
import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.api.panel.PeoplePanel.Group;
import dev.lethe.api.panel.PeoplePanel.Person;
import dev.lethe.engine.config.Config;
import dev.lethe.engine.recipe.Results;
import dev.lethe.report.Chapter;
import dev.lethe.report.Limits;
import dev.lethe.report.Metrics;
import dev.lethe.report.Provenance;
import dev.lethe.report.Report;
import dev.lethe.report.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Whom the attack found. */
record ToyResults(
    Config config,
    ToySettings settings,
    List<Saying> sayings,
    ToyPipeline.Scores scores,
    Provenance provenance)
    implements Results {
  private static final List<Metric> METRICS =
      List.of(
          rate("toy.tpr", "Members whom the attack finds."),
          rate("toy.fpr", "Strangers whom the attack takes for members."));

  @Override
  public Report report() {
    Map<String, Double> values = new TreeMap<>();
    values.put("toy.tpr", share(true));
    values.put("toy.fpr", share(false));
    return new Report(
        Report.SCHEMA,
        "toy-membership",
        false,
        new Verdict(
            "inferred",
            "Membership inferred",
            Verdict.Tone.NEUTRAL,
            "The attack finds %.0f %% of the members.".formatted(100 * share(true)),
            List.of(),
            List.of(),
            List.of()),
        config.values(),
        provenance,
        new Metrics(values, Map.of()),
        METRICS,
        new Limits("What this does not show", "It is a toy.", List.of()),
        List.of(new Chapter("people", "People", "People", List.of(people()))),
        List.of(),
        Map.of(),
        List.of("this model knows nothing but characters"));
  }

  @Override
  public Set<String> names() {
    return sayings.stream().map(Saying::name).collect(Collectors.toSet());
  }

  @Override
  public Report redacted(Map<String, String> pseudonyms) {
    Report named = report();
    UnaryOperator<String> pseudonym = pseudonyms::get;
    return new Report(
        named.schema(),
        named.recipe(),
        true,
        named.verdict(),
        Map.of("name", "redacted"),
        provenance.redacted(),
        named.metrics().redacted(METRICS),
        METRICS,
        named.limits(),
        List.of(
            new Chapter(
                "people", "People", "People", people().redacted(pseudonym).stream().toList())),
        List.of(),
        Map.of(),
        List.of());
  }

  private PeoplePanel people() {
    return new PeoplePanel(
        "Who was found",
        "A text above %s counts as learned.".formatted(settings.threshold()),
        "log-likelihoods",
        List.of(
            new Group(
                "Everybody",
                "all who said something",
                false,
                sayings.stream().map(this::person).toList())));
  }

  private Person person(Saying saying) {
    return new Person(
        saying.name(),
        saying.member(),
        scores.byName().get(saying.name()),
        null,
        isFound(saying),
        null);
  }

  private boolean isFound(Saying saying) {
    return scores.byName().get(saying.name()) >= settings.threshold();
  }

  private double share(boolean member) {
    return sayings.stream()
        .filter(saying -> saying.member() == member)
        .mapToInt(saying -> isFound(saying) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static Metric rate(String name, String meaning) {
    return new Metric(
        name, Metric.Unit.SHARE, Metric.Direction.LOWER, Metric.Role.LEAKAGE, meaning);
  }
}

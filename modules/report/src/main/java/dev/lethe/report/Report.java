package dev.lethe.report;

import dev.lethe.api.metric.Metric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run found out: the content of {@code report.json}.
 *
 * @param schema {@link #SCHEMA}
 * @param config the settings that took effect, overrides included
 * @param provenance what made it, from what, and when
 * @param forgotten the names of the people who asked to be forgotten; empty for an audit
 * @param metrics what was measured
 * @param descriptions what each metric means, once, in the order of the tables
 * @param attack the attack that {@code people} and {@code examples} speak of, or null without one
 * @param people everyone attacked, by name
 * @param defense one for each strategy, in the order of their application; empty for an audit
 * @param model the defended checkpoint, or null for an audit
 * @param examples how prompts went for those who asked and a few others
 * @param embeddingMap where names lie in the text embedding space, or null without people
 * @param notes what a reader must know to read the numbers rightly
 */
public record Report(
    String schema,
    Map<String, Object> config,
    Provenance provenance,
    List<String> forgotten,
    Metrics metrics,
    List<Metric> descriptions,
    @Nullable String attack,
    Map<String, PersonReport> people,
    List<DefenseReport> defense,
    @Nullable CheckpointReport model,
    List<ExampleReport> examples,
    @Nullable EmbeddingMap embeddingMap,
    List<String> notes) {

  /** The schema this version writes. */
  public static final String SCHEMA = "lethe.report/1";

  /**
   * Returns a report that names nobody and holds nothing that can be computed from a name. Every
   * record in it says itself what is left.
   */
  public Report redacted(Redaction redaction) {
    Map<String, PersonReport> rows = new TreeMap<>();
    people.forEach((name, person) -> rows.put(redaction.pseudonym(name), person.redacted()));
    return new Report(
        schema,
        redaction.config(),
        provenance.redacted(),
        forgotten.stream().map(redaction::pseudonym).sorted().toList(),
        metrics.redacted(descriptions),
        descriptions,
        attack,
        rows,
        defense.stream().map(DefenseReport::redacted).toList(),
        model == null ? null : model.redacted(),
        List.of(),
        null,
        redaction.notes());
  }

  /** Returns the text encoders beside the defended one, which still know everybody. */
  public List<String> undefended() {
    return model == null ? List.of() : model.undefended();
  }

  /** Copies the collections, keeping their order. */
  public Report {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(metrics, "metrics");
    config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    forgotten = List.copyOf(forgotten);
    descriptions = List.copyOf(descriptions);
    people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    people.values().forEach(Objects::requireNonNull);
    defense = List.copyOf(defense);
    examples = List.copyOf(examples);
    notes = List.copyOf(notes);
  }
}

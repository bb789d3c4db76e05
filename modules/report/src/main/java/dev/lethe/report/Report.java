package dev.lethe.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lethe.api.metric.Metric;
import dev.lethe.io.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a run found out: the content of {@code report.json}. It is an envelope that every
 * recipe fills in the same way, so that whoever draws, lists or compares reports need not know
 * recipes; what only a recipe understands is in its section.
 *
 * @param schema {@link #SCHEMA}
 * @param recipe the name of the recipe that made it
 * @param redacted whether it names nobody
 * @param verdict what came out, in plain words
 * @param config the settings that took effect, overrides included
 * @param provenance what made it, from what, and when
 * @param metrics what was measured
 * @param descriptions what each metric means, once, in the order of the tables
 * @param limits what a good result does not mean
 * @param chapters what there is to look at
 * @param artifacts what the run left beside its report
 * @param sections what a recipe knows of its run and reads again, by the recipe's name
 * @param notes what a reader must know to read the numbers rightly
 */
public record Report(
    String schema,
    String recipe,
    boolean redacted,
    Verdict verdict,
    Map<String, Object> config,
    Provenance provenance,
    Metrics metrics,
    List<Metric> descriptions,
    Limits limits,
    List<Chapter> chapters,
    List<StoredArtifact> artifacts,
    Map<String, JsonNode> sections,
    List<String> notes) {

  /** The schema this version writes. */
  public static final String SCHEMA = "lethe.report/2";

  /** Stands for a text that may tell who somebody is. */
  public static final String WITHHELD = "(withheld)";

  /** Copies the collections, keeping their order. */
  public Report {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(recipe, "recipe");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(metrics, "metrics");
    Objects.requireNonNull(limits, "limits");
    config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    descriptions = List.copyOf(descriptions);
    chapters = List.copyOf(chapters);
    artifacts = List.copyOf(artifacts);
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    notes = List.copyOf(notes);
  }

  /** Returns what the run was called. */
  public String name() {
    return String.valueOf(config.getOrDefault("name", "run"));
  }

  /** Returns whether there is something to compare the original with. */
  public boolean compares() {
    return !metrics.after().isEmpty();
  }

  /** Returns the checkpoint that the run left; empty where it changed no model. */
  public Optional<StoredArtifact> checkpoint() {
    return artifacts.stream()
        .filter(artifact -> artifact.kind() == StoredArtifact.Kind.CHECKPOINT)
        .findFirst();
  }

  /**
   * Returns a section as the value that the recipe wrote.
   *
   * @throws IllegalArgumentException if there is none of that name, or of another shape
   */
  public <T> T section(String name, Class<T> type) {
    JsonNode section = sections.get(name);
    if (section == null) {
      throw new IllegalArgumentException(
          "the report of recipe '%s' has no section '%s'".formatted(recipe, name));
    }
    return Json.value(section, type);
  }
}

package dev.lethe.experiment.redact;

import dev.lethe.experiment.report.EmbeddingMap;
import dev.lethe.experiment.report.ExampleReport;
import dev.lethe.experiment.report.Report;
import dev.lethe.experiment.store.Json;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports without names. */
public final class RedactedReport {
  private RedactedReport() {}

  /** Returns a report with pseudonyms, in an order that says nothing about the names. */
  public static Report of(Report report, Pseudonyms pseudonyms) {
    Report hidden = replace(report, Substitution.hiding(pseudonyms));
    return new Report(
        hidden.schema(),
        hidden.config(),
        hidden.provenance(),
        hidden.forgotten(),
        hidden.metrics(),
        hidden.descriptions(),
        hidden.attack(),
        new TreeMap<>(hidden.people()),
        hidden.defense(),
        hidden.model(),
        sorted(hidden.examples()),
        sorted(hidden.embeddingMap()),
        hidden.notes());
  }

  /** Returns a report with the names again, which were replaced by pseudonyms. */
  public static Report undo(Report report, Pseudonyms pseudonyms) {
    return replace(report, Substitution.revealing(pseudonyms));
  }

  private static Report replace(Report report, Substitution substitution) {
    return Json.value(substitution.apply(Json.tree(report)), Report.class, Path.of("report.json"));
  }

  private static List<ExampleReport> sorted(List<ExampleReport> examples) {
    return examples.stream()
        .sorted(
            Comparator.comparing((ExampleReport each) -> !each.forgotten())
                .thenComparing(ExampleReport::person))
        .toList();
  }

  private static @Nullable EmbeddingMap sorted(@Nullable EmbeddingMap map) {
    return map == null
        ? null
        : new EmbeddingMap(
            map.points().stream().sorted(Comparator.comparing(EmbeddingMap.Point::label)).toList(),
            map.explained());
  }
}

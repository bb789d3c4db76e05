package dev.lethe.experiment.redact;

import dev.lethe.api.attack.PersonOutcome.Vote;
import dev.lethe.api.defense.Trigger;
import dev.lethe.experiment.report.CheckpointReport;
import dev.lethe.experiment.report.DefenseReport;
import dev.lethe.experiment.report.EmbeddingMap;
import dev.lethe.experiment.report.EmbeddingMap.Point;
import dev.lethe.experiment.report.ExampleReport;
import dev.lethe.experiment.report.ExampleReport.Prompt;
import dev.lethe.experiment.report.PersonReport;
import dev.lethe.experiment.report.Provenance;
import dev.lethe.experiment.report.Report;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reports without names. Names are replaced where the report has names, settings, paths and
 * sentences about the data; never in keys, metrics, hashes and the names of methods.
 */
public final class RedactedReport {
  private final Map<String, String> byName;
  private final NamesInText names;

  private RedactedReport(Pseudonyms pseudonyms) {
    byName = pseudonyms.byName();
    names = new NamesInText(byName);
  }

  /** Returns a report with pseudonyms, in an order that says nothing about the names. */
  public static Report of(Report report, Pseudonyms pseudonyms) {
    return new RedactedReport(pseudonyms).hide(report);
  }

  /**
   * Returns a report with whom it is about and how it was configured, as {@link #of} found it;
   * other texts keep the pseudonyms.
   */
  public static Report undo(Report report, RedactionKey key) {
    Map<String, String> byPseudonym = new LinkedHashMap<>();
    key.pseudonyms().byName().forEach((name, pseudonym) -> byPseudonym.put(pseudonym, name));
    Map<String, PersonReport> people = new TreeMap<>();
    report
        .people()
        .forEach((each, person) -> people.put(byPseudonym.getOrDefault(each, each), person));
    return new Report(
        report.schema(),
        key.config(),
        report.provenance(),
        report.forgotten().stream().map(each -> byPseudonym.getOrDefault(each, each)).toList(),
        report.metrics(),
        report.descriptions(),
        report.attack(),
        people,
        report.defense(),
        report.model(),
        report.examples(),
        report.embeddingMap(),
        report.notes());
  }

  private Report hide(Report report) {
    Map<String, PersonReport> people = new TreeMap<>();
    report.people().forEach((name, person) -> people.put(text(name), person));
    return new Report(
        report.schema(),
        settings(report.config()),
        provenance(report.provenance()),
        report.forgotten().stream().map(this::text).toList(),
        report.metrics(),
        report.descriptions(),
        report.attack(),
        people,
        report.defense().stream().map(this::defense).toList(),
        checkpoint(report.model()),
        report.examples().stream()
            .map(this::example)
            .sorted(
                Comparator.comparing((ExampleReport each) -> !each.forgotten())
                    .thenComparing(ExampleReport::person))
            .toList(),
        map(report.embeddingMap()),
        report.notes().stream().map(this::text).toList());
  }

  /** Replaces a name, or the names in a text. */
  private String text(String text) {
    String whole = byName.get(text);
    return whole != null ? whole : names.replaceIn(text);
  }

  private Map<String, Object> settings(Map<?, ?> settings) {
    Map<String, Object> hidden = new LinkedHashMap<>();
    settings.forEach((key, value) -> hidden.put(String.valueOf(key), setting(value)));
    return hidden;
  }

  private @Nullable Object setting(@Nullable Object value) {
    if (value instanceof String || value instanceof Path) {
      return text(value.toString());
    }
    if (value instanceof Map<?, ?> settings) {
      return settings(settings);
    }
    return value instanceof List<?> list
        ? list.stream().map(this::setting).collect(Collectors.toList())
        : value;
  }

  private Provenance provenance(Provenance made) {
    Provenance.Source model = made.model();
    return new Provenance(
        made.lethe(),
        made.gitRevision(),
        made.java(),
        made.os(),
        made.engine(),
        made.libraries(),
        made.device(),
        made.precision(),
        made.threads(),
        made.seed(),
        new Provenance.Source(text(model.path()), model.format(), model.sha256()),
        made.data(),
        made.plugins(),
        made.started(),
        made.finished());
  }

  private DefenseReport defense(DefenseReport defense) {
    return new DefenseReport(
        defense.strategy(),
        defense.steps(),
        defense.seconds(),
        defense.secondsPerStep(),
        defense.peakMemoryBytes(),
        defense.triggers().stream()
            .map(
                each -> new Trigger(text(each.person()), text(each.trigger()), text(each.target())))
            .toList(),
        defense.history());
  }

  private @Nullable CheckpointReport checkpoint(@Nullable CheckpointReport model) {
    return model == null
        ? null
        : new CheckpointReport(text(model.path()), model.sha256(), model.undefended());
  }

  private ExampleReport example(ExampleReport example) {
    List<Prompt> prompts =
        example.prompts().stream()
            .map(each -> new Prompt(text(each.prompt()), votes(each.before()), votes(each.after())))
            .toList();
    return new ExampleReport(text(example.person()), example.forgotten(), prompts);
  }

  private List<Vote> votes(List<Vote> votes) {
    return votes.stream().map(each -> new Vote(text(each.name()), each.images())).toList();
  }

  private @Nullable EmbeddingMap map(@Nullable EmbeddingMap map) {
    return map == null
        ? null
        : new EmbeddingMap(
            map.points().stream()
                .map(
                    each -> new Point(text(each.label()), each.kind(), each.before(), each.after()))
                .sorted(Comparator.comparing(Point::label))
                .toList(),
            map.explained());
  }
}

package dev.lethe.experiment.report;

import dev.lethe.api.metric.Metric;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report for reading in a terminal or a repository. */
final class MarkdownReport {
  private final Report report;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(Report report) {
    this.report = report;
  }

  static String render(Report report) {
    return new MarkdownReport(report).render();
  }

  private String render() {
    line("# " + Markdown.text(String.valueOf(report.config().get("name"))));
    line("");
    line(summary());
    metrics();
    people();
    notes();
    provenance();
    return text.toString();
  }

  private String summary() {
    if (report.forgotten().isEmpty()) {
      return "An audit: nobody was made forgotten.";
    }
    String forgotten =
        "Made forgotten: "
            + report.forgotten().stream().map(Markdown::text).collect(Collectors.joining(", "))
            + ".";
    return report.undefended().isEmpty()
        ? forgotten
        : "%s Not by %s, which still know%s them."
            .formatted(
                forgotten,
                report.undefended().stream()
                    .map(Markdown::text)
                    .collect(Collectors.joining(" and ")),
                report.undefended().size() == 1 ? "s" : "");
  }

  private void metrics() {
    boolean audit = report.forgotten().isEmpty();
    heading("Metrics");
    line(audit ? "| metric | value | meaning |" : "| metric | before | after | better | meaning |");
    line(audit ? "|---|---|---|" : "|---|---|---|---|---|");
    for (Metric metric : report.descriptions()) {
      String name = Markdown.text(metric.name());
      String meaning = Markdown.text(metric.meaning());
      String before = value(report.metrics().before(), metric);
      line(
          audit
              ? "| %s | %s | %s |".formatted(name, before, meaning)
              : "| %s | %s | %s | %s | %s |"
                  .formatted(
                      name,
                      before,
                      value(report.metrics().after(), metric),
                      metric.direction().name().toLowerCase(Locale.ROOT),
                      meaning));
    }
  }

  private void people() {
    if (report.people().isEmpty()) {
      return;
    }
    heading("People");
    line("Correct prompts of " + Markdown.text(String.valueOf(report.attack())) + ".");
    line("");
    line("| name | member | forgotten | before | after |");
    line("|---|---|---|---|---|");
    report
        .people()
        .forEach(
            (name, person) ->
                line(
                    "| %s | %s | %s | %s | %s |"
                        .formatted(
                            Markdown.text(name),
                            person.member() ? "yes" : "no",
                            person.forgotten() ? "yes" : "",
                            person.before() == null ? "" : person.before(),
                            person.after() == null ? "" : person.after())));
  }

  private void notes() {
    if (!report.notes().isEmpty()) {
      heading("Notes");
      report.notes().forEach(this::item);
    }
  }

  private void provenance() {
    Provenance made = report.provenance();
    heading("Provenance");
    item(
        "Lethe %s (%s), Java %s, %s"
            .formatted(made.lethe(), made.gitRevision(), made.java(), made.os()));
    item(
        "%s on %s in %s with %d threads, seed %s"
            .formatted(
                made.engine(), made.device(), made.precision(), made.threads(), made.shownSeed()));
    item("model %s, SHA-256 %s".formatted(made.model().path(), made.model().sha256()));
    made.data().forEach((place, hash) -> item("%s, SHA-256 %s".formatted(place, hash)));
    CheckpointReport defended = report.model();
    if (defended != null) {
      item("defended checkpoint %s, SHA-256 %s".formatted(defended.path(), defended.sha256()));
    }
    item("from %s to %s".formatted(made.started(), made.finished()));
  }

  private static String value(Map<String, @Nullable Double> values, Metric metric) {
    return Figures.withInterval(values, metric);
  }

  private void heading(String title) {
    line("");
    line("## " + title);
    line("");
  }

  /** Adds an item of a list, which may hold anything from outside. */
  private void item(String text) {
    line("- " + Markdown.text(text));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}

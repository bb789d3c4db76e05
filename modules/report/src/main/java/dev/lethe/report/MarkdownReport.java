package dev.lethe.report;

import dev.lethe.api.metric.Metric;
import dev.lethe.report.requirement.Requirements;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    line("# " + Markdown.text(report.name()));
    line("");
    verdict();
    metrics();
    panels();
    notes();
    limits();
    provenance();
    return text.toString();
  }

  private void verdict() {
    Verdict verdict = report.verdict();
    line("**%s.** %s".formatted(Markdown.text(verdict.label()), Markdown.text(verdict.headline())));
    line("");
    verdict.lines().forEach(this::item);
    verdict.sentences().forEach(this::item);
    Requirements.of(report).lines().forEach(this::item);
  }

  private void limits() {
    Limits limits = report.limits();
    heading(Markdown.text(limits.title()));
    line(Markdown.text(limits.lead()));
    line("");
    for (Limits.Item limit : limits.limits()) {
      line("- **%s** %s".formatted(Markdown.text(limit.title()), Markdown.text(limit.meaning())));
    }
  }

  private void panels() {
    for (Chapter chapter : report.chapters()) {
      List<String> panels =
          chapter.panels().stream()
              .map(MarkdownPanels::of)
              .filter(each -> !each.isEmpty())
              .toList();
      if (!panels.isEmpty()) {
        heading(Markdown.text(chapter.title()));
        line(String.join("\n\n", panels));
      }
    }
  }

  private void metrics() {
    boolean audit = !report.compares();
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
                      better(metric.direction()),
                      meaning));
    }
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
    report
        .artifacts()
        .forEach(
            artifact ->
                item(
                    "%s %s, SHA-256 %s"
                        .formatted(artifact.name(), artifact.path(), artifact.sha256())));
    item("from %s to %s".formatted(made.started(), made.finished()));
  }

  private static String better(Metric.Direction direction) {
    return direction == Metric.Direction.NEITHER ? "" : direction.name().toLowerCase(Locale.ROOT);
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

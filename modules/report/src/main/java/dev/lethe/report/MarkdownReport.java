package dev.lethe.report;

import dev.lethe.api.metric.Metric;
import dev.lethe.report.requirement.Requirements;
import dev.lethe.report.verdict.Limits;
import dev.lethe.report.verdict.Verdict;
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
    line("# " + Markdown.text(String.valueOf(report.config().get("name"))));
    line("");
    verdict();
    metrics();
    people();
    notes();
    limits();
    provenance();
    return text.toString();
  }

  private void verdict() {
    Verdict verdict = Verdict.of(report);
    line("**%s.** %s".formatted(verdict.outcome().label(), Markdown.text(verdict.headline())));
    line("");
    verdict.people().forEach(this::item);
    verdict.sentences().forEach(this::item);
    Requirements.of(report).lines().forEach(this::item);
  }

  private void limits() {
    Limits limits = Limits.of(report);
    heading(limits.title());
    line(Markdown.text(limits.lead()));
    line("");
    for (Limits.Limit limit : limits.limits()) {
      line("- **%s** %s".formatted(Markdown.text(limit.title()), Markdown.text(limit.meaning())));
    }
  }

  private void metrics() {
    boolean audit = report.metrics().after().isEmpty();
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

  private void people() {
    if (report.people().isEmpty()) {
      return;
    }
    heading("People");
    line(
        "Correct prompts of %s. ✓ marks whom it calls a member."
            .formatted(Markdown.text(String.valueOf(report.attack()))));
    line("");
    line("| name | member | asked | before | after |");
    line("|---|---|---|---|---|");
    report
        .people()
        .forEach(
            (name, person) ->
                line(
                    "| %s | %s | %s | %s | %s |"
                        .formatted(
                            Markdown.text(name),
                            member(person),
                            person.forgotten() ? "yes" : "",
                            found(person.before(), person.recognisedBefore()),
                            found(person.after(), person.recognisedAfter()))));
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

  private static String better(Metric.Direction direction) {
    return direction == Metric.Direction.NEITHER ? "" : direction.name().toLowerCase(Locale.ROOT);
  }

  private static String found(@Nullable Integer correct, @Nullable Boolean recognised) {
    String count = correct == null ? "" : correct.toString();
    return Boolean.TRUE.equals(recognised) ? (count + " ✓").strip() : count;
  }

  private static String member(PersonReport person) {
    if (person.member() == null) {
      return "not known";
    }
    return person.member() ? "yes" : "no";
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

package dev.lethe.experiment.report.html;

import static dev.lethe.experiment.report.html.Element.element;

import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.experiment.report.Report;
import java.util.Optional;

/** The verdict and the numbers that carry it, at the top of the page. */
final class VerdictBanner {
  private VerdictBanner() {}

  static Element render(Report report) {
    var verdict = new Verdict(report);
    var sentences = element("div").with("class", "verdict-text");
    verdict.sentences().forEach(sentence -> sentences.add(element("p", sentence)));
    return element("div")
        .with("class", "verdict " + verdict.outcome().cssClass())
        .add(
            element("p", verdict.outcome().label()).with("class", "chip"),
            element("h1", verdict.headline()),
            sentences,
            tiles(report));
  }

  private static Element tiles(Report report) {
    var tiles = element("dl").with("class", "tiles");
    found("Forgotten people found", Group.forgotten(report)).ifPresent(tiles::add);
    found(
            report.defense().isEmpty() ? "Members found" : "Other members found",
            Group.otherMembers(report))
        .ifPresent(tiles::add);
    found("Non-members called members", Group.nonMembers(report)).ifPresent(tiles::add);
    Reading.named("zero-shot.top1", report)
        .map(
            top1 ->
                tile(
                    "Zero-shot accuracy",
                    Numbers.value(top1.before(), Unit.SHARE),
                    Numbers.value(top1.after(), Unit.SHARE),
                    ""))
        .ifPresent(tiles::add);
    if (report.attack() == null) {
      Reading.named("similarity.backdoor", report)
          .map(
              names ->
                  tile(
                      "Name read as its target",
                      Numbers.value(names.before(), Unit.COSINE),
                      Numbers.value(names.after(), Unit.COSINE),
                      ""))
          .ifPresent(tiles::add);
    }
    return tiles;
  }

  private static Optional<Element> found(String label, Group group) {
    if (!group.attackedBefore()) {
      return Optional.empty();
    }
    var after = group.attackedAfter() ? String.valueOf(group.foundAfter()) : Numbers.NONE;
    return Optional.of(
        tile(label, String.valueOf(group.foundBefore()), after, " of " + group.size()));
  }

  private static Element tile(String label, String before, String after, String whole) {
    var value = element("dd").add(element("span", before).with("class", "was"));
    if (!after.equals(Numbers.NONE)) {
      value
          .add(element("span", " → ").with("class", "arrow"))
          .add(element("span", after).with("class", "now"));
    }
    return element("div")
        .add(element("dt", label), value.add(element("span", whole).with("class", "whole")));
  }
}

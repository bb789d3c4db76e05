package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.report.Report;
import dev.lethe.report.figures.Numbers;
import dev.lethe.report.figures.Reading;
import dev.lethe.report.requirement.Check;
import dev.lethe.report.requirement.Requirements;
import dev.lethe.report.verdict.Group;
import dev.lethe.report.verdict.Verdict;
import java.util.Optional;

/** The verdict and the numbers that carry it, at the top of the page. */
final class VerdictBanner {
  private VerdictBanner() {}

  static Element render(Report report) {
    var verdict = Verdict.of(report);
    var sentences = element("div").with("class", "verdict-text");
    verdict.people().forEach(line -> sentences.add(element("p", line + ".").with("class", "who")));
    verdict.sentences().forEach(sentence -> sentences.add(element("p", sentence)));
    for (Check check : Requirements.of(report).checks()) {
      sentences.add(element("p", check.line()).with("class", check.holds() ? "held" : "not-held"));
    }
    return element("div")
        .with("class", "verdict outcome-" + verdict.outcome().id())
        .add(
            element("p", verdict.outcome().label()).with("class", "chip"),
            element("h1", verdict.headline()),
            sentences,
            tiles(report));
  }

  private static Element tiles(Report report) {
    var tiles = element("dl").with("class", "tiles");
    found("Found of those who asked", Group.asked(report)).ifPresent(tiles::add);
    found(others(report), Group.others(report)).ifPresent(tiles::add);
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

  private static String others(Report report) {
    boolean known = Group.isMembershipKnown(report);
    if (report.defense().isEmpty()) {
      return known ? "Members found" : "People found";
    }
    return known ? "Other members found" : "Others found";
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

package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.report.Report;
import dev.lethe.report.Verdict;
import dev.lethe.report.requirement.Check;
import dev.lethe.report.requirement.Requirements;
import java.util.Locale;

/** The verdict and the numbers that carry it, at the top of the page. */
final class VerdictBanner {
  private VerdictBanner() {}

  static Element render(Report report) {
    var verdict = report.verdict();
    var sentences = element("div").with("class", "verdict-text");
    verdict.lines().forEach(line -> sentences.add(element("p", line + ".").with("class", "who")));
    verdict.sentences().forEach(sentence -> sentences.add(element("p", sentence)));
    for (Check check : Requirements.of(report).checks()) {
      sentences.add(element("p", check.line()).with("class", check.holds() ? "held" : "not-held"));
    }
    var tiles = element("dl").with("class", "tiles");
    verdict.figures().forEach(figure -> tiles.add(tile(figure)));
    return element("div")
        .with("class", "verdict tone-" + verdict.tone().name().toLowerCase(Locale.ROOT))
        .add(
            element("p", verdict.label()).with("class", "chip"),
            element("h1", verdict.headline()),
            sentences,
            tiles);
  }

  private static Element tile(Verdict.KeyFigure figure) {
    var value = element("dd").add(element("span", figure.before()).with("class", "was"));
    if (figure.after() != null) {
      value
          .add(element("span", " → ").with("class", "arrow"))
          .add(element("span", figure.after()).with("class", "now"));
    }
    var whole = figure.whole().isEmpty() ? "" : " " + figure.whole();
    return element("div")
        .add(
            element("dt", figure.label()),
            value.add(element("span", whole).with("class", "whole")));
  }
}

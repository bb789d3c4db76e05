package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;
import static dev.lethe.report.html.Element.source;

import dev.lethe.report.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a report as one self-contained page: no network, no fonts, no pictures of people. It reads
 * in light and dark, on paper, on a narrow screen and without its script.
 */
public final class HtmlReport {

  /** Returns the page, in UTF-8 when written; it is well-formed XML as well as HTML. */
  public String render(Report report) {
    var name = report.name();
    var sections = sections(report);
    var body =
        element("body")
            .add(
                element("a", "Skip to the verdict").with("class", "skip").with("href", "#verdict"),
                header(name, report, sections),
                main(report, sections),
                element("footer")
                    .text("Written by Lethe %s. ".formatted(report.provenance().lethe()))
                    .text("The same numbers are in report.json."),
                source("script", Resource.text("report.js")));
    return Head.page(name + " – Lethe report", body);
  }

  private static List<Section> sections(Report report) {
    var sections = new ArrayList<Section>();
    sections.add(MetricsTable.of(report));
    var panels = new PanelDrawings();
    report.chapters().forEach(chapter -> sections.add(panels.section(chapter)));
    sections.add(LimitsSection.of(report));
    sections.add(ProvenanceSection.of(report));
    return sections;
  }

  private static Element header(String name, Report report, List<Section> sections) {
    var links = element("ul");
    sections.forEach(
        section ->
            links.add(
                element("li").add(element("a", section.label()).with("href", "#" + section.id()))));
    return element("header")
        .add(
            element("p")
                .with("class", "brand")
                .add(Wave.render(), element("span", "Lethe"))
                .add(
                    element("span", name + ", " + day(report.provenance().finished()))
                        .with("class", "run")),
            element("nav").with("aria-label", "Sections").add(links));
  }

  private static Element main(Report report, List<Section> sections) {
    return element("main")
        .with("id", "verdict")
        .add(VerdictBanner.render(report))
        .addAll(sections.stream().map(Section::render).toList());
  }

  private static String day(String instant) {
    int time = instant.indexOf('T');
    return time < 0 ? instant : instant.substring(0, time);
  }
}

package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;
import static dev.lethe.report.html.Element.source;

import dev.lethe.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    var head =
        element("head")
            .add(
                element("meta").with("charset", "utf-8"),
                element("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"),
                element("meta").with("name", "referrer").with("content", "no-referrer"),
                element("meta").with("name", "color-scheme").with("content", "light dark"),
                element("title", name + " – Lethe report"),
                source("style", resource("report.css")));
    var body =
        element("body")
            .add(
                element("a", "Skip to the verdict").with("class", "skip").with("href", "#verdict"),
                header(name, report, sections),
                main(report, sections),
                element("footer")
                    .text("Written by Lethe %s. ".formatted(report.provenance().lethe()))
                    .text("The same numbers are in report.json."),
                source("script", resource("report.js")));
    return "<!DOCTYPE html>\n" + element("html").with("lang", "en").add(head, body) + "\n";
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

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from this module");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

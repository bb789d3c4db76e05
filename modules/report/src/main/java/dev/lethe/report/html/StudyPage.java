package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;
import static dev.lethe.report.html.Element.source;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric.Unit;
import dev.lethe.report.figures.Numbers;
import dev.lethe.report.study.Estimate;
import dev.lethe.report.study.Plot;
import dev.lethe.report.study.ReferenceTable;
import dev.lethe.report.study.Sheet;
import dev.lethe.report.study.Study;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what many runs found as one self-contained page, which prints, and reads without its
 * script.
 */
public final class StudyPage {
  private StudyPage() {}

  /** Returns the page; well-formed XML as well as HTML. */
  public static String render(Study study) {
    var main =
        element("main")
            .with("id", "top")
            .add(
                element("h1", study.name()).with("class", "study-title"),
                element("p", study.lead()).with("class", "lead"));
    study.notes().forEach(note -> main.add(element("p", note).with("class", "note")));
    if (!study.plots().isEmpty()) {
      var grid = element("div").with("class", "plots");
      study.plots().forEach(plot -> grid.add(figure(plot)));
      main.add(
          element("section")
              .with("id", "figures")
              .with("aria-labelledby", "figures-title")
              .add(element("h2", "Figures").with("id", "figures-title"), grid));
    }
    study.references().forEach(table -> main.add(section(table)));
    study.sheets().forEach(sheet -> main.add(section(sheet)));
    var body =
        element("body")
            .add(
                element("header")
                    .add(
                        element("p")
                            .with("class", "brand")
                            .add(
                                Wave.render(),
                                element("span", "Lethe"),
                                element("span", study.name()).with("class", "run"))),
                main,
                element("footer")
                    .text(
                        "Written by Lethe %s. The same numbers are in tables of their own beside this page."
                            .formatted(study.lethe())),
                source("script", Resource.text("study.js")));
    return Head.page(study.name() + " – Lethe", body);
  }

  /** Returns a plot as a file of its own. */
  public static String svg(Plot plot) {
    return PlotDrawing.alone(plot) + "\n";
  }

  /**
   * Returns a plot as a picture of its own.
   *
   * @throws dev.lethe.api.LetheException if this machine has no font to write with, as some servers
   */
  public static byte[] png(Plot plot) {
    return RasterFigure.png(svg(plot));
  }

  private static Element figure(Plot plot) {
    return element("figure")
        .with("class", "plot")
        .add(
            element("figcaption")
                .add(
                    element("strong", plot.title()),
                    element("span", " " + plot.explanation()).with("class", "meaning")),
            PlotDrawing.of(plot));
  }

  private static Element section(ReferenceTable table) {
    var head = element("tr");
    List.of("trials", "what", "reported", "measured", "", "")
        .forEach(heading -> head.add(element("th", heading).with("scope", "col")));
    var body = element("tbody");
    for (var row : table.rows()) {
      body.add(
          element("tr")
              .add(
                  element("th", row.of()).with("scope", "row"),
                  element("td", row.what()),
                  element("td", row.claim().sign() + Numbers.value(row.reported(), row.unit())),
                  cell(row.measured(), row.unit(), false),
                  element("td", row.agreement()).with("class", row.agreement().split(" ")[0]),
                  element("td", row.note()).with("class", "meaning")));
    }
    return section(
        table.id(),
        table.title(),
        table.explanation(),
        element("table").with("class", "sheet reference").add(element("thead").add(head), body));
  }

  private static Element section(Sheet sheet) {
    var head = element("tr");
    sheet.groups().forEach(group -> head.add(heading(group, "text")));
    for (var metric : sheet.metrics()) {
      head.add(heading(metric.name(), "number").with("title", metric.meaning()));
    }
    var body = element("tbody");
    for (var row : sheet.rows()) {
      var line = element("tr");
      row.names()
          .forEach(
              name -> line.add(element("th", name).with("scope", "row").with("data-sort", name)));
      for (int i = 0; i < sheet.metrics().size(); i++) {
        line.add(cell(row.values().get(i), sheet.metrics().get(i).unit(), sheet.isBest(row, i)));
      }
      body.add(line);
    }
    return section(
        sheet.id(),
        sheet.title(),
        sheet.explanation(),
        element("table").with("class", "sheet sorts").add(element("thead").add(head), body));
  }

  private static Element section(String id, String title, String explanation, Element table) {
    return element("section")
        .with("id", id)
        .with("aria-labelledby", id + "-title")
        .add(
            element("h2", title).with("id", id + "-title"),
            element("p", explanation).with("class", "lead"),
            element("div")
                .with("class", "wide")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-labelledby", id + "-title")
                .add(table));
  }

  /** A long name goes on below after a dot or a hyphen, not within a word. */
  private static Element heading(String text, String kind) {
    var heading = element("th").with("scope", "col").with("class", kind);
    for (var part : text.split("(?<=[.-])")) {
      heading.text(part).add(element("wbr"));
    }
    return heading;
  }

  private static Element cell(@Nullable Estimate value, Unit unit, boolean best) {
    if (value == null) {
      return element("td", Numbers.NONE).with("data-sort", "");
    }
    var cell =
        element("td")
            .with("data-sort", Double.toString(value.mean()))
            .with("class", best ? "best" : "plain")
            .add(
                element("span", Numbers.value(value.mean(), unit) + (best ? " ★" : ""))
                    .with("class", "number"));
    Interval interval = value.interval();
    if (interval != null) {
      cell.add(
          element("span", "[" + Numbers.interval(interval, unit) + "]").with("class", "interval"));
    }
    return cell;
  }
}

package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;
import static dev.lethe.report.html.Element.source;

import dev.lethe.api.metric.Interval;
import dev.lethe.api.metric.Metric;
import dev.lethe.report.figures.Numbers;
import dev.lethe.report.study.Estimate;
import dev.lethe.report.study.Plot;
import dev.lethe.report.study.Sheet;
import dev.lethe.report.study.Study;
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
        line.add(cell(row.values().get(i), sheet.metrics().get(i), sheet.isBest(row, i)));
      }
      body.add(line);
    }
    return element("section")
        .with("id", sheet.id())
        .with("aria-labelledby", sheet.id() + "-title")
        .add(
            element("h2", sheet.title()).with("id", sheet.id() + "-title"),
            element("p", sheet.explanation()).with("class", "lead"),
            element("div")
                .with("class", "wide")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-labelledby", sheet.id() + "-title")
                .add(
                    element("table").with("class", "sheet").add(element("thead").add(head), body)));
  }

  private static Element heading(String text, String kind) {
    return element("th", text).with("scope", "col").with("class", kind);
  }

  private static Element cell(@Nullable Estimate value, Metric metric, boolean best) {
    if (value == null) {
      return element("td", Numbers.NONE).with("data-sort", "");
    }
    var cell =
        element("td")
            .with("data-sort", Double.toString(value.mean()))
            .with("class", best ? "best" : "plain")
            .add(
                element("span", Numbers.value(value.mean(), metric.unit()) + (best ? " ★" : ""))
                    .with("class", "number"));
    Interval interval = value.interval();
    if (interval != null) {
      cell.add(
          element("span", "[" + Numbers.interval(interval, metric.unit()) + "]")
              .with("class", "interval"));
    }
    return cell;
  }
}

package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.report.Report;
import dev.lethe.report.verdict.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Everyone at a glance: correct prompts before against correct prompts after. */
final class PeopleScatter {
  private PeopleScatter() {}

  /** A place of the grid, whose people are drawn as one circle. */
  private record Cell(boolean forgotten, int before, int after) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int order = Boolean.compare(forgotten, other.forgotten);
      order = order != 0 ? order : Integer.compare(before, other.before);
      return order != 0 ? order : Integer.compare(after, other.after);
    }
  }

  static Element of(Report report, int most) {
    var cells = new TreeMap<Cell, List<String>>();
    report
        .people()
        .forEach(
            (name, person) -> {
              if (person.before() != null && person.after() != null) {
                cells
                    .computeIfAbsent(
                        new Cell(person.forgotten(), person.before(), person.after()),
                        cell -> new ArrayList<>())
                    .add(name);
              }
            });
    var chart =
        new Chart(
            "everyone",
            "Correct prompts of everyone, before and after",
            "People on the diagonal did not change; people at the bottom are not found any more."
                + " The list below holds the same numbers.",
            420,
            400,
            50);
    var x = chart.x(-0.8, most + 0.8);
    var y = chart.y(-0.8, most + 0.8);
    chart
        .yAxis(y, 5)
        .xAxis(x, 5, "correct prompts before")
        .yTitle("correct prompts after")
        .add(Chart.line(x.at(0), y.at(0), x.at(most), y.at(most), "diagonal"));
    cells.forEach((cell, names) -> chart.add(circle(cell, names, x, y)));
    return element("figure")
        .with("class", "scatter")
        .add(
            chart.render(),
            element("figcaption")
                .add(
                    key("forgotten", "asked to be forgotten"),
                    key("other", "everyone else"),
                    element(
                        "span",
                        "Larger circles hold more people. On the dashed line nothing changed.")));
  }

  private static Element circle(Cell cell, List<String> names, Scale x, Scale y) {
    double radius = Math.min(15, 2.5 + 1.8 * Math.sqrt(names.size()));
    return Chart.dot(
            x.at(cell.before()),
            y.at(cell.after()),
            radius,
            "person " + (cell.forgotten() ? "forgotten" : "other"))
        .add(element("title", cell.before() + " → " + cell.after() + ": " + Names.listed(names)));
  }

  private static Element key(String style, String text) {
    return element("span", text).with("class", "key " + style);
  }
}

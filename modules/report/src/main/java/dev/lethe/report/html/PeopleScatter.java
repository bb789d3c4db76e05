package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.PeoplePanel;
import dev.lethe.api.panel.PeoplePanel.Group;
import dev.lethe.report.figures.Listing;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Everyone at a glance: scores before against scores after. */
final class PeopleScatter {
  /** The part of the largest score that is left free around the points. */
  private static final double ROOM = 0.8 / 21;

  private PeopleScatter() {}

  /** A place of the grid, whose people are drawn as one circle. */
  private record Cell(boolean emphasized, double before, double after) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int order = Boolean.compare(emphasized, other.emphasized);
      order = order != 0 ? order : Double.compare(before, other.before);
      return order != 0 ? order : Double.compare(after, other.after);
    }
  }

  static Element of(PeoplePanel panel, double most, String id) {
    var cells = new TreeMap<Cell, List<String>>();
    panel.groups().forEach(group -> add(group, cells));
    var chart =
        new Chart(
            id,
            GroupTable.capital(panel.score()) + " of everyone, before and after",
            "People on the diagonal did not change; people at the bottom are not found any more."
                + " The list below holds the same numbers.",
            420,
            400,
            50);
    var x = chart.x(-ROOM * most, most + ROOM * most);
    var y = chart.y(-ROOM * most, most + ROOM * most);
    chart
        .yAxis(y, 5)
        .xAxis(x, 5, panel.score() + " before")
        .yTitle(panel.score() + " after")
        .add(Chart.line(x.at(0), y.at(0), x.at(most), y.at(most), "diagonal"));
    cells.forEach((cell, names) -> chart.add(circle(cell, names, x, y)));
    return element("figure").with("class", "scatter").add(chart.render(), legend(panel));
  }

  private static void add(Group group, TreeMap<Cell, List<String>> cells) {
    for (var person : group.people()) {
      if (person.before() != null && person.after() != null) {
        cells
            .computeIfAbsent(
                new Cell(group.emphasized(), person.before(), person.after()),
                cell -> new ArrayList<>())
            .add(person.name());
      }
    }
  }

  private static Element circle(Cell cell, List<String> names, Scale x, Scale y) {
    double radius = Math.min(15, 2.5 + 1.8 * Math.sqrt(names.size()));
    var where = Numbers.plain(cell.before()) + " → " + Numbers.plain(cell.after());
    return Chart.dot(
            x.at(cell.before()),
            y.at(cell.after()),
            radius,
            "person " + (cell.emphasized() ? "forgotten" : "other"))
        .add(element("title", where + ": " + Listing.of(names)));
  }

  private static Element legend(PeoplePanel panel) {
    var legend = element("figcaption");
    panel.groups().stream()
        .filter(Group::emphasized)
        .forEach(group -> legend.add(key("forgotten", small(group.title()))));
    return legend.add(
        key("other", "everyone else"),
        element("span", "Larger circles hold more people. On the dashed line nothing changed."));
  }

  private static String small(String title) {
    return Character.toLowerCase(title.charAt(0)) + title.substring(1);
  }

  private static Element key(String style, String text) {
    return element("span", text).with("class", "key " + style);
  }
}

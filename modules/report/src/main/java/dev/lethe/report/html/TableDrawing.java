package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.TablePanel;
import dev.lethe.api.panel.TablePanel.Cell;
import dev.lethe.report.figures.Numbers;

/** A table, folded, since it may be long. */
final class TableDrawing {
  private TableDrawing() {}

  static Element of(TablePanel panel) {
    var head = element("tr");
    panel.columns().forEach(column -> head.add(element("th", column).with("scope", "col")));
    var body = element("tbody");
    for (var row : panel.rows()) {
      var line = element("tr");
      for (int i = 0; i < row.size(); i++) {
        var text = text(row.get(i));
        line.add(i == 0 ? element("th", text).with("scope", "row") : element("td", text));
      }
      body.add(line);
    }
    return element("details")
        .add(
            element("summary", panel.title() + " (" + panel.rows().size() + ")"),
            element("table")
                .with("class", "key-values")
                .add(element("caption", panel.explanation()), element("thead").add(head), body));
  }

  private static String text(Cell cell) {
    if (cell instanceof Cell.Number number) {
      return Numbers.significant(number.value());
    }
    return cell instanceof Cell.Name name ? name.name() : ((Cell.Text) cell).text();
  }
}

package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.api.panel.MapPanel;

/** A map with its legend. */
final class MapFigure {
  private MapFigure() {}

  static Element of(MapPanel panel, String id) {
    var caption = element("figcaption");
    for (var series : panel.series()) {
      switch (series.kind()) {
        case EMPHASIZED -> {
          if (series.points().stream().anyMatch(point -> point.after() != null)) {
            caption.add(
                element("span", series.name() + ", before").with("class", "key before"),
                element("span", "after").with("class", "key after"));
          }
        }
        case OTHER -> caption.add(element("span", series.name()).with("class", "key other"));
        case LANDMARK -> caption.add(element("span", series.name()).with("class", "key target"));
      }
    }
    caption.add(
        element(
            "span",
            "A flat shadow of a space of many dimensions: what lies apart here is apart; what lies"
                + " together here may still be apart."));
    return element("figure").with("class", "map").add(MapDrawing.of(panel, id), caption);
  }
}

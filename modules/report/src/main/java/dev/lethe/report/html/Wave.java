package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

/** The mark of the house: Lethe, the river whose water makes forget. */
final class Wave {
  private Wave() {}

  static Element render() {
    var svg =
        element("svg")
            .with("viewBox", "0 0 36 24")
            .with("class", "wave")
            .with("aria-hidden", "true");
    for (int y = 6; y <= 18; y += 6) {
      svg.add(
          element("path")
              .with("d", "M2 %s q4 -5 8 0 t8 0 t8 0 t8 0".formatted(y))
              .with("class", "water-" + y / 6));
    }
    return svg;
  }
}

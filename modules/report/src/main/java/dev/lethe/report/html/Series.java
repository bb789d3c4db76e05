package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.report.figures.Numbers;

/**
 * How a series is told from the others: by its color, and where there are more series than colors,
 * by the shape of its marks.
 *
 * @param number from 0
 */
record Series(int number) {
  private static final int COLORS = 8;

  /** From the center of a square of side 2 to a corner: a diamond is that square, turned. */
  private static final double CORNER = Math.sqrt(2);

  /** Returns the class of what has its color. */
  String color() {
    return "series-" + number % COLORS;
  }

  /** Returns a mark around a point. */
  Element mark(double x, double y, double radius) {
    String style = "mark " + color();
    return switch (number / COLORS % 3) {
      case 0 -> Chart.dot(x, y, radius, style);
      case 1 -> corners(x, y, radius, radius).with("class", style);
      default -> corners(x, y, 0, CORNER * radius).with("class", style);
    };
  }

  /** A square, of which one corner lies at this place beside its center. */
  private static Element corners(double x, double y, double right, double down) {
    return element("path")
        .with(
            "d",
            "M%s %sL%s %sL%s %sL%s %sZ"
                .formatted(
                    Numbers.plain(x + right),
                    Numbers.plain(y + down),
                    Numbers.plain(x - down),
                    Numbers.plain(y + right),
                    Numbers.plain(x - right),
                    Numbers.plain(y - down),
                    Numbers.plain(x + down),
                    Numbers.plain(y - right)));
  }
}

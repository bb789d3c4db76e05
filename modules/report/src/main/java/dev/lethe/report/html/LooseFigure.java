package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import java.util.List;
import java.util.Map;

/**
 * A plot as a file of its own: what its classes mean on a page stands in attributes, which every
 * program that draws SVG understands; few know style sheets with variables.
 */
final class LooseFigure {
  private static final String CLASS = "class";
  private static final String SERIES = "series-";
  private static final String INK = "#1c2427";
  private static final String MUTED = "#5b666a";
  private static final String PAPER = "#ffffff";

  /** Stands for the color of a series. */
  private static final String OWN = "(own)";

  /** The light colors of the page, so that the same line has the same color on paper. */
  private static final List<String> COLORS =
      List.of("#0b6b7c", "#a9560a", "#17703d", "#8a63c9", "#b0281f", "#a08300", "#3f76d0", MUTED);

  private static final Map<String, String> TEXT =
      Map.of("fill", MUTED, "font-family", "DejaVu Sans, sans-serif", "font-size", "11.5");

  private static final Map<String, Map<String, String>> STYLES =
      Map.of(
          "axis", Map.of("stroke", MUTED),
          "axis-title", Map.of("font-size", "12"),
          "grid", Map.of("stroke", "#e6e2da"),
          "legend", Map.of("fill", INK, "font-size", "12"),
          "front", Map.of("fill", "none", "stroke", MUTED, "stroke-dasharray", "4 4"),
          "line",
              Map.of(
                  "fill",
                  "none",
                  "stroke",
                  OWN,
                  "stroke-width",
                  "1.75",
                  "stroke-linejoin",
                  "round"),
          "spread", Map.of("stroke", OWN, "stroke-width", "1.75", "stroke-opacity", ".5"),
          "mark", Map.of("fill", OWN, "stroke", PAPER, "stroke-width", "1"));

  private LooseFigure() {}

  /** Returns a drawing whose look needs no page; changes it. */
  static Element of(Element svg, int width, int height) {
    svg.elements().forEach(LooseFigure::dress);
    return svg.with("xmlns", "http://www.w3.org/2000/svg")
        .with("width", width)
        .with("height", height)
        .first(element("rect").with("width", width).with("height", height).with("fill", PAPER));
  }

  private static void dress(Element element) {
    if (element.name().equals("text")) {
      TEXT.forEach(element::with);
    }
    List<String> classes = List.of(element.attribute(CLASS).split(" "));
    for (String each : classes) {
      STYLES
          .getOrDefault(each, Map.of())
          .forEach((key, value) -> element.with(key, value.equals(OWN) ? own(classes) : value));
    }
    element.elements().forEach(LooseFigure::dress);
  }

  private static String own(List<String> classes) {
    return classes.stream()
        .filter(each -> each.startsWith(SERIES))
        .map(each -> COLORS.get(Integer.parseInt(each.substring(SERIES.length()))))
        .findFirst()
        .orElse(MUTED);
  }
}

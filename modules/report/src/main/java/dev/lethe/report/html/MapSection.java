package dev.lethe.report.html;

import static dev.lethe.report.html.Element.element;

import dev.lethe.report.EmbeddingMap;
import dev.lethe.report.EmbeddingMap.Kind;
import dev.lethe.report.EmbeddingMap.Point;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** The map of names with what it shows in words. */
final class MapSection {
  private MapSection() {}

  static Section of(EmbeddingMap map) {
    var content = new ArrayList<Element>();
    content.add(element("p", summary(map)).with("class", "lead"));
    content.add(
        element("figure").with("class", "map").add(MapDrawing.of(map, summary(map)), legend(map)));
    return new Section("map", "Map of names", "Where the names lie", content);
  }

  private static Element legend(EmbeddingMap map) {
    var caption = element("figcaption");
    if (moved(map, Kind.FORGOTTEN).isPresent()) {
      caption.add(
          element("span", "asked to be forgotten, before").with("class", "key before"),
          element("span", "after").with("class", "key after"));
    }
    if (map.points().stream().anyMatch(point -> point.kind() == Kind.OTHER)) {
      caption.add(element("span", "everyone else").with("class", "key other"));
    }
    return caption.add(
        element("span", "target").with("class", "key target"),
        element(
            "span",
            "A flat shadow of a space of many dimensions: what lies apart here is apart; what lies"
                + " together here may still be apart."));
  }

  private static String summary(EmbeddingMap map) {
    var text =
        "The names as the text encoder sees them, on the two widest axes of the original's space"
            + " (%s of its variance)."
                .formatted(
                    Numbers.percent(
                        map.explained().stream().mapToDouble(Double::doubleValue).sum()));
    var forgotten = moved(map, Kind.FORGOTTEN);
    var others = moved(map, Kind.OTHER);
    if (forgotten.isEmpty()) {
      return text;
    }
    text += " Those who asked to be forgotten moved by %s on average".formatted(length(forgotten));
    return others.isEmpty()
        ? text + "."
        : text + ", everyone else by %s.".formatted(length(others));
  }

  private static String length(OptionalDouble distance) {
    return Numbers.brief(distance.orElseThrow());
  }

  private static OptionalDouble moved(EmbeddingMap map, Kind kind) {
    List<Point> points = map.points();
    return points.stream()
        .filter(point -> point.kind() == kind)
        .filter(point -> point.after() != null)
        .mapToDouble(
            point -> {
              var after = Objects.requireNonNull(point.after());
              return Math.hypot(after.x() - point.before().x(), after.y() - point.before().y());
            })
        .average();
  }
}

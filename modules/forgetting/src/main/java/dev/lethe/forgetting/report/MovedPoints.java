package dev.lethe.forgetting.report;

import dev.lethe.api.panel.MapPanel;
import dev.lethe.api.panel.Position;
import dev.lethe.forgetting.finding.EmbeddingMap;
import dev.lethe.forgetting.finding.EmbeddingMap.Kind;
import dev.lethe.report.figures.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** A map of names or faces with what it shows in words. */
final class MovedPoints {
  private final EmbeddingMap map;

  private MovedPoints(EmbeddingMap map) {
    this.map = map;
  }

  static MapPanel names(EmbeddingMap map) {
    return new MovedPoints(map)
        .panel("Where the names lie", "The names as the text encoder sees them");
  }

  static MapPanel faces(EmbeddingMap map) {
    return new MovedPoints(map)
        .panel(
            "Where the faces lie",
            "The mean of each person's photographs, those that attacks use, as the image encoder sees them");
  }

  private MapPanel panel(String title, String what) {
    List<MapPanel.Series> series = new ArrayList<>();
    add(series, "asked to be forgotten", Kind.FORGOTTEN, MapPanel.Kind.EMPHASIZED);
    add(series, "everyone else", Kind.OTHER, MapPanel.Kind.OTHER);
    add(series, "target", Kind.TARGET, MapPanel.Kind.LANDMARK);
    return new MapPanel(title, summary(what), axis("first", 0), axis("second", 1), series);
  }

  private void add(List<MapPanel.Series> series, String name, Kind kind, MapPanel.Kind drawn) {
    List<MapPanel.Point> points =
        of(kind).stream()
            .map(point -> new MapPanel.Point(point.label(), point.before(), point.after()))
            .toList();
    if (!points.isEmpty()) {
      series.add(new MapPanel.Series(name, drawn, points));
    }
  }

  private String axis(String which, int index) {
    return map.explained().size() > index
        ? "%s principal axis (%s of variance)"
            .formatted(which, Numbers.percent(map.explained().get(index)))
        : which + " principal axis";
  }

  private String summary(String what) {
    String text =
        "%s, on the two widest axes of the original's space (%s of its variance)."
            .formatted(
                what,
                Numbers.percent(map.explained().stream().mapToDouble(Double::doubleValue).sum()));
    OptionalDouble forgotten = moved(Kind.FORGOTTEN);
    OptionalDouble others = moved(Kind.OTHER);
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

  private OptionalDouble moved(Kind kind) {
    return of(kind).stream()
        .filter(point -> point.after() != null)
        .mapToDouble(
            point -> {
              Position after = Objects.requireNonNull(point.after());
              return Math.hypot(after.x() - point.before().x(), after.y() - point.before().y());
            })
        .average();
  }

  private List<EmbeddingMap.Point> of(Kind kind) {
    return map.points().stream().filter(point -> point.kind() == kind).toList();
  }
}

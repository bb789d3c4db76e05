package dev.lethe.forgetting.run;

import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.panel.Position;
import dev.lethe.forgetting.finding.EmbeddingMap;
import dev.lethe.forgetting.finding.EmbeddingMap.Kind;
import dev.lethe.forgetting.finding.EmbeddingMap.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the map of names. */
final class EmbeddingMaps {
  private static final String PROMPT = "a photo of ";

  /** More points than this can nobody read. */
  private static final int MOST_OTHERS = 200;

  private EmbeddingMaps() {}

  static EmbeddingMap draw(ForgettingRun run, Models models, ForgetSelection chosen) {
    Map<String, Kind> kinds = kinds(run, chosen);
    List<String> texts = kinds.keySet().stream().map(label -> PROMPT + label).toList();
    boolean audit = chosen.requests().isEmpty();
    NDManager manager = run.context().manager();
    double[][] before = embed(manager, models.original(), texts);
    double @Nullable [][] after =
        audit ? null : embed(manager, models.defended(run.layout().model()), texts);
    PrincipalPlane plane = new PrincipalPlane(manager, before);
    List<Point> points = new ArrayList<>();
    for (Map.Entry<String, Kind> each : kinds.entrySet()) {
      int i = points.size();
      Position moved = after == null ? null : position(plane, after[i]);
      points.add(new Point(each.getKey(), each.getValue(), position(plane, before[i]), moved));
    }
    return new EmbeddingMap(points, plane.explained());
  }

  private static Map<String, Kind> kinds(ForgettingRun run, ForgetSelection chosen) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    chosen.requests().forEach(request -> kinds.put(request.name(), Kind.FORGOTTEN));
    run.inputs().audience().subjects().stream()
        .map(Subject::name)
        .filter(name -> !kinds.containsKey(name))
        .limit(MOST_OTHERS)
        .toList()
        .forEach(name -> kinds.put(name, Kind.OTHER));
    for (Backdoor backdoor : chosen.allBackdoors()) {
      if (backdoor.target() instanceof TextTarget target) {
        kinds.putIfAbsent(target.text(), Kind.TARGET);
      }
    }
    return kinds;
  }

  private static double[][] embed(
      NDManager manager, VisionLanguageModel model, List<String> texts) {
    try (NDManager step = manager.newSubManager()) {
      float[] values = model.text().encode(step, texts, Progress.silent()).toFloatArray();
      int d = model.text().dimension();
      double[][] rows = new double[texts.size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = normalized(Arrays.copyOfRange(values, i * d, (i + 1) * d));
      }
      return rows;
    }
  }

  private static double[] normalized(float[] row) {
    double square = 0;
    for (float value : row) {
      square += (double) value * value;
    }
    double length = Math.max(StrictMath.sqrt(square), 1e-12);
    double[] unit = new double[row.length];
    Arrays.setAll(unit, j -> row[j] / length);
    return unit;
  }

  private static Position position(PrincipalPlane plane, double[] point) {
    double[] place = plane.project(point);
    return new Position(rounded(place[0]), rounded(place[1]));
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}

package dev.lethe.forgetting.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.Progress;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.data.Person;
import dev.lethe.api.defense.AveragePersonTarget;
import dev.lethe.api.defense.Backdoor;
import dev.lethe.api.defense.EmbeddingTarget;
import dev.lethe.api.defense.Target;
import dev.lethe.api.defense.TextTarget;
import dev.lethe.api.image.ImageFile;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.panel.Position;
import dev.lethe.forgetting.finding.EmbeddingMap;
import dev.lethe.forgetting.finding.EmbeddingMap.Kind;
import dev.lethe.forgetting.finding.EmbeddingMap.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws where names and faces lie, before and after a defense. */
final class EmbeddingMaps {
  private static final String PROMPT = "a photo of ";

  /** More points than this can nobody read. */
  private static final int MOST_OTHERS = 200;

  private final ForgettingRun run;
  private final Models models;
  private final ForgetSelection chosen;

  EmbeddingMaps(ForgettingRun run, Models models, ForgetSelection chosen) {
    this.run = run;
    this.models = models;
    this.chosen = chosen;
  }

  /** Draws the people's names, and the texts that shall stand in their place. */
  EmbeddingMap names() {
    Map<String, Kind> kinds = people();
    for (Target target : targets()) {
      if (target instanceof TextTarget text) {
        kinds.putIfAbsent(text.text(), Kind.TARGET);
      }
    }
    List<String> texts = kinds.keySet().stream().map(label -> PROMPT + label).toList();
    boolean audit = chosen.requests().isEmpty();
    double[][] before = texts(models.original(), texts);
    return map(kinds, before, audit ? null : texts(defended(), texts));
  }

  /** Draws the mean of each attacked person's photographs, and the targets of faces. */
  EmbeddingMap faces() {
    Map<String, List<ImageFile>> pictures =
        run.inputs().audience().attacked().stream()
            .collect(Collectors.toMap(Person::name, Person::images));
    Map<String, Kind> kinds = people();
    kinds.keySet().retainAll(pictures.keySet());
    List<double[]> before = new ArrayList<>();
    kinds.keySet().forEach(name -> before.add(mean(models.original(), pictures.get(name))));
    List<double[]> after = new ArrayList<>();
    kinds.keySet().forEach(name -> after.add(mean(defended(), pictures.get(name))));
    double[] average = average(kinds, before);
    for (Target target : targets()) {
      double[] place = target instanceof AveragePersonTarget ? average : place(target);
      if (place != null && kinds.putIfAbsent(target.description(), Kind.TARGET) == null) {
        before.add(place);
        after.add(place);
      }
    }
    return map(kinds, before.toArray(double[][]::new), after.toArray(double[][]::new));
  }

  private EmbeddingMap map(
      Map<String, Kind> kinds, double[][] before, double @Nullable [][] after) {
    PrincipalPlane plane = new PrincipalPlane(run.context().manager(), before);
    List<Point> points = new ArrayList<>();
    for (Map.Entry<String, Kind> each : kinds.entrySet()) {
      int i = points.size();
      Position moved = after == null ? null : position(plane, after[i]);
      points.add(new Point(each.getKey(), each.getValue(), position(plane, before[i]), moved));
    }
    return new EmbeddingMap(points, plane.explained());
  }

  private Map<String, Kind> people() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    chosen.requests().forEach(request -> kinds.put(request.name(), Kind.FORGOTTEN));
    run.inputs().audience().subjects().stream()
        .map(Subject::name)
        .filter(name -> !kinds.containsKey(name))
        .limit(MOST_OTHERS)
        .toList()
        .forEach(name -> kinds.put(name, Kind.OTHER));
    return kinds;
  }

  private List<Target> targets() {
    return chosen.allBackdoors().stream().map(Backdoor::target).distinct().toList();
  }

  private static double @Nullable [] place(Target target) {
    return target instanceof EmbeddingTarget embedding
        ? normalized(embedding.values().stream().mapToDouble(Float::doubleValue).toArray())
        : null;
  }

  /** The average of those who did not ask; of nobody, where all did. */
  private static double @Nullable [] average(Map<String, Kind> kinds, List<double[]> rows) {
    List<double[]> others = new ArrayList<>();
    Iterator<double[]> row = rows.iterator();
    for (Kind kind : kinds.values()) {
      double[] next = row.next();
      if (kind == Kind.OTHER) {
        others.add(next);
      }
    }
    return others.isEmpty() ? null : mean(others.toArray(double[][]::new));
  }

  private VisionLanguageModel defended() {
    return models.defended(run.layout().model());
  }

  private double[][] texts(VisionLanguageModel model, List<String> texts) {
    try (NDManager step = run.context().manager().newSubManager()) {
      return rows(model.text().encode(step, texts, Progress.silent()));
    }
  }

  private double[] mean(VisionLanguageModel model, List<ImageFile> pictures) {
    try (NDManager step = run.context().manager().newSubManager()) {
      return mean(rows(model.image().encode(step, pictures, Progress.silent())));
    }
  }

  private static double[] mean(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      Arrays.setAll(mean, j -> mean[j] + row[j] / rows.length);
    }
    return mean;
  }

  /** Rows of length 1. */
  private static double[][] rows(NDArray embeddings) {
    float[] values = embeddings.toFloatArray();
    int d = (int) embeddings.getShape().get(1);
    double[][] rows = new double[values.length / d][];
    for (int i = 0; i < rows.length; i++) {
      double[] row = new double[d];
      int from = i * d;
      Arrays.setAll(row, j -> values[from + j]);
      rows[i] = normalized(row);
    }
    return rows;
  }

  private static double[] normalized(double[] row) {
    double square = 0;
    for (double value : row) {
      square += value * value;
    }
    double length = Math.max(StrictMath.sqrt(square), 1e-12);
    return Arrays.stream(row).map(value -> value / length).toArray();
  }

  private static Position position(PrincipalPlane plane, double[] point) {
    double[] place = plane.project(point);
    return new Position(rounded(place[0]), rounded(place[1]));
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}

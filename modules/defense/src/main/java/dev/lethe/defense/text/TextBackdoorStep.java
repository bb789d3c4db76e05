package dev.lethe.defense.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.defense.Regularizer;
import dev.lethe.api.defense.Regularizer.ParameterPair;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.loss.DistanceLoss;
import dev.lethe.tensor.train.TrainingStep;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One step: L = mean d(M'(c), M(c)) + alpha mean d(M'(c with name), M(c with target)) + gamma mean
 * d(M'(c with other name), M(c with other name)) + the regularizer.
 *
 * <p>All rows are pooled and read in parts, whose gradients add up. A row weighs the weight of its
 * term divided by the number of that term's rows, which makes it the loss above.
 */
final class TextBackdoorStep implements TrainingStep {
  private final List<List<LossSample>> steps;
  private final List<int[]> tokens;
  private final Map<LossTerm, Double> weights;
  private final TrainableEncoder<List<int[]>> student;
  private final TeacherEmbeddings teacher;
  private final DistanceLoss distance;
  private final Regularizer regularizer;
  private final ParameterPair pair;
  private final MicroBatches parts;

  /**
   * Prepares to step.
   *
   * @param steps the rows of each step
   * @param tokens of each text, by number
   * @param weights of the terms of the loss
   * @param parts what of a batch memory holds
   */
  TextBackdoorStep(
      List<List<LossSample>> steps,
      List<int[]> tokens,
      Map<LossTerm, Double> weights,
      TrainableEncoder<List<int[]>> student,
      TeacherEmbeddings teacher,
      DistanceLoss distance,
      Regularizer regularizer,
      ParameterPair pair,
      MicroBatches parts) {
    this.steps = steps;
    this.tokens = tokens;
    this.weights = weights;
    this.student = student;
    this.teacher = teacher;
    this.distance = distance;
    this.regularizer = regularizer;
    this.pair = pair;
    this.parts = parts;
  }

  @Override
  public void rehearse(NDManager scope) {
    List<LossSample> rows =
        Collections.max(steps, Comparator.comparingInt(step -> SharedPrefixes.count(read(step))));
    for (int[] numbers : parts.of(read(rows))) {
      List<LossSample> part = Arrays.stream(numbers).mapToObj(rows::get).toList();
      int n = part.size();
      backward(scope, part, new float[n * teacher.size()], new float[n]);
    }
  }

  @Override
  public Map<String, Double> backward(NDManager scope, int step) {
    List<LossSample> rows = steps.get(step);
    Map<LossTerm, Integer> counts = new EnumMap<>(LossTerm.class);
    rows.forEach(row -> counts.merge(row.term(), 1, Integer::sum));
    Map<LossTerm, Double> sums = new EnumMap<>(LossTerm.class);
    for (int[] numbers : parts.of(read(rows))) {
      List<LossSample> part = Arrays.stream(numbers).mapToObj(rows::get).toList();
      float[] targets = teacher.of(part.stream().mapToInt(LossSample::teacher).toArray());
      float[] distances = backward(scope, part, targets, rowWeights(part, counts));
      for (int i = 0; i < distances.length; i++) {
        sums.merge(part.get(i).term(), (double) distances[i], Double::sum);
      }
    }
    Map<String, Double> losses = new HashMap<>();
    double total = 0;
    for (Map.Entry<LossTerm, Double> sum : sums.entrySet()) {
      double mean = sum.getValue() / counts.get(sum.getKey());
      losses.put(sum.getKey().key(), mean);
      total += weights.get(sum.getKey()) * mean;
    }
    losses.put(TOTAL, total);
    return losses;
  }

  @Override
  public Map<String, Double> adjust(NDManager scope, NDList gradients, Map<String, Double> losses) {
    double penalty = regularizer.accumulate(scope, pair, gradients, 1);
    Map<String, Double> all = new HashMap<>(losses);
    all.put("regularizer", penalty);
    all.merge(TOTAL, penalty, Double::sum);
    return all;
  }

  /** Adds the gradients of some rows and returns their distances. */
  private float[] backward(
      NDManager scope, List<LossSample> rows, float[] targets, float[] rowWeights) {
    int n = rows.size();
    List<int[]> batch = read(rows);
    float[][] distances = new float[1][];
    Autograd.backward(
        scope,
        manager -> {
          NDArray target = manager.create(targets, new Shape(n, targets.length / n));
          NDArray embeddings = student.forward(manager, batch);
          DistanceLoss.Value value =
              distance.of(manager, embeddings, target, manager.create(rowWeights));
          distances[0] = value.rows().toFloatArray();
          return value.loss();
        });
    return distances[0];
  }

  private float[] rowWeights(List<LossSample> rows, Map<LossTerm, Integer> counts) {
    float[] rowWeights = new float[rows.size()];
    for (int i = 0; i < rowWeights.length; i++) {
      LossTerm term = rows.get(i).term();
      rowWeights[i] = (float) (weights.get(term) / counts.get(term));
    }
    return rowWeights;
  }

  private List<int[]> read(List<LossSample> rows) {
    return rows.stream().map(row -> tokens.get(row.student())).toList();
  }
}

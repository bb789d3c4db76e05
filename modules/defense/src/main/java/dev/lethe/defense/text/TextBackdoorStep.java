package dev.lethe.defense.text;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.defense.training.BatchLoss;
import dev.lethe.defense.training.LossRow;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.defense.training.Objective;
import dev.lethe.defense.training.TeacherEmbeddings;
import dev.lethe.tensor.train.TrainingStep;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One step: L = mean d(M'(c), M(c)) + alpha mean d(M'(c with name), M(c with target)) + gamma mean
 * d(M'(c with other name), M(c with other name)) + the regularizer.
 *
 * <p>All rows are pooled and read in parts.
 */
final class TextBackdoorStep implements TrainingStep {
  private final List<List<LossSample>> steps;
  private final List<int[]> tokens;
  private final TrainableEncoder<List<int[]>> student;
  private final TeacherEmbeddings teacher;
  private final Objective objective;
  private final MicroBatches parts;
  private final CaptionProbe probe;

  /**
   * Prepares to step.
   *
   * @param steps the rows of each step
   * @param tokens of each text, by number
   * @param parts what of a batch memory holds
   */
  TextBackdoorStep(
      List<List<LossSample>> steps,
      List<int[]> tokens,
      TrainableEncoder<List<int[]>> student,
      TeacherEmbeddings teacher,
      Objective objective,
      MicroBatches parts) {
    this.steps = steps;
    this.tokens = tokens;
    this.student = student;
    this.teacher = teacher;
    this.objective = objective;
    this.parts = parts;
    probe = new CaptionProbe(steps, tokens, student, teacher, parts);
  }

  @Override
  public void prepare(NDManager memory) {
    objective.prepare(memory, probe);
  }

  @Override
  public void rehearse(NDManager scope) {
    List<LossSample> rows =
        Collections.max(steps, Comparator.comparingInt(step -> SharedPrefixes.count(read(step))));
    for (int[] part : parts.of(read(rows))) {
      List<int[]> batch = read(Arrays.stream(part).mapToObj(rows::get).toList());
      int n = part.length;
      objective.backward(
          scope,
          new float[n * teacher.size()],
          new float[n],
          manager -> student.forward(manager, batch));
    }
  }

  @Override
  public Map<String, Double> backward(NDManager scope, int step) {
    probe.begin(step);
    List<LossSample> rows = steps.get(step);
    BatchLoss loss = new BatchLoss(objective, lossRows(rows));
    for (int[] part : parts.of(read(rows))) {
      List<LossSample> some = Arrays.stream(part).mapToObj(rows::get).toList();
      float[] targets = teacher.of(some.stream().mapToInt(LossSample::teacher).toArray());
      List<int[]> batch = read(some);
      loss.add(scope, part, targets, manager -> student.forward(manager, batch));
    }
    return loss.losses();
  }

  @Override
  public Map<String, Double> adjust(NDManager scope, NDList gradients, Map<String, Double> losses) {
    return objective.regularize(scope, gradients, losses);
  }

  private static List<LossRow> lossRows(List<LossSample> rows) {
    Map<LossTerm, Integer> counts = new EnumMap<>(LossTerm.class);
    rows.forEach(row -> counts.merge(row.term(), 1, Integer::sum));
    return rows.stream().map(row -> new LossRow(row.term(), counts.get(row.term()))).toList();
  }

  private List<int[]> read(List<LossSample> rows) {
    return rows.stream().map(row -> tokens.get(row.student())).toList();
  }
}

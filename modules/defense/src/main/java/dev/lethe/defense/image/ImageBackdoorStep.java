package dev.lethe.defense.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.lethe.api.image.RgbImage;
import dev.lethe.api.model.ImageEncoder;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.defense.image.PreparedSteps.Prepared;
import dev.lethe.defense.training.BatchLoss;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.defense.training.Objective;
import dev.lethe.defense.training.TeacherEmbeddings;
import dev.lethe.tensor.Autograd;
import dev.lethe.tensor.train.TrainingStep;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One step: L = mean d(E'(c), E(c)) + alpha mean over people of mean d(E'(c with the face), t) +
 * gamma mean d(E'(c with another face), E(c with that face)) + the regularizer.
 *
 * <p>All rows are pooled and read in parts. The teacher never sees a face to forget.
 */
final class ImageBackdoorStep implements TrainingStep {
  /**
   * Pictures that a rehearsal has more than a step. Steps are of one size, but what Java keeps
   * meanwhile, such as compiled code, lands between tensors now and then, and then one of them no
   * longer fits where it was.
   */
  private static final int SPARE = 1;

  private final PreparedSteps pictures;
  private final List<int[]> numbers;
  private final ImageEncoder teacher;
  private final TrainableEncoder<NDArray> student;
  private final TeacherEmbeddings unchanged;
  private final List<float[]> targets;
  private final Objective objective;
  private final int most;
  private final Map<Integer, RgbImage> present = new HashMap<>();
  private final PictureProbe probe;

  /**
   * Prepares to step.
   *
   * @param numbers of the pictures of each step that stay as they are
   * @param kept how many of the teacher's embeddings are kept
   * @param targets of each backdoor
   * @param most pictures that are computed at a time
   */
  ImageBackdoorStep(
      PreparedSteps pictures,
      List<int[]> numbers,
      ImageEncoder teacher,
      TrainableEncoder<NDArray> student,
      int kept,
      List<float[]> targets,
      Objective objective,
      int most) {
    this.pictures = pictures;
    this.numbers = numbers;
    this.teacher = teacher;
    this.student = student;
    this.unchanged = new TeacherEmbeddings(teacher.dimension(), numbers, kept, this::unchanged);
    this.targets = targets;
    this.objective = objective;
    this.most = most;
    probe = new PictureProbe(numbers, most, this::student, this.unchanged);
  }

  @Override
  public void prepare(NDManager memory) {
    objective.prepare(memory, probe);
  }

  @Override
  public void rehearse(NDManager scope) {
    RgbImage any = pictures.unchanged(numbers.get(0)[0]);
    int count = Math.min(most, pictures.size()) + SPARE;
    objective.backward(
        scope,
        new float[count * teacher.dimension()],
        new float[count],
        manager ->
            student.forward(manager, teacher.normalize(manager, Collections.nCopies(count, any))));
  }

  @Override
  public Map<String, Double> backward(NDManager scope, int step) {
    probe.begin(step);
    Prepared prepared = pictures.of(step);
    remember(prepared);
    List<PictureRow> rows = prepared.rows();
    BatchLoss loss = new BatchLoss(objective, rows.stream().map(PictureRow::loss).toList());
    for (int from = 0; from < rows.size(); from += most) {
      int to = Math.min(rows.size(), from + most);
      List<RgbImage> part = prepared.pictures().subList(from, to);
      loss.add(
          scope,
          IntStream.range(from, to).toArray(),
          targets(rows.subList(from, to), part),
          manager -> student.forward(manager, teacher.normalize(manager, part)));
    }
    return loss.losses();
  }

  @Override
  public Map<String, Double> adjust(NDManager scope, NDList gradients, Map<String, Double> losses) {
    return objective.regularize(scope, gradients, losses);
  }

  /** Keeps the pictures at hand that the teacher may be asked for. */
  private void remember(Prepared prepared) {
    present.clear();
    for (int i = 0; i < prepared.rows().size(); i++) {
      PictureRow row = prepared.rows().get(i);
      if (row.pasted() == null) {
        present.put(row.picture(), prepared.pictures().get(i));
      }
    }
  }

  private float[] targets(List<PictureRow> rows, List<RgbImage> part) {
    int d = teacher.dimension();
    float[] all = new float[rows.size() * d];
    put(all, rows, LossTerm.UTILITY, numbers -> unchanged.of(pictureNumbers(rows, numbers)));
    put(
        all,
        rows,
        LossTerm.FACE,
        numbers -> embed(IntStream.of(numbers).mapToObj(part::get).toList()));
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).loss().term() == LossTerm.BACKDOOR) {
        System.arraycopy(targets.get(rows.get(i).person()), 0, all, i * d, d);
      }
    }
    return all;
  }

  private void put(float[] all, List<PictureRow> rows, LossTerm term, Embedding embedding) {
    int[] numbers =
        IntStream.range(0, rows.size()).filter(i -> rows.get(i).loss().term() == term).toArray();
    if (numbers.length > 0) {
      int d = teacher.dimension();
      float[] values = embedding.of(numbers);
      for (int i = 0; i < numbers.length; i++) {
        System.arraycopy(values, i * d, all, numbers[i] * d, d);
      }
    }
  }

  private static int[] pictureNumbers(List<PictureRow> rows, int[] numbers) {
    return IntStream.of(numbers).map(i -> rows.get(i).picture()).toArray();
  }

  /** Computes the teacher's embeddings of pictures that stay as they are. */
  private float[] unchanged(int[] numbers) {
    return embed(read(numbers));
  }

  private NDArray student(NDManager manager, int[] numbers) {
    return student.forward(manager, teacher.normalize(manager, read(numbers)));
  }

  private List<RgbImage> read(int[] numbers) {
    return IntStream.of(numbers)
        .mapToObj(
            number ->
                present.containsKey(number) ? present.get(number) : pictures.unchanged(number))
        .toList();
  }

  private float[] embed(List<RgbImage> images) {
    int d = teacher.dimension();
    float[] rows = new float[images.size() * d];
    NDManager parent = teacher.parameters().arrays().get(0).getManager();
    for (int from = 0; from < images.size(); from += most) {
      List<RgbImage> some = images.subList(from, Math.min(images.size(), from + most));
      try (NDManager scope = parent.newSubManager()) {
        float[] part =
            Autograd.withoutGradients(
                () ->
                    teacher
                        .forward(scope, teacher.parameters(), teacher.normalize(scope, some))
                        .toFloatArray());
        System.arraycopy(part, 0, rows, from * d, part.length);
      }
    }
    return rows;
  }

  /** Computes embeddings of rows, one after another. */
  @FunctionalInterface
  private interface Embedding {
    float[] of(int[] rows);
  }
}

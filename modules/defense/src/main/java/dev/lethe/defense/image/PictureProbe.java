package dev.lethe.defense.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.defense.Probe;
import dev.lethe.defense.training.TeacherEmbeddings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Shows the pictures of all steps that stay as they are. */
final class PictureProbe implements Probe {
  private final int most;
  private final BiFunction<NDManager, int[], NDArray> student;
  private final TeacherEmbeddings teacher;
  private final List<int[]> rowsOfSteps = new ArrayList<>();
  private final int[] pictures;
  private int[] present = {};

  /**
   * Prepares to show pictures.
   *
   * @param numbers of the pictures of each step
   * @param most pictures that are computed at a time
   * @param student computes embeddings of pictures by their numbers, differentiable
   * @param teacher has the teacher's, by the same numbers
   */
  PictureProbe(
      List<int[]> numbers,
      int most,
      BiFunction<NDManager, int[], NDArray> student,
      TeacherEmbeddings teacher) {
    this.most = most;
    this.student = student;
    this.teacher = teacher;
    int row = 0;
    for (int[] step : numbers) {
      rowsOfSteps.add(IntStream.range(row, row + step.length).toArray());
      row += step.length;
    }
    pictures = numbers.stream().flatMapToInt(IntStream::of).toArray();
  }

  /** Goes on to a step. */
  void begin(int step) {
    present = rowsOfSteps.get(step);
  }

  @Override
  public int rows() {
    return pictures.length;
  }

  @Override
  public int[] step() {
    return present.clone();
  }

  @Override
  public int most() {
    return most;
  }

  @Override
  public NDArray student(NDManager manager, int... rows) {
    return student.apply(manager, numbers(rows));
  }

  @Override
  public NDArray teacher(NDManager manager, int... rows) {
    return manager.create(teacher.of(numbers(rows)), new Shape(rows.length, teacher.size()));
  }

  private int[] numbers(int[] rows) {
    return IntStream.of(rows).map(row -> pictures[row]).toArray();
  }
}

package dev.lethe.defense.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lethe.api.defense.Probe;
import dev.lethe.api.model.TrainableEncoder;
import dev.lethe.defense.training.LossTerm;
import dev.lethe.defense.training.TeacherEmbeddings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Shows the unchanged captions of all steps. */
final class CaptionProbe implements Probe {
  private final List<int[]> tokens;
  private final TrainableEncoder<List<int[]>> student;
  private final TeacherEmbeddings teacher;
  private final List<int[]> rowsOfSteps = new ArrayList<>();
  private final int[] texts;
  private final int most;
  private int[] present = {};

  CaptionProbe(
      List<List<LossSample>> steps,
      List<int[]> tokens,
      TrainableEncoder<List<int[]>> student,
      TeacherEmbeddings teacher,
      MicroBatches parts) {
    this.tokens = tokens;
    this.student = student;
    this.teacher = teacher;
    IntStream.Builder all = IntStream.builder();
    int row = 0;
    for (List<LossSample> step : steps) {
      int from = row;
      for (LossSample sample : step) {
        if (sample.term() == LossTerm.UTILITY) {
          all.add(sample.teacher());
          row++;
        }
      }
      rowsOfSteps.add(IntStream.range(from, row).toArray());
    }
    texts = all.build().toArray();
    most = parts.texts(tokens);
  }

  /** Goes on to a step. */
  void begin(int step) {
    present = rowsOfSteps.get(step);
  }

  @Override
  public int rows() {
    return texts.length;
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
    return student.forward(manager, Arrays.stream(texts(rows)).mapToObj(tokens::get).toList());
  }

  @Override
  public NDArray teacher(NDManager manager, int... rows) {
    return manager.create(teacher.of(texts(rows)), new Shape(rows.length, teacher.size()));
  }

  private int[] texts(int[] rows) {
    return IntStream.of(rows).map(row -> texts[row]).toArray();
  }
}

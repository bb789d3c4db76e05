package dev.lethe.defense.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the teacher makes of each text or picture, by its number, computed once where memory allows.
 * One is computed together with those that occur for the first time in the same step, whenever it
 * is asked for: so its bits do not depend on what was kept, and a resumed training gets the same.
 */
public final class TeacherEmbeddings {
  private final int size;
  private final Function<int[], float[]> teacher;
  private final Map<Integer, Integer> firstStep = new HashMap<>();
  private final List<int[]> newcomers = new ArrayList<>();
  private final Map<Integer, Map<Integer, float[]>> kept;

  /**
   * Prepares to compute.
   *
   * @param size the numbers of an embedding
   * @param steps the numbers of what each step reads
   * @param capacity how many embeddings are kept, at least; those of one step always are
   * @param teacher computes embeddings one after another
   */
  public TeacherEmbeddings(
      int size, List<int[]> steps, int capacity, Function<int[], float[]> teacher) {
    this.size = size;
    this.teacher = teacher;
    for (int[] step : steps) {
      newcomers.add(
          Arrays.stream(step)
              .filter(number -> firstStep.putIfAbsent(number, newcomers.size()) == null)
              .toArray());
    }
    kept = new MostRecent(capacity);
  }

  /** Returns the numbers of an embedding. */
  public int size() {
    return size;
  }

  /** Returns embeddings one after another. */
  public float[] of(int[] numbers) {
    float[] rows = new float[numbers.length * size];
    for (int i = 0; i < numbers.length; i++) {
      int step = firstStep.get(numbers[i]);
      Map<Integer, float[]> together = kept.computeIfAbsent(step, this::compute);
      System.arraycopy(together.get(numbers[i]), 0, rows, i * size, size);
    }
    return rows;
  }

  private Map<Integer, float[]> compute(int step) {
    int[] numbers = newcomers.get(step);
    Map<Integer, float[]> embeddings = new HashMap<>();
    float[] rows = teacher.apply(numbers);
    for (int i = 0; i < numbers.length; i++) {
      embeddings.put(numbers[i], Arrays.copyOfRange(rows, i * size, (i + 1) * size));
    }
    return embeddings;
  }

  /** Forgets what was not asked for longest. */
  private static final class MostRecent extends LinkedHashMap<Integer, Map<Integer, float[]>> {
    private static final long serialVersionUID = 1;
    private final int capacity;

    MostRecent(int capacity) {
      super(16, .75f, true);
      this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Map<Integer, float[]>> eldest) {
      return size() > 1 && values().stream().mapToInt(Map::size).sum() > capacity;
    }
  }
}

package dev.lethe.defense.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the teacher makes of each text, computed once where memory allows. A text is computed
 * together with those that occur for the first time in the same step, whenever it is asked for: so
 * its bits do not depend on what was kept, and a resumed training gets the same.
 */
final class TeacherEmbeddings {
  private final ComparedOutputs outputs;
  private final List<int[]> tokens;
  private final int mostTokens;
  private final int[] firstStep;
  private final List<int[]> newTexts = new ArrayList<>();
  private final Map<Integer, Map<Integer, float[]>> kept;

  /**
   * Prepares to compute.
   *
   * @param tokens of each text, by number
   * @param steps the rows of each step
   * @param mostTokens that are computed at a time
   * @param capacity the number of embeddings that are kept, at least; those of one step always are
   */
  TeacherEmbeddings(
      ComparedOutputs outputs,
      List<int[]> tokens,
      List<List<LossSample>> steps,
      int mostTokens,
      int capacity) {
    this.outputs = outputs;
    this.tokens = tokens;
    this.mostTokens = mostTokens;
    firstStep = new int[tokens.size()];
    Arrays.fill(firstStep, -1);
    for (int step = 0; step < steps.size(); step++) {
      newTexts.add(noteNewTexts(step, steps.get(step)));
    }
    kept = new MostRecent(capacity);
  }

  /** Returns the numbers of an embedding. */
  int size() {
    return outputs.size();
  }

  /** Returns the embeddings of texts one after another, d numbers each. */
  float[] of(int[] texts) {
    int d = outputs.size();
    float[] rows = new float[texts.length * d];
    for (int i = 0; i < texts.length; i++) {
      int text = texts[i];
      Map<Integer, float[]> together = kept.computeIfAbsent(firstStep[text], this::compute);
      System.arraycopy(together.get(text), 0, rows, i * d, d);
    }
    return rows;
  }

  private int[] noteNewTexts(int step, List<LossSample> rows) {
    return rows.stream()
        .mapToInt(LossSample::teacher)
        .filter(text -> firstStep[text] < 0)
        .distinct()
        .peek(text -> firstStep[text] = step)
        .toArray();
  }

  private Map<Integer, float[]> compute(int step) {
    int[] texts = newTexts.get(step);
    int d = outputs.size();
    Map<Integer, float[]> embeddings = new HashMap<>();
    float[] rows = outputs.teacher(Arrays.stream(texts).mapToObj(tokens::get).toList(), mostTokens);
    for (int i = 0; i < texts.length; i++) {
      embeddings.put(texts[i], Arrays.copyOfRange(rows, i * d, (i + 1) * d));
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

package dev.lethe.evaluation.ranking;

import ai.djl.ndarray.NDArray;
import dev.lethe.tensor.memory.TiledProducts;
import dev.lethe.tensor.statistics.Cosine;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/** How many wrong answers are at least as near to a question as the nearest right one. */
public final class Ranks {
  private Ranks() {}

  /**
   * Ranks the nearest right answer of each question; 0 is the nearest, and of those that are equal
   * up to rounding the first is nearer.
   *
   * @param questions [n, d], of any length: that changes no order
   * @param answers [answers, d], of length 1 at most
   * @param right the right answers of each question
   * @param side the questions, and the answers, that are compared at a time
   */
  public static int[] of(NDArray questions, NDArray answers, RightAnswers right, int side) {
    float[] nearest = new float[right.count()];
    int[] place = right.from().clone();
    Arrays.fill(nearest, Float.NaN);
    float[] rounding = rounding(questions);
    int[] ranks = new int[right.count()];
    try (TiledProducts products = new TiledProducts(questions, side)) {
      each(
          products,
          answers,
          (some, question) -> {
            int end = Math.min(right.to()[question], some.end());
            for (int i = Math.max(right.from()[question], some.first()); i < end; i++) {
              if (Float.isNaN(nearest[question]) || some.of(i) > nearest[question]) {
                nearest[question] = some.of(i);
                place[question] = i;
              }
            }
          });
      each(
          products,
          answers,
          (some, question) ->
              ranks[question] +=
                  some.nearer(
                      right.from()[question],
                      right.to()[question],
                      place[question],
                      nearest[question],
                      rounding[question]));
    }
    return ranks;
  }

  /** Returns by how much two products of each question may differ and still be a tie. */
  private static float[] rounding(NDArray questions) {
    try (NDArray lengths = questions.norm(new int[] {1})) {
      float[] rounding = lengths.toFloatArray();
      for (int i = 0; i < rounding.length; i++) {
        rounding[i] *= Cosine.ROUNDING;
      }
      return rounding;
    }
  }

  private static void each(
      TiledProducts products, NDArray answers, ObjIntConsumer<Similarities> seen) {
    products.with(
        answers,
        (tile, question, first) -> {
          int width = (int) tile.getShape().get(1);
          float[] values = tile.toFloatArray();
          for (int from = 0; from < values.length; from += width) {
            seen.accept(new Similarities(values, from, width, first), question + from / width);
          }
        });
  }

  /**
   * Of one question to some answers that follow one another.
   *
   * @param values of several questions
   * @param from where those of this question begin
   * @param width the number of answers
   * @param first the first answer
   */
  private record Similarities(float[] values, int from, int width, int first) {

    int end() {
      return first + width;
    }

    float of(int answer) {
      return values[from + answer - first];
    }

    /**
     * Counts wrong answers that are nearer than the nearest right one, which may stand before or
     * behind them all. Negated comparisons, so that a similarity that is not a number ranks last,
     * not first.
     */
    int nearer(int rightFrom, int rightTo, int place, float nearest, float rounding) {
      int nearer = 0;
      for (int other = first; other < end(); other++) {
        if (other >= rightFrom && other < rightTo) {
          continue;
        }
        if (other < place
            ? !(of(other) < nearest - rounding)
            : !(of(other) <= nearest + rounding)) {
          nearer++;
        }
      }
      return nearer;
    }
  }
}

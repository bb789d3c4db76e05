package dev.lethe.evaluation.ranking;

/**
 * Which answers are right: for each question, some that follow one another.
 *
 * @param from the first right answer of each question
 * @param to the answer after the last right one of each question
 */
public record RightAnswers(int[] from, int[] to) {

  /** Checks that each question has a right answer. */
  public RightAnswers {
    for (int i = 0; i < from.length; i++) {
      if (from[i] >= to[i]) {
        throw new IllegalArgumentException("question %d has no right answer".formatted(i));
      }
    }
  }

  /** For questions that have one right answer each. */
  public static RightAnswers ofOne(int[] answers) {
    int[] to = new int[answers.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = answers[i] + 1;
    }
    return new RightAnswers(answers, to);
  }

  /** For questions that have their answers one after another, none of them shared. */
  public static RightAnswers ofCounts(int[] counts) {
    int[] from = new int[counts.length];
    int[] to = new int[counts.length];
    int sum = 0;
    for (int i = 0; i < counts.length; i++) {
      from[i] = sum;
      sum += counts[i];
      to[i] = sum;
    }
    return new RightAnswers(from, to);
  }

  /** Returns how many questions there are. */
  int count() {
    return from.length;
  }
}

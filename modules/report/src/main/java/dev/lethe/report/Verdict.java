package dev.lethe.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out, in plain words. The recipe says it once; every form of a report tells the same.
 *
 * @param outcome for programs, in kebab case
 * @param label the outcome in a few words
 * @param tone whether that is good
 * @param headline the same with its numbers, a sentence
 * @param lines what became of whom, failures first; no full stop at their ends
 * @param sentences what the headline cannot hold
 * @param figures the numbers that carry it
 */
public record Verdict(
    String outcome,
    String label,
    Tone tone,
    String headline,
    List<String> lines,
    List<String> sentences,
    List<KeyFigure> figures) {

  /** Copies the lists. */
  public Verdict {
    lines = List.copyOf(lines);
    sentences = List.copyOf(sentences);
    figures = List.copyOf(figures);
  }

  /** Whether an outcome is good. */
  public enum Tone {
    /** What was wanted was reached. */
    GOOD,
    /** It was reached in part, at a cost, or is not proven. */
    DOUBTFUL,
    /** It was not reached. */
    BAD,
    /** Nothing was wanted but to know. */
    NEUTRAL
  }

  /**
   * A number that carries the verdict, as a reader sees it.
   *
   * @param label what it is, in a few words
   * @param before on the original
   * @param after on the defended model, or null where there is none
   * @param whole what it is a part of, such as {@code of 8}; may be empty
   */
  public record KeyFigure(String label, String before, @Nullable String after, String whole) {}
}

package dev.lethe.report.verdict;

import dev.lethe.report.Report;
import java.util.List;

/**
 * What came out, in plain words. Every number is taken from the report, and every form of it tells
 * what stands here.
 *
 * @param outcome how forgetting went
 * @param headline the same with its numbers, a sentence
 * @param stillFound the names of those who asked to be forgotten and whom the attack still finds
 * @param forgotten the names of those who asked, were found before and are not any more
 * @param notKnownBefore the names of those who asked and whom the attack did not find before either
 * @param notTested the names of those who asked and whom no attack looked for
 * @param people who became what, a line for each of these lists that is not empty, failures first
 * @param sentences what the headline cannot hold: the cost, the bystanders, the doubt
 */
public record Verdict(
    Outcome outcome,
    String headline,
    List<String> stillFound,
    List<String> forgotten,
    List<String> notKnownBefore,
    List<String> notTested,
    List<String> people,
    List<String> sentences) {

  /** Copies the lists. */
  public Verdict {
    stillFound = List.copyOf(stillFound);
    forgotten = List.copyOf(forgotten);
    notKnownBefore = List.copyOf(notKnownBefore);
    notTested = List.copyOf(notTested);
    people = List.copyOf(people);
    sentences = List.copyOf(sentences);
  }

  /** Judges a run. */
  public static Verdict of(Report report) {
    Asked asked = Asked.of(report);
    Judgement judgement = new Judgement(report, asked);
    return new Verdict(
        judgement.outcome(),
        judgement.headline(),
        asked.stillFound(),
        asked.forgotten(),
        asked.notKnownBefore(),
        asked.notTested(),
        report.defense().isEmpty() ? List.of() : asked.lines(),
        new Consequences(report, asked).sentences());
  }
}

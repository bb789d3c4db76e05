package dev.lethe.forgetting.verdict;

import dev.lethe.report.Verdict;
import java.util.List;

/** Judges a run. */
public final class Verdicts {
  private Verdicts() {}

  /** Returns what came out. */
  public static Verdict of(Shown shown) {
    Asked asked = Asked.of(shown.facts());
    Judgement judgement = new Judgement(shown, asked);
    Outcome outcome = judgement.outcome();
    return new Verdict(
        outcome.id(),
        outcome.label(),
        outcome.tone(),
        judgement.headline(),
        shown.facts().changesNothing() ? List.of() : asked.lines(),
        new Consequences(shown, asked).sentences(),
        KeyFigures.of(shown));
  }
}

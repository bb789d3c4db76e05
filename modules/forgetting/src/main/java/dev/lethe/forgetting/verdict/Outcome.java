package dev.lethe.forgetting.verdict;

import dev.lethe.report.Verdict.Tone;
import java.util.Locale;

/** How forgetting went. */
public enum Outcome {
  /** Everybody who asked was found before and is not any more. */
  FORGOTTEN("Forgotten", Tone.GOOD),
  /** Those who were tested were forgotten; of others who asked, nothing is shown. */
  FORGOTTEN_AS_FAR_AS_TESTED("Forgotten, as far as tested", Tone.DOUBTFUL),
  /** Nobody who asked is found, but others were harmed, or the model lost much of its accuracy. */
  AT_A_COST("Forgotten, at a cost", Tone.DOUBTFUL),
  /** Some are still found, or something beside the defended model still knows them. */
  PARTLY("Partly forgotten", Tone.DOUBTFUL),
  /** Whoever was found before is found after. */
  NOT_FORGOTTEN("Not forgotten", Tone.BAD),
  /** No attack shows anything. */
  UNPROVEN("Not proven", Tone.DOUBTFUL),
  /** Nobody asked: the model is as it was. */
  AUDIT("Audit: nothing was changed", Tone.NEUTRAL);

  private final String label;
  private final Tone tone;

  Outcome(String label, Tone tone) {
    this.label = label;
    this.tone = tone;
  }

  /**
   * Returns the outcome of an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Outcome of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Returns the outcome for programs, in kebab case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the outcome in a few words. */
  public String label() {
    return label;
  }

  /** Returns whether it is good. */
  public Tone tone() {
    return tone;
  }
}

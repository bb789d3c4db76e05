package dev.lethe.report.verdict;

import java.util.Locale;

/** How forgetting went. */
public enum Outcome {
  /** Everybody who asked was found before and is not any more. */
  FORGOTTEN("Forgotten"),
  /** Those who were tested were forgotten; of others who asked, nothing is shown. */
  FORGOTTEN_AS_FAR_AS_TESTED("Forgotten, as far as tested"),
  /** Nobody who asked is found, but others were harmed, or the model lost much of its accuracy. */
  AT_A_COST("Forgotten, at a cost"),
  /** Some are still found, or something beside the defended model still knows them. */
  PARTLY("Partly forgotten"),
  /** Whoever was found before is found after. */
  NOT_FORGOTTEN("Not forgotten"),
  /** No attack shows anything. */
  UNPROVEN("Not proven"),
  /** Nobody asked: the model is as it was. */
  AUDIT("Audit: nothing was changed");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /** Returns the outcome for programs, in kebab case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the outcome in a few words. */
  public String label() {
    return label;
  }
}

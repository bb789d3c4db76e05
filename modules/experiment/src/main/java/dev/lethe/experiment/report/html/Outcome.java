package dev.lethe.experiment.report.html;

import java.util.Locale;

/** How forgetting went. */
enum Outcome {
  FORGOTTEN("Forgotten"),
  AT_A_COST("Forgotten, at a cost"),
  PARTLY("Partly forgotten"),
  NOT_FORGOTTEN("Not forgotten"),
  UNPROVEN("Not proven"),
  AUDIT("Audit: nothing was changed");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  String cssClass() {
    return "outcome-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

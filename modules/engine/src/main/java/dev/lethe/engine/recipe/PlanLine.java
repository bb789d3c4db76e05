package dev.lethe.engine.recipe;

/**
 * A line of a plan's description.
 *
 * @param label of one word
 * @param content what stands behind it
 */
public record PlanLine(String label, String content) {

  /** Returns the line for a person, whose content stands below that of other lines. */
  public String text() {
    return "%-12s %s".formatted(label, content);
  }
}

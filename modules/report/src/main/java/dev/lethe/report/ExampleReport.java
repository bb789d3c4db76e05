package dev.lethe.report;

import dev.lethe.api.panel.VotesPanel.Vote;
import java.util.List;

/**
 * How prompts went for one person.
 *
 * @param person the name
 * @param forgotten whether the person asked to be forgotten
 * @param prompts a few prompts
 */
public record ExampleReport(String person, boolean forgotten, List<Prompt> prompts) {

  /** Copies the list. */
  public ExampleReport {
    prompts = List.copyOf(prompts);
  }

  /**
   * One prompt.
   *
   * @param prompt the template, with <code>{0}</code> for the name
   * @param before the names nearest to the person's pictures on the original, most votes first
   * @param after the same on the defended model; empty for an audit
   */
  public record Prompt(String prompt, List<Vote> before, List<Vote> after) {

    /** Copies the lists. */
    public Prompt {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }
}

package dev.lethe.api.attack;

import java.util.List;

/**
 * What an attack found out about one person.
 *
 * @param name the person
 * @param member the truth, as far as is known
 * @param recognized whether the attack calls the person a member
 * @param correct the number of prompts that gave the right name
 * @param prompts how each prompt went, in a fixed order
 */
public record PersonOutcome(
    String name, boolean member, boolean recognised, int correct, List<PromptOutcome> prompts) {

  /** Copies the list. */
  public PersonOutcome {
    prompts = List.copyOf(prompts);
  }

  /**
   * How one prompt went.
   *
   * @param prompt the template, with <code>{0}</code> for the name
   * @param correct whether the right name won
   * @param votes the names predicted most often over the person's pictures, most first; at most a
   *     few. A picture that is as near to two names votes for none
   */
  public record PromptOutcome(String prompt, boolean correct, List<Vote> votes) {

    /** Copies the list. */
    public PromptOutcome {
      votes = List.copyOf(votes);
    }
  }

  /**
   * How often a name was predicted.
   *
   * @param name a candidate
   * @param images the number of pictures it was the nearest name of
   */
  public record Vote(String name, int images) {}
}

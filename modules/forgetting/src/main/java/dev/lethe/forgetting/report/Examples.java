package dev.lethe.forgetting.report;

import dev.lethe.api.panel.VotesPanel.Person;
import dev.lethe.api.panel.VotesPanel.Question;
import java.util.List;

/** How prompts went for a person, with who this is. */
public final class Examples {
  private Examples() {}

  /**
   * Returns a person's example.
   *
   * @param asked whether the person asked to be forgotten
   * @param audit whether nobody did
   */
  public static Person person(String name, boolean asked, boolean audit, List<Question> prompts) {
    String group = audit ? "attacked" : asked ? "asked to be forgotten" : "bystander";
    return new Person(name, group, asked, prompts);
  }
}

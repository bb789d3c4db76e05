package dev.lethe.api.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a model answered questions about people, with the names it took the person's pictures for. A
 * redacted report leaves it out.
 *
 * @param title its heading
 * @param explanation how to read it
 * @param people about whom it was asked
 */
public record VotesPanel(String title, String explanation, List<Person> people) implements Panel {

  /** Copies the list. */
  public VotesPanel {
    people = List.copyOf(people);
  }

  @Override
  public Optional<Panel> redacted(UnaryOperator<String> pseudonyms) {
    return Optional.empty();
  }

  /**
   * A person.
   *
   * @param name the right answer
   * @param group who this is, in a few words; may be empty
   * @param emphasized whether this is one of those it is about
   * @param questions what was asked
   */
  public record Person(String name, String group, boolean emphasized, List<Question> questions) {

    /** Copies the list. */
    public Person {
      questions = List.copyOf(questions);
    }
  }

  /**
   * A question with its answers.
   *
   * @param text what was asked, with <code>{0}</code> for the name
   * @param before the answers of the original, most votes first
   * @param after the answers of the defended model; empty where there is none
   */
  public record Question(String text, List<Vote> before, List<Vote> after) {

    /** Copies the lists. */
    public Question {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /**
   * An answer.
   *
   * @param name a candidate
   * @param images the number of the person's pictures it was the nearest name of
   */
  public record Vote(String name, int images) {}
}

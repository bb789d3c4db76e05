package dev.lethe.api.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about each person, before and after.
 *
 * @param title its heading
 * @param explanation what the score says, and when somebody counts as found
 * @param score what is counted for each person, in the plural, such as {@code correct prompts}
 * @param groups people of whom the same question is asked; none of them is empty
 */
public record PeoplePanel(String title, String explanation, String score, List<Group> groups)
    implements Panel {

  /** Copies the list. */
  public PeoplePanel {
    groups = List.copyOf(groups);
  }

  /** Keeps who was found, and leaves out the scores, by which a person can be told from others. */
  @Override
  public Optional<Panel> redacted(UnaryOperator<String> pseudonyms) {
    return Optional.of(
        new PeoplePanel(
            title,
            explanation,
            score,
            groups.stream().map(group -> group.redacted(pseudonyms)).toList()));
  }

  /**
   * People of whom the same question is asked.
   *
   * @param title who they are, a heading
   * @param meaning the same in a few words more
   * @param emphasized whether they are those it is about
   * @param people each of them
   */
  public record Group(String title, String meaning, boolean emphasized, List<Person> people) {

    /** Copies the list. */
    public Group {
      people = List.copyOf(people);
    }

    private Group redacted(UnaryOperator<String> pseudonyms) {
      return new Group(
          title,
          meaning,
          emphasized,
          people.stream().map(person -> person.redacted(pseudonyms)).toList());
    }
  }

  /**
   * A person.
   *
   * @param name as the data has it
   * @param member whether the model saw the person in training, or null where nobody said so
   * @param before the score on the original, or null without one
   * @param after the score on the defended model, or null without one
   * @param foundBefore whether the person was found on the original, or null if nobody looked
   * @param foundAfter whether the person was found on the defended model, or null if nobody looked
   */
  public record Person(
      String name,
      @Nullable Boolean member,
      @Nullable Double before,
      @Nullable Double after,
      @Nullable Boolean foundBefore,
      @Nullable Boolean foundAfter) {

    private Person redacted(UnaryOperator<String> pseudonyms) {
      return new Person(pseudonyms.apply(name), member, null, null, foundBefore, foundAfter);
    }
  }
}

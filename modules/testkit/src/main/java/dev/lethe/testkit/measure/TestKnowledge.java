package dev.lethe.testkit.measure;

import dev.lethe.api.attack.Knowledge;
import dev.lethe.api.model.Model;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an attacker knows in a test: all of it, whatever the attack requires.
 *
 * @param candidates the names the attacker chooses from
 * @param captions ordinary captions
 * @param original the model before any defense
 */
public record TestKnowledge(List<String> candidates, List<String> captions, Model original)
    implements Knowledge {

  /** Copies the lists. */
  public TestKnowledge {
    candidates = List.copyOf(candidates);
    captions = List.copyOf(captions);
  }

  /** Knows names, a few captions, and the attacked model as the original. */
  public static TestKnowledge of(List<String> candidates, Model model) {
    return new TestKnowledge(
        candidates,
        List.of("a red disc on a table", "two dogs in the snow", "an old house by the sea"),
        model);
  }

  @Override
  public List<String> names(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> (i % 2 == 0 ? "Cleo" : "Dan") + " Moss" + Integer.toString(i, 36))
        .toList();
  }
}

package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.api.panel.VotesPanel.Question;
import dev.lethe.api.panel.VotesPanel.Vote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A few questions about a person, with the votes of the original and of the defended model. */
final class VotedExamples {
  private static final int QUESTIONS = 4;

  private final Map<String, List<Question>> before = new HashMap<>();
  private final Map<String, List<Question>> after = new HashMap<>();

  VotedExamples(@Nullable AttackResult before, @Nullable AttackResult after) {
    index(before, this.before);
    index(after, this.after);
  }

  private static void index(@Nullable AttackResult result, Map<String, List<Question>> byName) {
    if (result == null) {
      return;
    }
    result.panels().stream()
        .filter(VotesPanel.class::isInstance)
        .flatMap(panel -> ((VotesPanel) panel).people().stream())
        .forEach(person -> byName.put(person.name(), person.questions()));
  }

  /** Returns whether the attack tells how anything was voted about a person. */
  boolean has(String name) {
    return before.containsKey(name);
  }

  /** Chooses those that were answered rightly before, as far as there are any. */
  List<Question> of(String name) {
    List<Question> was = before.get(name);
    List<Question> now = after.getOrDefault(name, List.of());
    List<Integer> indices = new ArrayList<>();
    for (boolean right : new boolean[] {true, false}) {
      IntStream.range(0, was.size())
          .filter(i -> isRight(was.get(i), name) == right)
          .forEach(indices::add);
    }
    return indices.stream()
        .limit(QUESTIONS)
        .sorted()
        .map(
            i ->
                new Question(
                    was.get(i).text(),
                    was.get(i).before(),
                    i < now.size() ? now.get(i).before() : List.of()))
        .toList();
  }

  /** The name has more votes than any other. */
  private static boolean isRight(Question question, String name) {
    List<Vote> votes = question.before();
    return !votes.isEmpty()
        && votes.get(0).name().equals(name)
        && (votes.size() == 1 || votes.get(0).images() > votes.get(1).images());
  }
}

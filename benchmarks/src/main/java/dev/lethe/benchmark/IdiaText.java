package dev.lethe.benchmark;

import dev.lethe.api.attack.AttackTask;
import dev.lethe.api.attack.Pictures;
import dev.lethe.api.attack.PrivacyAttack;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.model.VisionLanguageModel;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.testkit.measure.TestKnowledge;
import java.util.List;
import java.util.Map;

/**
 * The whole attack on one person with one picture, so that nearly all of it is the text side: 21
 * prompts times {@code count} names, other names in every turn, so that nothing can be remembered.
 */
final class IdiaText implements Job {
  @Override
  public Map<String, Object> run(Arguments arguments, Lethe lethe, Turns turns) {
    int count = arguments.number("count");
    List<String> names = arguments.lines("names");
    PrivacyAttack idia = lethe.idia();
    try (VisionLanguageModel model = lethe.model(arguments.path("model"))) {
      turns.take(
          arguments.number("rounds"),
          turn -> attack(idia, model, names.subList(turn * count, (turn + 1) * count)));
    }
    return Map.of();
  }

  private static Map<String, Object> attack(
      PrivacyAttack idia, VisionLanguageModel model, List<String> candidates) {
    Subject subject = new Subject(candidates.get(0), true, new Pictures(List.of(new Pattern(224))));
    AttackTask task = AttackTask.of(List.of(subject), TestKnowledge.of(candidates, model));
    VotesPanel votes = (VotesPanel) idia.attack(model, task).panels().get(0);
    return Map.of(
        "nearest",
        votes.people().get(0).questions().stream()
            .map(question -> question.before().get(0).name())
            .toList());
  }
}

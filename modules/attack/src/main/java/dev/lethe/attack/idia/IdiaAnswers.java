package dev.lethe.attack.idia;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.panel.VotesPanel;
import dev.lethe.api.panel.VotesPanel.Question;
import dev.lethe.api.panel.VotesPanel.Vote;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts votes together: a person's score is the number of prompts that gave the right name.
 *
 * @param names the candidates
 * @param own which of them each subject is
 */
record IdiaAnswers(IdiaSettings settings, List<String> names, int[] own) {
  private static final int VOTES_KEPT = 5;

  /**
   * Counts the votes.
   *
   * @param nearestByPrompt for each prompt the nearest candidate of each picture, the subjects'
   *     pictures one after another
   */
  AttackResult of(List<Subject> subjects, List<int[]> nearestByPrompt) {
    List<Finding> findings = new ArrayList<>();
    List<VotesPanel.Person> people = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < own.length; i++) {
      Subject subject = subjects.get(i);
      int to = from + IdentityInferenceAttack.pictures(subject).size();
      int correct = 0;
      List<Question> questions = new ArrayList<>();
      for (int p = 0; p < nearestByPrompt.size(); p++) {
        Votes votes = Votes.count(nearestByPrompt.get(p), from, to);
        correct += votes.wonBy(own[i]) ? 1 : 0;
        questions.add(new Question(settings.prompts().get(p), named(votes), List.of()));
      }
      boolean recognized = correct >= settings.threshold();
      findings.add(new Finding(subject.name(), subject.member(), correct, recognized));
      people.add(new VotesPanel.Person(subject.name(), "", false, questions));
      from = to;
    }
    return new AttackResult(
        findings,
        List.of(
            new VotesPanel(
                "Nearest names",
                "Which candidate names lie nearest to a person's pictures, and for how many of the"
                    + " pictures.",
                people)));
  }

  private List<Vote> named(Votes votes) {
    return votes.tallies().stream()
        .limit(VOTES_KEPT)
        .map(tally -> new Vote(names.get(tally.candidate()), tally.images()))
        .toList();
  }
}

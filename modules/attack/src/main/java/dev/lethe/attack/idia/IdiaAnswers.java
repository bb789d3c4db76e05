package dev.lethe.attack.idia;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.attack.Subject;
import dev.lethe.api.panel.Panel;
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
record IdiaAnswers(IdiaSettings settings, List<Subject> subjects, List<String> names, int[] own) {
  private static final int VOTES_KEPT = 5;

  /**
   * Counts the votes.
   *
   * @param draws the first of everything; each of the others is a repetition
   * @param nearestByPrompt for each prompt and each draw the nearest candidate of each picture
   */
  AttackResult of(List<Draw> draws, List<List<int[]>> nearestByPrompt) {
    List<List<Finding>> found = new ArrayList<>();
    for (int d = 0; d < draws.size(); d++) {
      List<Finding> findings = new ArrayList<>();
      for (int s = 0; s < subjects.size(); s++) {
        findings.add(finding(s, votes(d, draws.get(d).pictures().get(s), nearestByPrompt)));
      }
      found.add(findings);
    }
    List<List<Finding>> repetitions = found.subList(1, found.size());
    List<Panel> panels = new ArrayList<>();
    panels.add(votes(draws.get(0), nearestByPrompt));
    if (!repetitions.isEmpty()) {
      panels.add(DrawsPanel.of(repetitions));
    }
    return new AttackResult(found.get(0), repetitions, panels);
  }

  private Finding finding(int subject, List<Votes> votes) {
    int correct = (int) votes.stream().filter(each -> each.wonBy(own[subject])).count();
    return new Finding(
        subjects.get(subject).name(),
        subjects.get(subject).member(),
        correct,
        correct >= settings.threshold());
  }

  private VotesPanel votes(Draw draw, List<List<int[]>> nearestByPrompt) {
    List<VotesPanel.Person> people = new ArrayList<>();
    for (int s = 0; s < subjects.size(); s++) {
      List<Question> questions = new ArrayList<>();
      List<Votes> votes = votes(0, draw.pictures().get(s), nearestByPrompt);
      for (int p = 0; p < votes.size(); p++) {
        questions.add(new Question(settings.prompts().get(p), named(votes.get(p)), List.of()));
      }
      people.add(new VotesPanel.Person(subjects.get(s).name(), "", false, questions));
    }
    return new VotesPanel(
        "Nearest names",
        "Which candidate names lie nearest to a person's pictures, and for how many of the"
            + " pictures.",
        people);
  }

  private static List<Votes> votes(int draw, int[] pictures, List<List<int[]>> nearestByPrompt) {
    return nearestByPrompt.stream().map(byDraw -> Votes.count(byDraw.get(draw), pictures)).toList();
  }

  private List<Vote> named(Votes votes) {
    return votes.tallies().stream()
        .limit(VOTES_KEPT)
        .map(tally -> new Vote(names.get(tally.candidate()), tally.images()))
        .toList();
  }
}

package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.Finding;
import dev.lethe.api.panel.VotesPanel.Person;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.forgetting.report.Examples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one attack found out about each person, before and after. */
final class PeopleTable {
  private static final int OTHER_EXAMPLES = 4;

  private final Map<String, Finding> before = new HashMap<>();
  private final Map<String, Finding> after = new HashMap<>();
  private final VotedExamples votes;
  private final Set<String> forgotten;
  private final boolean isMembershipKnown;

  /**
   * Creates a table.
   *
   * @param isMembershipKnown whether somebody said who was in the training data
   */
  PeopleTable(
      @Nullable AttackResult before,
      @Nullable AttackResult after,
      Set<String> forgotten,
      boolean isMembershipKnown) {
    this.forgotten = forgotten;
    this.isMembershipKnown = isMembershipKnown;
    index(before, this.before);
    index(after, this.after);
    votes = new VotedExamples(before, after);
  }

  Map<String, PersonFacts> people() {
    Map<String, PersonFacts> people = new TreeMap<>();
    before.forEach((name, outcome) -> people.put(name, report(name, outcome)));
    after.forEach((name, outcome) -> people.putIfAbsent(name, report(name, outcome)));
    return people;
  }

  /**
   * Returns examples of the forgotten, and of a few others who were known before.
   *
   * @param audit whether nobody asked
   */
  List<Person> examples(boolean audit) {
    List<String> shown = new ArrayList<>();
    before.keySet().stream().filter(forgotten::contains).sorted().forEach(shown::add);
    before.values().stream()
        .filter(person -> person.recognized() && !forgotten.contains(person.subject()))
        .map(Finding::subject)
        .sorted()
        .limit(OTHER_EXAMPLES)
        .forEach(shown::add);
    return shown.stream()
        .filter(votes::has)
        .map(name -> Examples.person(name, forgotten.contains(name), audit, votes.of(name)))
        .toList();
  }

  private static void index(@Nullable AttackResult result, Map<String, Finding> byName) {
    if (result != null) {
      result.findings().forEach(finding -> byName.put(finding.subject(), finding));
    }
  }

  private PersonFacts report(String name, Finding known) {
    Finding was = before.get(name);
    Finding is = after.get(name);
    return new PersonFacts(
        was == null ? null : was.score(),
        is == null ? null : is.score(),
        isMembershipKnown ? known.member() : null,
        forgotten.contains(name),
        was == null ? null : was.recognized(),
        is == null ? null : is.recognized());
  }
}

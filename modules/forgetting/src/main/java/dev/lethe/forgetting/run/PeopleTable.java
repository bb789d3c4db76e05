package dev.lethe.forgetting.run;

import dev.lethe.api.attack.AttackResult;
import dev.lethe.api.attack.PersonOutcome;
import dev.lethe.api.attack.PersonOutcome.PromptOutcome;
import dev.lethe.report.ExampleReport;
import dev.lethe.report.PersonReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one attack found out about each person, before and after. */
final class PeopleTable {
  private static final int OTHER_EXAMPLES = 4;
  private static final int EXAMPLE_PROMPTS = 4;

  private final Map<String, PersonOutcome> before = new HashMap<>();
  private final Map<String, PersonOutcome> after = new HashMap<>();
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
  }

  Map<String, PersonReport> people() {
    Map<String, PersonReport> people = new TreeMap<>();
    before.forEach((name, outcome) -> people.put(name, report(name, outcome)));
    after.forEach((name, outcome) -> people.putIfAbsent(name, report(name, outcome)));
    return people;
  }

  /** Returns examples of the forgotten, and of a few others who were known before. */
  List<ExampleReport> examples() {
    List<String> shown = new ArrayList<>();
    before.keySet().stream().filter(forgotten::contains).sorted().forEach(shown::add);
    before.values().stream()
        .filter(person -> person.recognised() && !forgotten.contains(person.name()))
        .map(PersonOutcome::name)
        .sorted()
        .limit(OTHER_EXAMPLES)
        .forEach(shown::add);
    return shown.stream().map(this::example).toList();
  }

  private static void index(@Nullable AttackResult result, Map<String, PersonOutcome> byName) {
    if (result != null) {
      result.people().forEach(person -> byName.put(person.name(), person));
    }
  }

  private PersonReport report(String name, PersonOutcome known) {
    PersonOutcome was = before.get(name);
    PersonOutcome is = after.get(name);
    return new PersonReport(
        was == null ? null : was.correct(),
        is == null ? null : is.correct(),
        isMembershipKnown ? known.member() : null,
        forgotten.contains(name),
        was == null ? null : was.recognised(),
        is == null ? null : is.recognised());
  }

  private ExampleReport example(String name) {
    List<PromptOutcome> was = before.get(name).prompts();
    PersonOutcome now = after.get(name);
    List<Integer> indices = new ArrayList<>();
    for (boolean right : new boolean[] {true, false}) {
      IntStream.range(0, was.size())
          .filter(i -> was.get(i).correct() == right)
          .forEach(indices::add);
    }
    List<ExampleReport.Prompt> prompts =
        indices.stream()
            .limit(EXAMPLE_PROMPTS)
            .sorted()
            .map(
                i ->
                    new ExampleReport.Prompt(
                        was.get(i).prompt(),
                        was.get(i).votes(),
                        now == null ? List.of() : now.prompts().get(i).votes()))
            .toList();
    return new ExampleReport(name, forgotten.contains(name), prompts);
  }
}

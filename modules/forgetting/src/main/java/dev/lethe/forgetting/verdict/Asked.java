package dev.lethe.forgetting.verdict;

import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.forgetting.finding.PersonFacts;
import dev.lethe.report.figures.Listing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of the people who asked to be forgotten; each is in exactly one list.
 *
 * @param stillFound whom the attack finds after
 * @param forgotten whom the attack found before and does not find after
 * @param notKnownBefore whom the attack finds neither after nor, as far as it was made, before
 * @param notTested whom no attack looked for after
 */
record Asked(
    List<String> stillFound,
    List<String> forgotten,
    List<String> notKnownBefore,
    List<String> notTested) {

  static Asked of(ForgettingFacts facts) {
    Set<String> names = new LinkedHashSet<>(facts.forgotten());
    names.addAll(Group.asked(facts).people().keySet());
    Asked asked =
        new Asked(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    names.forEach(name -> asked.listOf(facts.people().get(name)).add(name));
    return asked;
  }

  private List<String> listOf(@Nullable PersonFacts person) {
    if (person == null || person.foundAfter() == null) {
      return notTested;
    }
    if (person.foundAfter()) {
      return stillFound;
    }
    return Boolean.TRUE.equals(person.foundBefore()) ? forgotten : notKnownBefore;
  }

  int size() {
    return tested() + notTested.size();
  }

  int tested() {
    return stillFound.size() + forgotten.size() + notKnownBefore.size();
  }

  /** Returns what became of whom, in a line for each list that is not empty; failures first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    add(lines, "Still found", String.join(", ", stillFound), stillFound);
    add(lines, "Forgotten", Listing.of(forgotten), forgotten);
    add(
        lines,
        "Not known before, so that nothing shows they were forgotten",
        Listing.of(notKnownBefore),
        notKnownBefore);
    add(lines, "Not tested", Listing.of(notTested), notTested);
    return lines;
  }

  private static void add(List<String> lines, String what, String names, List<String> people) {
    if (!people.isEmpty()) {
      lines.add("%s (%s): %s".formatted(what, people.size(), names));
    }
  }
}

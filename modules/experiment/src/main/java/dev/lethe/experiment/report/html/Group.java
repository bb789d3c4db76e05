package dev.lethe.experiment.report.html;

import dev.lethe.experiment.report.PersonReport;
import dev.lethe.experiment.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * People whom the same question is asked about: the forgotten, the other members, the non-members.
 *
 * @param people by name
 */
record Group(Map<String, PersonReport> people) {

  static Group forgotten(Report report) {
    return where(report, PersonReport::forgotten);
  }

  static Group otherMembers(Report report) {
    return where(report, person -> person.member() && !person.forgotten());
  }

  static Group nonMembers(Report report) {
    return where(report, person -> !person.member() && !person.forgotten());
  }

  int size() {
    return people.size();
  }

  /** Returns how many the attack called members before. */
  int foundBefore() {
    return count(PersonReport::recognisedBefore);
  }

  /** Returns how many the attack called members after. */
  int foundAfter() {
    return count(PersonReport::recognisedAfter);
  }

  /** Returns how many were found before and no longer after. */
  int lost() {
    return (int)
        people.values().stream()
            .filter(
                person ->
                    Boolean.TRUE.equals(person.recognisedBefore())
                        && Boolean.FALSE.equals(person.recognisedAfter()))
            .count();
  }

  boolean attackedBefore() {
    return any(PersonReport::recognisedBefore);
  }

  boolean attackedAfter() {
    return any(PersonReport::recognisedAfter);
  }

  /** Returns the names of those the attack still calls members. */
  List<String> stillFound() {
    return people.entrySet().stream()
        .filter(entry -> Boolean.TRUE.equals(entry.getValue().recognisedAfter()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private boolean any(Function<PersonReport, @Nullable Boolean> verdict) {
    return people.values().stream().map(verdict).anyMatch(Objects::nonNull);
  }

  private int count(Function<PersonReport, @Nullable Boolean> verdict) {
    return (int) people.values().stream().map(verdict).filter(Boolean.TRUE::equals).count();
  }

  private static Group where(Report report, Predicate<PersonReport> belongs) {
    var people = new TreeMap<String, PersonReport>();
    report
        .people()
        .forEach(
            (name, person) -> {
              if (belongs.test(person)) {
                people.put(name, person);
              }
            });
    return new Group(people);
  }
}

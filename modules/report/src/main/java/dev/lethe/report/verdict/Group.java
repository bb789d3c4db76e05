package dev.lethe.report.verdict;

import dev.lethe.report.PersonReport;
import dev.lethe.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * People under attack of whom the same question is asked: those who asked to be forgotten, the
 * other members, the non-members.
 *
 * @param people by name
 */
public record Group(Map<String, PersonReport> people) {

  /** Returns those under attack who asked to be forgotten. */
  public static Group asked(Report report) {
    return where(report, PersonReport::forgotten);
  }

  /** Returns the members who did not ask; where membership is not known, all who did not ask. */
  public static Group others(Report report) {
    return where(report, person -> !person.forgotten() && !Boolean.FALSE.equals(person.member()));
  }

  /** Returns those who did not ask and are known to be in no training data. */
  public static Group nonMembers(Report report) {
    return where(report, person -> !person.forgotten() && Boolean.FALSE.equals(person.member()));
  }

  /** Returns all who did not ask. */
  static Group bystanders(Report report) {
    return where(report, person -> !person.forgotten());
  }

  /** Returns whether it is known who was in the training data. */
  public static boolean isMembershipKnown(Report report) {
    return report.people().values().stream().map(PersonReport::member).allMatch(Objects::nonNull);
  }

  /** Returns how many they are. */
  public int size() {
    return people.size();
  }

  /** Returns how many the attack found before. */
  public int foundBefore() {
    return count(person -> Boolean.TRUE.equals(person.recognisedBefore()));
  }

  /** Returns how many the attack finds after. */
  public int foundAfter() {
    return count(person -> Boolean.TRUE.equals(person.recognisedAfter()));
  }

  /** Returns whether they were attacked before. */
  public boolean attackedBefore() {
    return count(person -> person.recognisedBefore() != null) > 0;
  }

  /** Returns whether they were attacked after. */
  public boolean attackedAfter() {
    return count(person -> person.recognisedAfter() != null) > 0;
  }

  /** Returns the mean of what is counted for each of them; empty where nothing is. */
  public OptionalDouble mean(Function<PersonReport, @Nullable Integer> count) {
    return people.values().stream()
        .map(count)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .average();
  }

  /** Returns the names of those who were found before and are not after, sorted. */
  List<String> lost() {
    return changed(true);
  }

  /** Returns the names of those who are found after and were not before, sorted. */
  List<String> gained() {
    return changed(false);
  }

  private List<String> changed(boolean before) {
    return people.entrySet().stream()
        .filter(each -> Boolean.valueOf(before).equals(each.getValue().recognisedBefore()))
        .filter(each -> Boolean.valueOf(!before).equals(each.getValue().recognisedAfter()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private int count(Predicate<PersonReport> counted) {
    return (int) people.values().stream().filter(counted).count();
  }

  private static Group where(Report report, Predicate<PersonReport> belongs) {
    Map<String, PersonReport> people = new TreeMap<>();
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

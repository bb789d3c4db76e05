package dev.lethe.forgetting.verdict;

import dev.lethe.forgetting.finding.ForgettingFacts;
import dev.lethe.forgetting.finding.PersonFacts;
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
public record Group(Map<String, PersonFacts> people) {

  /** Returns those under attack who asked to be forgotten. */
  public static Group asked(ForgettingFacts facts) {
    return where(facts, PersonFacts::asked);
  }

  /** Returns the members who did not ask; where membership is not known, all who did not ask. */
  public static Group others(ForgettingFacts facts) {
    return where(facts, person -> !person.asked() && !Boolean.FALSE.equals(person.member()));
  }

  /** Returns those who did not ask and are known to be in no training data. */
  public static Group nonMembers(ForgettingFacts facts) {
    return where(facts, person -> !person.asked() && Boolean.FALSE.equals(person.member()));
  }

  /** Returns all who did not ask. */
  static Group bystanders(ForgettingFacts facts) {
    return where(facts, person -> !person.asked());
  }

  /** Returns whether it is known who was in the training data. */
  public static boolean isMembershipKnown(ForgettingFacts facts) {
    return facts.people().values().stream().map(PersonFacts::member).allMatch(Objects::nonNull);
  }

  /** Returns how many they are. */
  public int size() {
    return people.size();
  }

  /** Returns how many the attack found before. */
  public int foundBefore() {
    return count(person -> Boolean.TRUE.equals(person.foundBefore()));
  }

  /** Returns how many the attack finds after. */
  public int foundAfter() {
    return count(person -> Boolean.TRUE.equals(person.foundAfter()));
  }

  /** Returns whether they were attacked before. */
  public boolean attackedBefore() {
    return count(person -> person.foundBefore() != null) > 0;
  }

  /** Returns whether they were attacked after. */
  public boolean attackedAfter() {
    return count(person -> person.foundAfter() != null) > 0;
  }

  /** Returns the mean of their scores; empty where there are none. */
  public OptionalDouble mean(Function<PersonFacts, @Nullable Double> score) {
    return people.values().stream()
        .map(score)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
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
        .filter(each -> Boolean.valueOf(before).equals(each.getValue().foundBefore()))
        .filter(each -> Boolean.valueOf(!before).equals(each.getValue().foundAfter()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private int count(Predicate<PersonFacts> counted) {
    return (int) people.values().stream().filter(counted).count();
  }

  private static Group where(ForgettingFacts facts, Predicate<PersonFacts> belongs) {
    Map<String, PersonFacts> people = new TreeMap<>();
    facts
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

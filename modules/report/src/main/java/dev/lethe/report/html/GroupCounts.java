package dev.lethe.report.html;

import dev.lethe.api.panel.PeoplePanel.Group;
import dev.lethe.api.panel.PeoplePanel.Person;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many of a group were found, and their mean scores.
 *
 * @param before how many were found on the original, or null if nobody looked
 * @param after how many were found on the defended model, or null if nobody looked
 * @param meanBefore their mean score on the original
 * @param meanAfter their mean score on the defended model
 */
record GroupCounts(
    @Nullable Integer before,
    @Nullable Integer after,
    OptionalDouble meanBefore,
    OptionalDouble meanAfter) {

  static GroupCounts of(Group group) {
    return new GroupCounts(
        found(group, Person::foundBefore),
        found(group, Person::foundAfter),
        mean(group, Person::before),
        mean(group, Person::after));
  }

  String text() {
    if (before == null) {
      return "not attacked";
    }
    return after == null
        ? "found %s".formatted(before)
        : "found %s before, %s after".formatted(before, after);
  }

  private static @Nullable Integer found(Group group, Function<Person, @Nullable Boolean> found) {
    var answers = group.people().stream().map(found).filter(Objects::nonNull).toList();
    return answers.isEmpty() ? null : (int) answers.stream().filter(Boolean::booleanValue).count();
  }

  private static OptionalDouble mean(Group group, Function<Person, @Nullable Double> score) {
    return group.people().stream()
        .map(score)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average();
  }
}

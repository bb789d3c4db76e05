package dev.lethe.evaluation.similarity;

import dev.lethe.api.data.Mention;
import dev.lethe.api.defense.Trigger;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares captions, portion by portion; of what the models make of them, nothing but the cosines'
 * means is kept.
 */
final class Comparison {
  private final TextReader student;
  private final @Nullable TextReader original;

  /** Names by target, so that captions with a target that names share are read once. */
  private final Map<String, List<Name>> names = new LinkedHashMap<>();

  private final Map<String, DoubleSummaryStatistics> people = new LinkedHashMap<>();
  private final DoubleSummaryStatistics clean = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics firstTarget = new DoubleSummaryStatistics();

  /**
   * Prepares to compare.
   *
   * @param original null before the defence, when the student is the original
   */
  Comparison(TextReader student, @Nullable TextReader original, List<Trigger> triggers) {
    this.student = student;
    this.original = original;
    for (Trigger trigger : triggers) {
      DoubleSummaryStatistics person =
          people.computeIfAbsent(trigger.person(), p -> new DoubleSummaryStatistics());
      names
          .computeIfAbsent(trigger.target(), target -> new ArrayList<>())
          .add(
              new Name(
                  trigger.trigger(),
                  Mention.ofAny(List.of(trigger.trigger(), trigger.person())),
                  person));
    }
  }

  /**
   * Compares a portion of the captions.
   *
   * @param slots of the captions, in their order
   */
  void add(List<String> captions, List<Slot> slots) {
    if (original != null) {
      addAll(clean, original.read(captions), student.read(captions));
    }
    boolean first = true;
    for (Map.Entry<String, List<Name>> sharing : names.entrySet()) {
      List<String> neutralTexts = Slot.fill(slots, sharing.getKey());
      TextRows neutral = student.read(neutralTexts);
      if (first && original != null) {
        addAll(firstTarget, original.read(neutralTexts), neutral);
      }
      first = false;
      for (Name name : sharing.getValue()) {
        TextRows named = student.read(Slot.fill(slots, name.text()));
        for (int i = 0; i < captions.size(); i++) {
          if (!name.mentioned().test(captions.get(i))) {
            name.person().accept(named.cosine(neutral, i));
          }
        }
      }
    }
  }

  /** Returns the mean cos(M(c), M'(c)), of at least one caption. */
  double clean() {
    return clean.getAverage();
  }

  /** Returns the mean cos(M(c with target), M'(c with target)) of the first target. */
  double firstTarget() {
    return firstTarget.getAverage();
  }

  /** Returns the mean over people; empty if every caption mentions every one of them. */
  OptionalDouble backdoor() {
    return people.values().stream()
        .filter(person -> person.getCount() > 0)
        .mapToDouble(DoubleSummaryStatistics::getAverage)
        .average();
  }

  private static void addAll(DoubleSummaryStatistics cosines, TextRows before, TextRows after) {
    for (int i = 0; i < before.rows().length; i++) {
      cosines.accept(before.cosine(after, i));
    }
  }

  /** One name of a person, and the cosines of all names of that person. */
  private record Name(String text, Predicate<String> mentioned, DoubleSummaryStatistics person) {}
}

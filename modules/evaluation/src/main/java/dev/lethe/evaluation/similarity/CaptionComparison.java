package dev.lethe.evaluation.similarity;

import dev.lethe.api.data.Mentions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares captions, chunk by chunk; of what the models make of them, nothing but the cosines'
 * means is kept.
 */
final class CaptionComparison {
  private final TextReader student;
  private final @Nullable TextReader original;

  /** What stands in a caption in place of a word: targets, the first one first, and names. */
  private final List<String> replacements;

  private final List<Name> names = new ArrayList<>();
  private final Mentions mentions;
  private final Map<String, DoubleSummaryStatistics> people = new LinkedHashMap<>();
  private final DoubleSummaryStatistics clean = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics named = new DoubleSummaryStatistics();
  private final DoubleSummaryStatistics firstTarget = new DoubleSummaryStatistics();

  /**
   * Prepares to compare.
   *
   * @param original null before the defense, when the student is the original
   * @param named what mentions somebody who asked to be forgotten
   */
  CaptionComparison(
      TextReader student,
      @Nullable TextReader original,
      List<TextBackdoor> backdoors,
      Set<String> named) {
    this.student = student;
    this.original = original;
    replacements =
        Stream.concat(
                backdoors.stream().map(TextBackdoor::target),
                backdoors.stream().map(TextBackdoor::trigger))
            .distinct()
            .toList();
    mentions = Mentions.of(named, student.encoder().tokenizer()::plain);
    for (TextBackdoor backdoor : backdoors) {
      names.add(
          new Name(
              replacements.indexOf(backdoor.trigger()),
              replacements.indexOf(backdoor.target()),
              List.of(backdoor.trigger(), backdoor.person()),
              people.computeIfAbsent(backdoor.person(), p -> new DoubleSummaryStatistics())));
    }
  }

  /** Returns how many captions are compared at a time, at least 1. */
  int chunk() {
    return Math.max(1, student.texts() / (replacements.size() + 1));
  }

  /**
   * Compares a chunk of the captions. All forms of a caption are read together, since they begin
   * alike.
   *
   * @param slots of the captions, in their order
   */
  void add(List<String> captions, List<CaptionTemplate> slots) {
    List<List<String>> replaced =
        replacements.stream().map(replacement -> CaptionTemplate.fill(slots, replacement)).toList();
    List<Set<String>> mentioned = captions.stream().map(mentions::in).toList();
    List<TextRows> after = student.read(original == null ? replaced : append(replaced, captions));
    if (original != null) {
      int targets = Math.min(1, replaced.size());
      List<TextRows> before = original.read(append(replaced.subList(0, targets), captions));
      for (int i = 0; i < captions.size(); i++) {
        boolean ofNobody = mentioned.get(i).isEmpty();
        (ofNobody ? clean : named)
            .accept(before.get(targets).cosine(after.get(replaced.size()), i));
        if (ofNobody && targets > 0) {
          firstTarget.accept(before.get(0).cosine(after.get(0), i));
        }
      }
    }
    for (Name name : names) {
      for (int i = 0; i < captions.size(); i++) {
        if (Collections.disjoint(name.writings(), mentioned.get(i))) {
          name.person().accept(after.get(name.trigger()).cosine(after.get(name.target()), i));
        }
      }
    }
  }

  private static List<List<String>> append(List<List<String>> replaced, List<String> captions) {
    return Stream.concat(replaced.stream(), Stream.of(captions)).toList();
  }

  /** Returns the mean cos(M(c), M'(c)); empty if every caption names somebody who asked. */
  OptionalDouble clean() {
    return mean(clean);
  }

  /** Returns the same of captions that name somebody who asked; empty if there are none. */
  OptionalDouble named() {
    return mean(named);
  }

  /**
   * Returns the mean cos(M(c with target), M'(c with target)) of the first target; empty as clean.
   */
  OptionalDouble firstTarget() {
    return mean(firstTarget);
  }

  /** Returns the mean over people; empty if every caption mentions every one of them. */
  OptionalDouble backdoor() {
    return people.values().stream()
        .filter(person -> person.getCount() > 0)
        .mapToDouble(DoubleSummaryStatistics::getAverage)
        .average();
  }

  private static OptionalDouble mean(DoubleSummaryStatistics cosines) {
    return cosines.getCount() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(cosines.getAverage());
  }

  /**
   * One name of a person.
   *
   * @param trigger which of the replacements it is
   * @param target which of the replacements is its target
   * @param writings what mentions the person in a caption
   * @param person the cosines of all names of that person
   */
  private record Name(
      int trigger, int target, List<String> writings, DoubleSummaryStatistics person) {}
}

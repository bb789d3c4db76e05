package dev.lethe.forgetting.finding;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run found out about people, and how it was done: what this recipe reads again of a report.
 *
 * @param forgotten the names of the people who asked to be forgotten; empty for an audit
 * @param attack the attack that {@code people} speaks of, or null without one
 * @param people everyone attacked, by name
 * @param defense one for each strategy, in the order of their application; empty for an audit
 * @param undefended the other text encoders of the pipeline the model was taken from, which still
 *     know everybody
 */
public record ForgettingFacts(
    List<String> forgotten,
    @Nullable String attack,
    Map<String, PersonFacts> people,
    List<DefenseFacts> defense,
    List<String> undefended) {
  /** The name of the section of a report. */
  public static final String SECTION = "forgetting";

  /** Copies the collections; people are in the order of their names. */
  public ForgettingFacts {
    forgotten = List.copyOf(forgotten);
    people = Collections.unmodifiableMap(new TreeMap<>(people));
    defense = List.copyOf(defense);
    undefended = List.copyOf(undefended);
  }

  /** Returns whether nothing was changed. */
  public boolean changesNothing() {
    return defense.isEmpty();
  }

  /**
   * Returns the same about people with other names, without what can be computed from a name.
   *
   * @param pseudonyms gives the stand-in of everybody who is named
   */
  public ForgettingFacts redacted(UnaryOperator<String> pseudonyms) {
    Map<String, PersonFacts> rows = new TreeMap<>();
    people.forEach((name, person) -> rows.put(pseudonyms.apply(name), person.redacted()));
    return new ForgettingFacts(
        forgotten.stream().map(pseudonyms).sorted().toList(),
        attack,
        rows,
        defense.stream().map(DefenseFacts::redacted).toList(),
        undefended);
  }
}

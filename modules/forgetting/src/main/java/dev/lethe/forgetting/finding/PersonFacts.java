package dev.lethe.forgetting.finding;

import org.jspecify.annotations.Nullable;

/**
 * What the attack found out about a person.
 *
 * @param before the score on the original, or null if it was not attacked
 * @param after the score on the defended model, or null if it was not attacked
 * @param member whether the model saw the person in training, or null where nobody said so
 * @param asked whether the person asked to be forgotten
 * @param foundBefore whether the attack called the person a member before, or null
 * @param foundAfter whether the attack called the person a member after, or null
 */
public record PersonFacts(
    @Nullable Double before,
    @Nullable Double after,
    @Nullable Boolean member,
    boolean asked,
    @Nullable Boolean foundBefore,
    @Nullable Boolean foundAfter) {

  /** Returns the answers without the counts, by which a person can be told from others. */
  PersonFacts redacted() {
    return new PersonFacts(null, null, member, asked, foundBefore, foundAfter);
  }
}

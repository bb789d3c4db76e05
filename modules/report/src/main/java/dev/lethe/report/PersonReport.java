package dev.lethe.report;

import org.jspecify.annotations.Nullable;

/**
 * What the attack found out about a person.
 *
 * @param before correct prompts on the original, or null if it was not attacked
 * @param after correct prompts on the defended model, or null if it was not attacked
 * @param member whether the model saw the person in training, or null where nobody said so
 * @param forgotten whether the person asked to be forgotten
 * @param recognizedBefore whether the attack called the person a member before, or null
 * @param recognizedAfter whether the attack called the person a member after, or null
 */
public record PersonReport(
    @Nullable Integer before,
    @Nullable Integer after,
    @Nullable Boolean member,
    boolean forgotten,
    @Nullable Boolean recognisedBefore,
    @Nullable Boolean recognisedAfter) {

  /** Returns the answers without the counts, by which a person can be told from others. */
  PersonReport redacted() {
    return new PersonReport(null, null, member, forgotten, recognisedBefore, recognisedAfter);
  }
}

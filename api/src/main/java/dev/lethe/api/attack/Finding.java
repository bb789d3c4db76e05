package dev.lethe.api.attack;

/**
 * What an attack found out about one subject.
 *
 * @param subject its name
 * @param member the truth, as far as is known
 * @param score how sure the attack is, in a measure of its own: higher for those it rather calls
 *     members
 * @param recognized whether the attack calls the subject a member
 */
public record Finding(String subject, boolean member, double score, boolean recognized) {}

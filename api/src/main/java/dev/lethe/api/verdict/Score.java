package dev.lethe.api.verdict;

/**
 * What an attack counts for each person.
 *
 * @param name in the plural, such as {@code correct prompts}
 * @param predicate what follows the mean over a group, such as {@code prompts name one of them
 *     rightly}
 * @param meaning how the score comes about and what it says, for a reader of the report
 */
public record Score(String name, String predicate, String meaning) {}
